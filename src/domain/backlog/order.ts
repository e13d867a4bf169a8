/**
 * The order of the Backlog: one list across the teams, and therefore one thing.
 * Finished and dropped items keep their place in it; a view leaves them out.
 *
 * A placement costs the same in a Backlog of five items and of five thousand. The newest order holds the list itself;
 * each older one only the step that leads back to it from the order that followed (H. G. Baker's shallow binding,
 * doi:10.1145/122598.122614). Reading an older order walks back, and forth again when the newest is asked.
 */
import type { ItemId } from '../../kernel/ids.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { all, stands, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { ItemBook } from './item.ts';
import { checkLine, isUnjustified, type LineRefusal } from './line.ts';
import { follower, holds, linked, placed, read, take, type Adopted, type Linked, type Placed, type Step } from './placing.ts';

export type Order = { readonly items: readonly ItemId[] };

export type OrderCommand =
  /** Puts an item directly before another; before null means at the end. */
  | { readonly type: 'backlog/place'; readonly item: ItemId; readonly before: ItemId | null }
  /** Lets these items change places among themselves, as a sort by a score would have them. All others keep their place. */
  | { readonly type: 'backlog/adopt'; readonly items: readonly ItemId[] };
export type OrderEvent = Placed | Adopted;
export type OrderRefusal = Basic | { readonly code: 'before-itself' } | { readonly code: 'said-twice' } | LineRefusal;
export type BacklogBook = ItemBook & { readonly backlog: ReadonlyMap<'backlog', Order> };

export const order: Decider<'backlog', Order, OrderCommand, OrderEvent, OrderRefusal, BacklogBook> = {
  keyOf: () => 'backlog',
  decide: {
    'backlog/place': (now = NONE, { item, before }, { at }, book) => {
      const checked = all(
        stands('item', item, book.item.get(item)),
        before === null ? ok(null) : stands('item', before, book.item.get(before)),
      );
      if (!checked.ok) return checked;
      if (item === before) return refuse({ code: 'before-itself' });
      const list = listOf(now);
      const stays = holds(list, item) && follower(list, item) === before;
      if (stays) return ok([]);
      // Only work that nobody justified is looked at closely; everything else costs the same in a list of any length.
      if (before !== null && isUnjustified(book, book.item.get(item)!)) {
        const above = checkLine(book, at, now.items, placed(now.items, [{ item, before }]), new Set([item]));
        if (!above.ok) return above;
      }
      return ok([{ type: 'backlog/placed', item, before }]);
    },
    'backlog/adopt': (now = NONE, { items }, { at }, book) => {
      const checked = all(...items.map((item) => stands('item', item, book.item.get(item))));
      if (!checked.ok) return checked;
      const named = new Set<ItemId>(items);
      if (named.size < items.length) return refuse({ code: 'said-twice' });
      const stood = now.items.filter((item) => named.has(item));
      if (stood.every((item, n) => item === items[n])) return ok([]);
      const list = linked(now.items);
      take(list, { does: 'adopt', items });
      const above = checkLine(book, at, now.items, read(list), named);
      return above.ok ? ok([{ type: 'backlog/adopted', items }]) : above;
    },
  },
  evolve: {
    'backlog/placed': (now, { item, before }) => later(now ?? NONE, { does: 'place', item, before }),
    'backlog/adopted': (now, { items }) => later(now ?? NONE, { does: 'adopt', items }),
  },
};

/** Nothing has been placed yet. */
const NONE: Order = { items: [] };

/** What an order knows of its list: the list itself, or the step that makes it of the order that followed. */
type Known = { readonly list: Linked } | { readonly step: Step; readonly of: Order };
const known = new WeakMap<Order, Known>();

/** The order after one more step. */
const later = (was: Order, step: Step): Order => {
  const list = was === NONE ? linked([]) : listOf(was);
  const back = take(list, step);
  let items: readonly ItemId[] | null = null;
  const now: Order = {
    get items() {
      return (items ??= read(listOf(now)));
    },
  };
  known.set(now, { list });
  if (was !== NONE) known.set(was, { step: back, of: now });
  return now;
};

/** The list of this order. It is the only one there is: the orders after it keep the way back. */
const listOf = (wanted: Order): Linked => {
  const way: Order[] = [];
  let at = wanted;
  let state = known.get(at);
  while (state && 'of' in state) {
    way.push(at);
    at = state.of;
    state = known.get(at);
  }
  let list = state?.list;
  if (!list) {
    list = linked(at.items);
    known.set(at, { list });
  }
  for (const older of way.toReversed()) {
    const { step } = known.get(older) as { readonly step: Step };
    known.set(at, { step: take(list, step), of: older });
    known.set(older, { list });
    at = older;
  }
  return list;
};
