/** The Backlog as it is looked at: rows in order with their dates, and what a held row does to the dates of the others. */
import { useMemo } from 'react';
import type { ItemId, PriorityId, TeamId } from '../../../kernel/ids.ts';
import { deliveryOf, type Delivery } from '../../../views/delivery/delivery.ts';
import { groundOf, inputOf } from '../../../views/delivery/input.ts';
import { shiftsOf } from '../../../views/delivery/moved.ts';
import { backlog, type Backlog, type BacklogRow } from '../../../views/work/backlog.ts';
import { useCompany } from '../../state/company.tsx';
import { quick, useForecast } from '../../state/use-forecast.ts';
import { reordered, type Held } from './use-order.ts';

export type BacklogNow = {
  readonly list: Backlog;
  /** Every open item in the agreed order. */
  readonly ids: readonly ItemId[];
  /** The rows shown, in the order in the hand. */
  readonly rows: readonly BacklogRow[];
  /** As agreed, and as it would be. The same where nothing is held. */
  readonly before: Delivery;
  readonly after: Delivery;
  readonly shifts: ReadonlyMap<ItemId, number>;
  /** False while the first answer stands and the worker still counts. */
  readonly refined: boolean;
};
export type Only = { readonly priority: PriorityId | null; readonly team: TeamId | null };

const NO_SHIFTS: ReadonlyMap<ItemId, number> = new Map();

export const useRows = ({ priority, team }: Only): Pick<BacklogNow, 'list' | 'ids'> & { readonly shown: readonly BacklogRow[] } => {
  const { book } = useCompany();
  const list = useMemo(() => backlog(book), [book]);
  const ids = useMemo(() => list.rows.map((row) => row.item.id), [list]);
  const shown = useMemo(
    () =>
      list.rows.filter(
        ({ item }) =>
          (priority === null || item.priority === priority) &&
          (team === null || (item.team ?? (item.owner && book.capacity.get(item.owner)?.team)) === team),
      ),
    [list, priority, team, book],
  );
  return { list, ids, shown };
};

export const useDates = ({ list, ids, shown }: ReturnType<typeof useRows>, held: Held | null): BacklogNow => {
  const { book, today } = useCompany();
  const ground = useMemo(() => groundOf(book, today, ids), [book, today, ids]);
  const input = useMemo(() => inputOf(ground, ids), [ground, ids]);
  const base = useForecast(input);
  const before = useMemo(() => deliveryOf(book, ground, ids, base.found), [book, ground, ids, base.found]);
  const order = useMemo(() => reordered(ids, held), [ids, held]);
  // By throughput a place has its dates whoever stands there; by sizes another order is another queue.
  const counts = held !== null && held.from !== held.to && ground.ruling.basis === 'sizes';
  const queue = useForecast(counts ? inputOf(ground, order) : null);
  const now = counts ? queue : base;
  const after = useMemo(() => (held ? deliveryOf(book, ground, order, now.found) : before), [held, book, ground, order, now.found, before]);
  const shifts = useMemo(() => {
    if (!held) return NO_SHIFTS;
    // Few trials are compared with few: the difference must be the move, not the number of trials.
    const was = now.refined === base.refined || !input ? before : deliveryOf(book, ground, ids, quick(input));
    return shiftsOf(was, after);
  }, [held, now.refined, base.refined, input, before, book, ground, ids, after]);
  const rows = useMemo(() => reordered(shown, held), [shown, held]);
  return { list, ids, rows, before, after, shifts, refined: now.refined };
};
