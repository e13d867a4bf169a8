/**
 * Evidence: a number as it stood, with its date, so that later recomputation never changes what a decision rested on.
 * It names the question it was asked by, so that a reader can ask it again and see what is different now.
 */
import { isDay, type Day } from '../../kernel/day.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, text, type Basic } from '../check.ts';

export type EvidenceUnit = 'money' | 'count' | 'percent' | 'share' | 'days' | 'other';

/** How it was asked: which question, with which parameters, and which figure of the answer it is. */
export type AskedBy = {
  /** Name of the question. */
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /** Key of the row ("total" for the total) and name of the figure in it. */
  readonly row: string;
  readonly figure: string;
};

export type Evidence = {
  /** What the number is, in one line. */
  readonly what: string;
  /** As it was written on the screen: "€1.42 M". */
  readonly shown: string;
  /** In its unit (money in whole minor units); null where it was not known then. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: EvidenceUnit;
  readonly currency: string | null;
  /** null for a number counted from the plan, which no question answers. */
  readonly askedBy: AskedBy | null;
  /** How many of how many rows it rested on; null where that was not said. */
  readonly coverage: { readonly have: number; readonly of: number } | null;
  /** Last day it knew about. */
  readonly asOf: Day;
  /** Numbers of the loads it rested on. */
  readonly loads: readonly number[];
};

export const UNITS: readonly EvidenceUnit[] = ['money', 'count', 'percent', 'share', 'days', 'other'];
/** A decision that rests on more numbers than this rests on none. */
export const MOST_EVIDENCE = 12;

const number = (field: string, n: number | null): Result<null, Basic> =>
  n === null || Number.isFinite(n) ? ok(null) : refuse({ code: 'not-a-number', field });

/** A frozen number holds together: it says what it is and what it was, on a day that exists. */
export const evidenceHolds = (e: Evidence): Result<null, Basic> =>
  all(
    text('evidence', e.what, 300),
    text('evidence', e.shown, 120),
    number('evidence', e.value),
    number('evidence', e.low),
    number('evidence', e.high),
    UNITS.includes(e.unit) ? ok(null) : refuse({ code: 'not-one-of', field: 'unit', found: e.unit, choices: UNITS }),
    isDay(e.asOf) ? ok(null) : refuse({ code: 'not-a-day', field: 'asOf', found: e.asOf }),
  );

/** Field by field, so that nothing else gets into an event. */
export const frozen = (e: Evidence): Evidence => ({
  what: e.what.trim(),
  shown: e.shown.trim(),
  value: e.value,
  low: e.low,
  high: e.high,
  unit: e.unit,
  currency: e.currency,
  askedBy: e.askedBy && {
    name: e.askedBy.name,
    parameters: e.askedBy.parameters.map(({ name, value }) => ({ name, value })),
    row: e.askedBy.row,
    figure: e.askedBy.figure,
  },
  coverage: e.coverage && { have: e.coverage.have, of: e.coverage.of },
  asOf: e.asOf,
  loads: [...e.loads],
});
