/**
 * Cycle: five or ten working days for which a team takes items from the Backlog. It is planned, started, and closed
 * with what was done and what is carried over. One cycle of a team runs at a time; the order of the Backlog stays as it is.
 */
import { addDays, weekday, type Day } from '../../kernel/day.ts';
import type { CycleId, ItemId, NoteId, TeamId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, fresh, oneOf, stands, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { BacklogBook } from './order.ts';

/** How it ended: what was done in it, what was not, and the cycle that took that over (null: back to the Backlog). */
export type Closing = {
  readonly on: Day;
  readonly done: readonly ItemId[];
  readonly carried: readonly ItemId[];
  readonly into: CycleId | null;
};

export type Cycle = {
  readonly id: CycleId;
  /** null where the whole company works in one cycle. */
  readonly team: TeamId | null;
  readonly from: Day;
  /** Its last working day. */
  readonly to: Day;
  /** Working days, Monday to Friday; holidays are part of the capacity, not of the length. */
  readonly days: number;
  readonly items: readonly ItemId[];
  readonly startedOn: Day | null;
  readonly closed: Closing | null;
  readonly retired: { readonly why: NoteId } | null;
};

export const CYCLE_DAYS: readonly number[] = [5, 10];

export type CycleCommand =
  | { readonly type: 'cycle/plan'; readonly id: CycleId; readonly team: TeamId | null; readonly from: Day; readonly days: number }
  | { readonly type: 'cycle/take'; readonly id: CycleId; readonly item: ItemId }
  | { readonly type: 'cycle/leave'; readonly id: CycleId; readonly item: ItemId }
  | { readonly type: 'cycle/start'; readonly id: CycleId; readonly on: Day }
  | { readonly type: 'cycle/close'; readonly id: CycleId; readonly on: Day; readonly into: CycleId | null }
  | { readonly type: 'cycle/drop'; readonly id: CycleId; readonly why: NoteId };
export type CycleEvent =
  | {
      readonly type: 'cycle/planned';
      readonly id: CycleId;
      readonly team: TeamId | null;
      readonly from: Day;
      readonly to: Day;
      readonly days: number;
    }
  | { readonly type: 'cycle/taken'; readonly id: CycleId; readonly item: ItemId }
  | { readonly type: 'cycle/left'; readonly id: CycleId; readonly item: ItemId }
  | { readonly type: 'cycle/started'; readonly id: CycleId; readonly on: Day }
  | ({ readonly type: 'cycle/closed'; readonly id: CycleId } & Closing)
  | { readonly type: 'cycle/dropped'; readonly id: CycleId; readonly why: NoteId };
export type CycleRefusal =
  | Basic
  | { readonly code: 'finished-already'; readonly on: Day }
  | { readonly code: 'cycle-open'; readonly cycle: CycleId }
  | { readonly code: 'cycle-closed'; readonly on: Day }
  | { readonly code: 'cycle-not-started' }
  | { readonly code: 'in-another-cycle'; readonly cycle: CycleId }
  | { readonly code: 'other-team'; readonly cycle: CycleId };
export type CycleBook = BacklogBook & { readonly cycle: ReadonlyMap<CycleId, Cycle> };

/** True for a cycle that still takes items: planned or running. */
export const isOpenCycle = (c: Cycle): boolean => !c.closed && !c.retired;

/** The last of `days` working days (Monday to Friday) counted from `from`. */
export const lastWorkingDay = (from: Day, days: number): Day => {
  let at = from;
  for (let left = days; ; at = addDays(at, 1)) if (weekday(at) <= 5 && --left === 0) return at;
};

/** The cycle, planned or running, that has this item; null where none has. */
export const cycleOf = (book: Pick<CycleBook, 'cycle'>, item: ItemId): Cycle | null =>
  [...book.cycle.values()].find((c) => isOpenCycle(c) && c.items.includes(item)) ?? null;

const open = (id: CycleId, c: Cycle | undefined): Result<null, CycleRefusal> => {
  const checked = stands('cycle', id, c);
  return !checked.ok ? checked : c!.closed ? refuse({ code: 'cycle-closed', on: c!.closed.on }) : ok(null);
};

export const cycle: Decider<CycleId, Cycle, CycleCommand, CycleEvent, CycleRefusal, CycleBook> = {
  keyOf: (message) => message.id,
  decide: {
    'cycle/plan': (c, { id, team, from, days }, _, book) => {
      const checked = all(
        team === null ? ok(null) : stands('team', team, book.team.get(team)),
        fresh('cycle', 'y', id, c),
        day('from', from),
        oneOf('days', String(days), CYCLE_DAYS.map(String)),
      );
      return checked.ok ? ok([{ type: 'cycle/planned', id, team, from, to: lastWorkingDay(from, days), days }]) : checked;
    },
    'cycle/take': (c, { id, item }, _, book) => {
      const checked = open(id, c);
      if (!checked.ok) return checked;
      const there = stands('item', item, book.item.get(item));
      if (!there.ok) return there;
      const { finishedOn } = book.item.get(item)!;
      if (finishedOn) return refuse({ code: 'finished-already', on: finishedOn });
      const now = cycleOf(book, item);
      if (now && now.id !== id) return refuse({ code: 'in-another-cycle', cycle: now.id });
      return ok(now ? [] : [{ type: 'cycle/taken', id, item }]);
    },
    'cycle/leave': (c, { id, item }) => {
      const checked = open(id, c);
      return checked.ok ? ok(c!.items.includes(item) ? [{ type: 'cycle/left', id, item }] : []) : checked;
    },
    'cycle/start': (c, { id, on }, _, book) => {
      const checked = open(id, c);
      if (!checked.ok) return checked;
      const dated = day('on', on);
      if (!dated.ok) return dated;
      const running = [...book.cycle.values()].find((o) => o.id !== id && o.team === c!.team && isOpenCycle(o) && o.startedOn);
      if (running) return refuse({ code: 'cycle-open', cycle: running.id });
      return ok(c!.startedOn === on ? [] : [{ type: 'cycle/started', id, on }]);
    },
    'cycle/close': (c, { id, on, into }, _, book) => {
      const checked = open(id, c);
      if (!checked.ok) return checked;
      if (!c!.startedOn) return refuse({ code: 'cycle-not-started' });
      const dated = all(
        day('on', on),
        on < c!.startedOn ? refuse({ code: 'ends-before-it-starts', from: c!.startedOn, to: on }) : ok(null),
      );
      if (!dated.ok) return dated;
      const next = into === null ? undefined : book.cycle.get(into);
      const takes = into === null ? ok(null) : into === id ? refuse({ code: 'cycle-closed', on } as const) : open(into, next);
      if (!takes.ok) return takes;
      if (into !== null && next!.team !== c!.team) return refuse({ code: 'other-team', cycle: into });
      const items = c!.items.flatMap((item) => book.item.get(item) ?? []).filter((i) => !i.retired);
      const done = items.filter((i) => i.finishedOn).map((i) => i.id);
      const carried = items.filter((i) => !i.finishedOn).map((i) => i.id);
      return ok([
        { type: 'cycle/closed', id, on, done, carried, into },
        ...(into === null ? [] : carried.map((item) => ({ type: 'cycle/taken', id: into, item }) as const)),
      ]);
    },
    'cycle/drop': (c, { id, why }) => {
      const checked = open(id, c);
      return checked.ok ? ok([{ type: 'cycle/dropped', id, why }]) : checked;
    },
  },
  evolve: {
    'cycle/planned': (_, { id, team, from, to, days }) => ({
      id,
      team,
      from,
      to,
      days,
      items: [],
      startedOn: null,
      closed: null,
      retired: null,
    }),
    'cycle/taken': (c, { item }) => ({ ...c!, items: [...c!.items.filter((other) => other !== item), item] }),
    'cycle/left': (c, { item }) => ({ ...c!, items: c!.items.filter((other) => other !== item) }),
    'cycle/started': (c, { on }) => ({ ...c!, startedOn: on }),
    'cycle/closed': (c, { on, done, carried, into }) => ({ ...c!, closed: { on, done, carried, into } }),
    'cycle/dropped': (c, { why }) => ({ ...c!, retired: { why } }),
  },
};
