/** Cycles: the running one, those planned, and what became of those that were closed. */
import { isOpenCycle, type Cycle } from '../../domain/backlog/cycle.ts';
import { sizeOf } from '../../domain/backlog/sizing.ts';
import type { Book } from '../../domain/book.ts';
import { recordedDays, recordedPeople } from '../../domain/capacity/recorded.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { capital, count, days, dayWords, inWords, plural, tally } from '../words/format.ts';

export type CycleStanding = 'planned' | 'running' | 'closed' | 'dropped';
export type CycleRow = {
  readonly cycle: Cycle;
  readonly standing: CycleStanding;
  readonly team: string | null;
  /** Person-days of the items in it; `unsized` of them weigh nothing here. */
  readonly taken: number;
  readonly unsized: number;
  /** Person-days that the recorded people of this team can give in its days; null where nobody's hours are recorded. */
  readonly capacity: number | null;
  readonly done: readonly ItemId[];
  readonly open: readonly ItemId[];
};
export type Cycles = {
  readonly running: readonly CycleRow[];
  readonly planned: readonly CycleRow[];
  readonly past: readonly CycleRow[];
  readonly title: string;
  readonly sub: string;
};

export const standingOf = (cycle: Cycle): CycleStanding =>
  cycle.retired ? 'dropped' : cycle.closed ? 'closed' : cycle.startedOn ? 'running' : 'planned';

/** One cycle with what it holds against what its people can give. */
export const cycleRow = (book: Book, cycle: Cycle): CycleRow => {
  const items = cycle.items.flatMap((id) => book.item.get(id) ?? []).filter((i) => !i.retired);
  const sizes = items.map((i) => sizeOf(book, i).days);
  const people = recordedPeople(book, cycle.team ?? undefined);
  const until = addDays(cycle.to, 1);
  return {
    cycle,
    standing: standingOf(cycle),
    team: cycle.team === null ? null : (book.team.get(cycle.team)?.name ?? null),
    taken: Math.round(sizes.reduce<number>((sum, n) => sum + (n ?? 0), 0) * 100) / 100,
    unsized: sizes.filter((n) => n === null).length,
    capacity: people.length === 0 ? null : people.reduce((sum, id) => sum + (recordedDays(book, id, cycle.from, until) ?? 0), 0),
    done: cycle.closed ? cycle.closed.done : items.filter((i) => i.finishedOn).map((i) => i.id),
    open: cycle.closed ? cycle.closed.carried : items.filter((i) => !i.finishedOn).map((i) => i.id),
  };
};

export const cycles = (book: Book, today: Day): Cycles => {
  const rows = [...book.cycle.values()].map((c) => cycleRow(book, c));
  const by = (standing: CycleStanding): CycleRow[] => rows.filter((r) => r.standing === standing);
  const running = by('running').toSorted((a, b) => a.cycle.from.localeCompare(b.cycle.from));
  const planned = by('planned').toSorted((a, b) => a.cycle.from.localeCompare(b.cycle.from));
  const past = by('closed').toSorted((a, b) => b.cycle.to.localeCompare(a.cycle.to));
  return { running, planned, past, ...finding(running, past, today) };
};

const finding = (running: readonly CycleRow[], past: readonly CycleRow[], today: Day): { readonly title: string; readonly sub: string } => {
  const sub = pastWords(past);
  const [now] = running;
  if (!now) return { title: past.length === 0 ? 'No cycle has been planned yet.' : 'No cycle is running.', sub };
  const all = now.done.length + now.open.length;
  const late = now.cycle.to < today ? `; it ended on ${dayWords(now.cycle.to, today)}` : '';
  const fits =
    now.capacity === null || now.taken <= now.capacity ? '' : `, ${days(Math.round((now.taken - now.capacity) * 10) / 10)} more than fit`;
  return {
    title:
      all === 0
        ? `The running cycle holds nothing yet${late}.`
        : `${now.done.length === 0 ? 'None' : capital(inWords(now.done.length))} of ${plural(all, 'item')} of this cycle ${now.done.length === 1 ? 'is' : 'are'} done${fits}${late}.`,
    sub,
  };
};

/** How many of the last cycles finished what they took. */
const pastWords = (past: readonly CycleRow[]): string => {
  const last = past.slice(0, 6);
  if (last.length === 0) return 'Five or ten working days for which a team takes items from the Backlog; the order stays as agreed.';
  const done = last.reduce((sum, r) => sum + r.done.length, 0);
  const all = last.reduce((sum, r) => sum + r.done.length + r.open.length, 0);
  return `In the last ${plural(last.length, 'cycle')} ${count(done)} of ${tally(all, 'item')} were done; the rest was carried over.`;
};

/** Cycles that still take items and do not have this one: for "Put into a cycle". */
export const openCycles = (book: Book): readonly Cycle[] =>
  [...book.cycle.values()].filter(isOpenCycle).toSorted((a, b) => a.from.localeCompare(b.from));
