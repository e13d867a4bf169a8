/** Row: one fact as the facts room takes it, values by field name; `attrs` holds what has no field of its own. */
import { dayFromNumber, type Day } from '../kernel/day.ts';
import { instantAt } from './moments.ts';

type Cell = string | number | boolean | null;
export type Row = { readonly [field: string]: Cell | { readonly [attribute: string]: Cell } };

/** Spelled once: few days, many rows. */
const texts = new Map<number, Day>();
export const dayText = (day: number): Day => {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = dayFromNumber(day);
  texts.set(day, text);
  return text;
};

/** A time within office hours of that day, other for each `n` but always the same. */
export const timeText = (day: number, n: number): string =>
  instantAt(day, 7 * 60 + ((n * 131 + day * 37) % (10 * 60)), (n * 17 + day) % 60);
