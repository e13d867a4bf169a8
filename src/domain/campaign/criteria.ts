/**
 * Success criteria of a micro-campaign: what is measured, out of what, from where it is scaled, below what it is aborted,
 * how much evidence is needed at least, until when, and how often the company accepts to be wrong.
 *
 * They are written, put forward by one person and frozen by a second one before the start. After that no command changes
 * them: who wants others plans a new campaign. The rule that reads them stands in models/verdict; nothing here estimates.
 */
import type { Day } from '../../kernel/day.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { Instant } from '../../kernel/zone.ts';

/**
 * Something that is counted or added up. `hand`: told by a person at each look, in his words; all others are counted from
 * the facts of the campaign: touches of a kind, leads, opportunities that reached a stage, deals won, money booked, money spent.
 */
export type Counted =
  | { readonly what: 'hand'; readonly name: string }
  | { readonly what: 'touch'; readonly kind: string }
  | { readonly what: 'stage'; readonly stage: string }
  | { readonly what: 'lead' | 'opportunity' | 'won' | 'revenue' | 'spend' };

/**
 * share: cases of `outOf` with at least one `of`; count: number of `of` over `outOf` cases; mean: amount of `of` for each
 * case of `outOf`; ratio: amount of `of` over amount of `outOf`. `relative`: with two or more variants the thresholds are
 * differences relative to the first one (0.1 is a tenth better); otherwise they are levels.
 */
export type Measure = {
  readonly kind: 'share' | 'count' | 'mean' | 'ratio';
  readonly better: 'more' | 'less';
  readonly of: Counted;
  readonly outOf: Counted;
  readonly relative: boolean;
};

/** What must not get worse than `limit` while the measure gets better: opt-outs, cost for each case. In the unit of its measure. */
export type Guardrail = { readonly measure: Measure; readonly limit: number };

/** Shares are numbers in (0, 1); money is whole minor units of the company's currency. */
export type Criteria = {
  readonly measure: Measure;
  /** Scaled where the measure is better than this. */
  readonly scale: number;
  /** Aborted where it is worse than this. */
  readonly abort: number;
  /** Cases of each variant before anything is said. */
  readonly minimum: number;
  /** Last day of evidence; after it the word is review, unless the rule has said scale or abort. */
  readonly deadline: Day;
  /** Chance of a wrong scale, and of a wrong abort, that the company accepts; in (0, 0.5). */
  readonly error: number;
  readonly guardrails: readonly Guardrail[];
};

/**
 * Sums of one variant up to a day. `n`: cases of `outOf`. `of`: share: cases with at least one; count: number; mean and
 * ratio: amount. `ofSquares`: sum of the squares of the amounts of each case (mean, ratio). `outOf`, `outOfSquares` and
 * `products`: the same of the amount below the line and of both multiplied (ratio). null where the kind does not need it.
 */
export type Arm = {
  readonly n: number;
  readonly of: number;
  readonly ofSquares: number | null;
  readonly outOf: number | null;
  readonly outOfSquares: number | null;
  readonly products: number | null;
};

/**
 * What a person told: sums up to the end of that day. `arms` by variant, empty where the measure is counted from facts;
 * `guards` by guardrail and variant, likewise. A correction may go back, and says why.
 */
export type Look = {
  readonly on: Day;
  readonly arms: readonly Arm[];
  readonly guards: readonly (readonly Arm[])[];
  readonly spent: Money | null;
  readonly correction: NoteId | null;
  readonly by: PersonId;
  readonly at: Instant;
};

/** One way of doing it, and its share of the cases among the weights of all. The first is what the others are compared with. */
export type Variant = { readonly name: string; readonly weight: number };

/** What the rule can say of the evidence. */
export type Word = 'scale' | 'keep-going' | 'abort' | 'review';
export const WORDS: readonly Word[] = ['scale', 'keep-going', 'abort', 'review'];
