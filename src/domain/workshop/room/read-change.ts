/**
 * What a browser sends as a change, read field by field: anything else is no change at all. Nothing is stored that was not
 * looked at here, so that what reads the room later may rely on its shape.
 */
import { isDay, type Day } from '../../../kernel/day.ts';
import { isId, type CardId, type OutcomeId, type PriorityId } from '../../../kernel/ids.ts';
import { MOSCOW, type Moscow } from '../../blueprint/priority.ts';
import { TOPICS, type Topic } from '../agenda.ts';
import type { Change } from './entry.ts';
import type { Terms } from './room.ts';

type Check<T> = (value: unknown) => value is T;
type Fields<T> = { readonly [F in keyof T]-?: Check<T[F]> };

/** Longer than any text that a room takes; those have bounds of their own (accept.ts). */
const LONGEST = 1000;
const MOST_OUTCOMES = 5;

const text: Check<string> = (value): value is string => typeof value === 'string' && value.length <= LONGEST;
const number: Check<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);
const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value): value is T | null =>
    value === null || check(value);
const day: Check<Day> = (value): value is Day => text(value) && isDay(value);
const own: Check<CardId> = (value): value is CardId => text(value) && isId('j', value);
const topic: Check<Topic> = (value): value is Topic => (TOPICS as readonly unknown[]).includes(value);
const moscow: Check<Moscow> = (value): value is Moscow => (MOSCOW as readonly unknown[]).includes(value);
const outcomes: Check<readonly OutcomeId[]> = (value): value is readonly OutcomeId[] =>
  Array.isArray(value) && value.length <= MOST_OUTCOMES && value.every((one) => text(one) && isId('u', one));
const priority: Check<PriorityId> = (value): value is PriorityId => text(value) && isId('r', value);

/** Exactly these fields, each as it must be. */
const exactly =
  <T extends object>(fields: Fields<T>): Check<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === Object.keys(fields).length &&
    Object.entries<Check<unknown>>(fields).every(
      ([field, check]) => Object.hasOwn(value, field) && check((value as Readonly<Record<string, unknown>>)[field]),
    );

// What a card costs is a change of its own: nobody tells it to those who see no money.
const terms = exactly<Terms>({ days: orNull(number), outcomes, under: orNull(priority) });

// `minor` of terms stands in old logs alone.
type Of<D extends Change['do']> = Omit<Extract<Change, { readonly do: D }>, 'do' | (D extends 'terms' ? 'minor' : never)>;
const SHAPES: { readonly [D in Change['do']]: Fields<Of<D>> } = {
  write: { card: own, topic, lane: text, text: orNull(text) },
  rewrite: { card: own, topic, text: orNull(text) },
  tear: { card: own, topic },
  put: { card: own, group: orNull(own), before: orNull(own) },
  group: { group: own, topic, title: text },
  ungroup: { group: own },
  vote: { topic, on: text, dots: number },
  raise: { entry: own, text: orNull(text) },
  lower: { entry: own },
  class: { card: text, into: orNull(moscow), before: orNull(text) },
  terms: { card: text, terms },
  money: { card: text, minor: orNull(number) },
  reason: { card: text, text: orNull(text), later: orNull(day) },
  word: { statement: text, outcomes },
};

/** The change, or null where it is none: something unknown to be done, a field too many, too few, or of another kind. */
export const readChange = (sent: unknown): Change | null => {
  if (typeof sent !== 'object' || sent === null) return null;
  const { do: what, ...rest } = sent as { readonly do?: unknown };
  if (typeof what !== 'string' || !Object.hasOwn(SHAPES, what)) return null;
  return exactly(SHAPES[what as Change['do']] as Fields<object>)(rest) ? (sent as Change) : null;
};
