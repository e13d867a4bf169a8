/**
 * Capacity as recorded by decisions: what a gate may rest on. Nothing here is measured or forecast.
 * In person-days of eight hours (capacity/working.ts says how a day is made up) and in money of the company's currency.
 */
import type { Day } from '../../kernel/day.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import type { PersonId, TeamId } from '../../kernel/ids.ts';
import type { CapacityBook } from './line.ts';
import { recordedMoney } from './recorded-money.ts';
import type { PeopleBook } from './standing.ts';
import { workedIn, workingDays } from './working.ts';

export type RecordedCapacity = {
  readonly from: Day;
  readonly to: Day;
  /** Person-days that the recorded people can give; null where nobody's hours are recorded. */
  readonly days: number | null;
  /** By skill, the largest first. People without a recorded skill are in `days` only, so the sum may be less. */
  readonly bySkill: readonly { readonly skill: string; readonly days: number }[];
  /** Plan money of the budget lines, whole minor units of the company's currency; null where none is recorded, or a rate is missing (`recordedMoney` says which). */
  readonly moneyMinor: number | null;
};

/** Everybody whose weekly hours are recorded, in the order of recording; `team` leaves out the others. */
export const recordedPeople = (book: PeopleBook, team?: TeamId): readonly PersonId[] =>
  [...book.capacity.values()].filter((p) => p.hours.length > 0 && (team === undefined || p.team === team)).map((p) => p.person);

/**
 * Person-days one person can give from `from` to before `to`; null where his hours are not recorded.
 * Asked week by week it lets a forecast walk through the calendar; `workingDays` answers single days.
 */
export const recordedDays = (book: PeopleBook, person: PersonId, from: Day, to: Day): number | null =>
  (book.capacity.get(person)?.hours.length ?? 0) === 0 ? null : workedIn(workingDays(book, person), from, to).net;

/** What the recorded people and lines can give in a fiscal quarter such as 2026-Q2; throws RangeError for a name that is no quarter. */
export const recordedCapacity = (book: CapacityBook, period: string, team?: TeamId): RecordedCapacity => {
  const fiscal = book.company.get('company')?.fiscal;
  const quarter = fiscal ? quarterNamed(fiscal, period) : null;
  if (!quarter) throw new RangeError(`no quarter of this company: ${period}`);
  const { from, to } = quarter;
  const people = recordedPeople(book, team).map((id) => ({ id, days: recordedDays(book, id, from, to)! }));
  return {
    from,
    to,
    days: people.length === 0 ? null : people.reduce((sum, { days }) => sum + days, 0),
    bySkill: daysBySkill(book, people),
    moneyMinor: recordedMoney(book, period).minor,
  };
};

/** Person-days of some people by skill, the largest first; spellings that differ in case only are one skill. */
export const daysBySkill = (
  book: PeopleBook,
  people: readonly { readonly id: PersonId; readonly days: number }[],
): readonly { readonly skill: string; readonly days: number }[] => {
  const found = new Map<string, { skill: string; days: number }>();
  for (const { id, days } of people) {
    for (const { skill, share } of book.capacity.get(id)?.skills ?? []) {
      const key = skill.toLowerCase();
      const sum = found.get(key)?.days ?? 0;
      found.set(key, { skill: found.get(key)?.skill ?? skill, days: sum + (days * share) / 100 });
    }
  }
  return [...found.values()].toSorted((a, b) => b.days - a.days || (a.skill < b.skill ? -1 : 1));
};
