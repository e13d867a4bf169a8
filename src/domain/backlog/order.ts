/**
 * The order of the Backlog: one list across the teams, and therefore one thing.
 * Finished and dropped items keep their place in it; a view leaves them out.
 */
import type { ItemId } from '../../kernel/ids.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { all, stands, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { ItemBook } from './item.ts';
import { placed, type Placed, type Placement } from './placing.ts';

export type Order = { readonly items: readonly ItemId[] };

/** Puts an item directly before another; before null means at the end. */
export type OrderCommand = { readonly type: 'backlog/place'; readonly item: ItemId; readonly before: ItemId | null };
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
    'backlog/placed': (now, { item, before }) => later(now, { item, before }),
  },
};

/** Orders whose list has not been asked for yet: what they follow, and the placement that made them. */
const waiting = new WeakMap<Order, { readonly was: Order | undefined; readonly placement: Placement }>();

/**
 * The order after one more placement. Its list is worked out when somebody first reads it, together with all
 * placements before it: 20,000 placements among 20,000 items took 18 seconds one by one.
 */
const later = (was: Order | undefined, placement: Placement): Order => {
  let items: readonly ItemId[] | null = null;
  const now: Order = {
    get items() {
      return (items ??= settled(now));
    },
  };
  waiting.set(now, { was, placement });
  return now;
};

const settled = (now: Order): readonly ItemId[] => {
  const placements: Placement[] = [];
  let at: Order | undefined = now;
  for (let step = waiting.get(now); step; step = at && waiting.get(at)) {
    placements.push(step.placement);
    at = step.was;
  }
  waiting.delete(now);
  return placed(at?.items ?? [], placements.toReversed());
};
