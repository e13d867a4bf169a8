/** A value that holds from a day on, until the next one. */
import type { Day } from '../../kernel/day.ts';

export type Dated<T> = { readonly from: Day; readonly value: T };

/** The list with this value from this day on, in the order of days; a value of the same day is replaced. */
export const withDated = <T>(list: readonly Dated<T>[], from: Day, value: T): readonly Dated<T>[] =>
  [...list.filter((d) => d.from !== from), { from, value }].toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** The value in force on this day; undefined before the first. */
export const inForce = <T>(list: readonly Dated<T>[], day: Day): T | undefined => list.findLast((d) => d.from <= day)?.value;
