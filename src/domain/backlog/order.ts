/**
 * The order of the Backlog: one list across the teams, and therefore one thing.
 * Finished and dropped items keep their place in it; a view leaves them out.
 */
import type { ItemId } from '../../kernel/ids.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { all, stands, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { ItemBook } from './item.ts';

export type Order = { readonly items: readonly ItemId[] };

/** Puts an item directly before another; before null means at the end. */
export type OrderCommand = { readonly type: 'backlog/place'; readonly item: ItemId; readonly before: ItemId | null };
export type Placed = { readonly type: 'backlog/placed'; readonly item: ItemId; readonly before: ItemId | null };
export type OrderRefusal = Basic | { readonly code: 'before-itself' };
export type BacklogBook = ItemBook & { readonly backlog: ReadonlyMap<'backlog', Order> };

export const order: Decider<'backlog', Order, OrderCommand, Placed, OrderRefusal, BacklogBook> = {
  keyOf: () => 'backlog',
  decide: {
    'backlog/place': (now, { item, before }, _, book) => {
      const checked = all(
        stands('item', item, book.item.get(item)),
        before === null ? ok(null) : stands('item', before, book.item.get(before)),
      );
      if (!checked.ok) return checked;
      if (item === before) return refuse({ code: 'before-itself' });
      const items = now?.items ?? [];
      const at = items.indexOf(item);
      const stays = at >= 0 && (items[at + 1] ?? null) === before;
      return ok(stays ? [] : [{ type: 'backlog/placed', item, before }]);
    },
  },
  evolve: {
    'backlog/placed': (now, { item, before }) => {
      const items = now?.items ?? [];
      if (before === null && !items.includes(item)) return { items: [...items, item] };
      const others = items.filter((id) => id !== item);
      const at = before === null ? -1 : others.indexOf(before);
      return { items: at < 0 ? [...others, item] : [...others.slice(0, at), item, ...others.slice(at)] };
    },
  },
};
