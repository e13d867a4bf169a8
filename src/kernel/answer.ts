/**
 * Answer: the one shape in which every question is answered at every door.
 *
 * A figure is absent where it does not apply and null where it is not known (a finding or
 * a missing line then says why). Counts are whole; rates and shares lie in [0, 1]; lags are
 * days; money is whole minor units with its currency. `low` and `high` bound an estimate
 * with the confidence named in `definition`.
 */
import type { Day } from './day.ts';
import type { Money } from './money.ts';

/** A number that was estimated, with its interval; null bounds are never used: no interval, no Estimate. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

export type Figure = number | string | boolean | null | Money | Estimate | readonly Figure[] | { readonly [name: string]: Figure };

/** One line of an answer. `key` is the cut's value ("(blank)" for an empty cell); several cuts join as an array in `keys`. */
export type Row = { readonly key: string; readonly n: number; readonly [figure: string]: Figure };

/** Why part of what was asked about is not in the number: how many, and how much money it carries where that is known. */
export type Missing = { readonly why: string; readonly n: number; readonly minor?: number };

/** How much of what was asked about the answer rests on: `have` of `of` rows. */
export type Coverage = { readonly have: number; readonly of: number; readonly missing: readonly Missing[] };

/**
 * Something a careful reader must know: code (kebab-case, stable), how many rows, their ids
 * (the first hundred), one sentence, and, where there is one, the next action and the money carried.
 */
export type Finding = {
  readonly code: string;
  readonly n: number;
  readonly ids: readonly string[];
  readonly text: string;
  readonly todo?: string;
  readonly minor?: number;
  readonly detail?: { readonly [name: string]: Figure };
};

export type Answer = {
  readonly question: string;
  readonly company: string;
  /** Last local day the answer may know about. */
  readonly asOf: Day;
  /** Numbers of the loads it rests on, oldest first. */
  readonly loads: readonly number[];
  /** One paragraph: what was counted, in which unit, zone and currency, by which rule. */
  readonly definition: string;
  readonly rows: readonly Row[];
  readonly total: Row;
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
};
