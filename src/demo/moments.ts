/**
 * Moments: decisions with the day they were made on, before they become batches in the order of time.
 * Moments of one day keep the order in which they are given.
 */
import type { Command } from '../domain/book.ts';
import { BY_LINK } from '../domain/decider.ts';
import { dayFromNumber } from '../kernel/day.ts';
import type { NoteId, PersonId } from '../kernel/ids.ts';
import type { Random } from '../kernel/random.ts';
import type { Instant } from '../kernel/zone.ts';
import { workday, type Calendar } from './calendar.ts';
import { PEOPLE, type Who } from './people.ts';

/** What somebody wrote, beside the event that names it. */
export type Written = { readonly id: NoteId; readonly text: string };

/** `day` is a day number. `people` are those whose names enter the company here. */
export type Moment = {
  readonly day: number;
  /** `link`: somebody without an account, by the link he was given. */
  readonly who: Who | 'link';
  readonly commands: readonly Command[];
  readonly notes?: readonly Written[];
  readonly people?: readonly Who[];
  /** People who are no members. */
  readonly strangers?: DemoBatch['people'];
};

/** One batch as the server appends it: with its own author and time. */
export type DemoBatch = {
  readonly at: Instant;
  readonly by: PersonId;
  readonly commands: readonly Command[];
  readonly notes: readonly Written[];
  readonly people: readonly { readonly id: PersonId; readonly name: string; readonly email: string }[];
};

/** Batches in the order of time, working days only, the last on the day before `asOf`. */
export const batchesOf = (moments: readonly Moment[], { today }: Calendar, r: Random): DemoBatch[] => {
  const inOrder = moments.toSorted((a, b) => a.day - b.day).map((m) => ({ ...m, day: workday(m.day) }));
  const byDay = Map.groupBy(
    inOrder.filter(({ day, commands }) => day < today && commands.length > 0),
    ({ day }) => day,
  );
  return [...byDay].flatMap(([day, ofDay]) => {
    const times = ofDay.map(() => r.whole(FIRST_MINUTE, LAST_MINUTE)).toSorted((a, b) => a - b);
    return ofDay.map(({ who, commands, notes = [], people = [], strangers = [] }, n): DemoBatch => ({
      at: instantAt(day, times[n]!, Math.min(n, 59)),
      by: who === 'link' ? BY_LINK : PEOPLE[who].id,
      commands,
      notes,
      people: [...people.map((p) => ({ id: PEOPLE[p].id, name: PEOPLE[p].name, email: PEOPLE[p].email })), ...strangers],
    }));
  });
};

/** Office hours in UTC, in minutes since midnight. */
const FIRST_MINUTE = 7 * 60;
const LAST_MINUTE = 15 * 60 + 50;

const two = (n: number): string => String(n).padStart(2, '0');

/** An instant in UTC from a day number and minutes since midnight. */
export const instantAt = (day: number, minute: number, second = 0): Instant =>
  `${dayFromNumber(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}.000Z`;
