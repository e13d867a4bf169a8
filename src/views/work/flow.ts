/**
 * Flow: how long work takes, how much is under way, and what is getting old. From finished items and imported history;
 * in working days, both ends counted, as people say "Monday to Friday is five days".
 *
 * Cycle time   working days from the start to the end of work
 * Lead time    working days from the day it was added (or asked) to the end of work
 * Age          working days from the start of work to today
 * Throughput   items finished in a week, weeks of none counted as 0
 */
import { columnOf } from '../../domain/backlog/flow.ts';
import type { Item } from '../../domain/backlog/item.ts';
import type { Book } from '../../domain/book.ts';
import { addDays, daysBetween, weekday, type Day } from '../../kernel/day.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { MONDAY_TO_FRIDAY, workingDaysBetween, type WorkCalendar } from '../../kernel/workdays.ts';
import { quantile, type Counted } from '../../models/quantile.ts';

/** One piece of work, as far as its days are known. */
export type Worked = { readonly added: Day | null; readonly started: Day | null; readonly done: Day | null };

/** `n` counted; each null where nothing was counted. */
export type Spread = {
  readonly n: number;
  readonly median: number | null;
  readonly p85: number | null;
  readonly p95: number | null;
  readonly max: number | null;
};

const spreadOf = (values: readonly number[]): Spread => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const counted: Counted[] = [...counts].map(([value, n]) => ({ value, n })).toSorted((a, b) => a.value - b.value);
  return {
    n: values.length,
    median: quantile(counted, 0.5),
    p85: quantile(counted, 0.85),
    p95: quantile(counted, 0.95),
    max: counted.at(-1)?.value ?? null,
  };
};

const times = (work: readonly Worked[], from: 'added' | 'started', calendar: WorkCalendar): number[] =>
  work.flatMap((one) => {
    const start = one[from];
    return start !== null && one.done !== null && start <= one.done ? [workingDaysBetween(calendar, start, one.done)] : [];
  });

export const cycleTimes = (work: readonly Worked[], calendar: WorkCalendar): Spread => spreadOf(times(work, 'started', calendar));
export const leadTimes = (work: readonly Worked[], calendar: WorkCalendar): Spread => spreadOf(times(work, 'added', calendar));

/** Items finished in each week from Monday to Sunday, from the week of `from` up to the one before `to`'s; oldest first. */
export const weeklyDone = (work: readonly Worked[], from: Day, to: Day): readonly { readonly monday: Day; readonly n: number }[] => {
  const first = mondayOf(from);
  const weeks = Array.from({ length: Math.max(0, Math.floor(daysBetween(first, mondayOf(to)) / 7)) }, (_, i) => ({
    monday: addDays(first, 7 * i),
    n: 0,
  }));
  for (const { done } of work) {
    const week = done === null || done < first ? undefined : weeks[Math.floor(daysBetween(first, done) / 7)];
    if (week) week.n += 1;
  }
  return weeks;
};

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** Started on or before a day and not done on it. */
export const underWayOn = (work: readonly Worked[], day: Day): number =>
  work.filter(({ started, done }) => started !== null && started <= day && (done === null || done > day)).length;

/** The calendar work is counted by: the team's, else the only one there is, else Monday to Friday. */
export const calendarFor = (book: Book, team: TeamId | null): WorkCalendar => {
  const standing = [...book.calendar.values()].filter((c) => !c.retired);
  const named = team === null ? undefined : book.team.get(team)?.calendar;
  const calendar = (named && book.calendar.get(named)) || (standing.length === 1 ? standing[0] : undefined);
  return calendar ? { weekdays: calendar.weekdays, holidays: new Set(calendar.holidays.map((h) => h.day)) } : MONDAY_TO_FRIDAY;
};

/** The items of the book as worked; dropped ones left out. */
export const workedIn = (book: Book): Worked[] =>
  [...book.item.values()]
    .filter((i) => !i.retired)
    .map((i) => ({ added: i.request?.on ?? i.addedOn, started: i.startedOn, done: i.finishedOn }));

/** So many finished items carry a P85 that age is compared with. */
export const LEAST_FOR_AGE = 10;

export type Age = {
  readonly item: Item;
  /** Working days since it was started, today counted. */
  readonly days: number;
  /** Older than 85 % of finished items were when they were done; null where too few are finished to say. */
  readonly old: boolean | null;
};
export type Ageing = {
  readonly ages: readonly Age[];
  /** Working days within which 85 % of finished items were done; null where fewer than LEAST_FOR_AGE are. */
  readonly p85: number | null;
  readonly n: number;
};

/** Items under way, the oldest first, against the cycle times of what was finished. */
export const ageing = (book: Book, today: Day, history: readonly Worked[] = []): Ageing => {
  const { n, p85 } = cycleTimes([...workedIn(book), ...history], calendarFor(book, null));
  const line = n >= LEAST_FOR_AGE ? p85 : null;
  const ages = [...book.item.values()]
    .filter((item) => columnOf(item) !== null && item.startedOn! <= today)
    .map((item): Age => {
      const days = workingDaysBetween(calendarFor(book, item.team), item.startedOn!, today);
      return { item, days, old: line === null ? null : days > line };
    })
    .toSorted((a, b) => b.days - a.days);
  return { ages, p85: line, n };
};
