/** Looks as rows: what each knew, how far it may lie from the truth, and what the rule said then. */
import type { Criteria, Word } from '../../domain/campaign/criteria.ts';
import type { Day } from '../../kernel/day.ts';
import { momentsOf, type Arm } from '../../models/verdict/arm.ts';
import { differenceBetween, levelBetween, type Between } from '../../models/verdict/between.ts';
import { tuningFor, type Tuned } from '../../models/verdict/evidence.ts';
import type { Asked, Seen } from '../../models/verdict/look.ts';
import type { Judged, Look, Verdict } from '../../models/verdict/verdict.ts';
import { plainChance } from './plainly.ts';
import type { Judgeable } from './judgeable.ts';

export type LookRow = {
  readonly on: Day;
  /** Cases, over all variants, and of each. */
  readonly n: number;
  readonly arms: readonly ArmRow[];
  /** Of the variant that leads; its place among the variants. */
  readonly value: number | null;
  readonly arm: number;
  /** Interval that holds at every look at once, each side at the accepted error; null: nothing is ruled out on that side. */
  readonly low: number | null;
  readonly high: number | null;
  /** How many times more likely the evidence is if the claim is true, at the best; null: nothing can be said yet. */
  readonly forScale: number | null;
  readonly forAbort: number | null;
  /** Chance that the truth is better than the scale threshold, of one who looks once: does not decide. */
  readonly plainChance: number | null;
  readonly counts: boolean;
  readonly said: Word;
};
/** spread: of a mean or a ratio, how many times its value single cases spread (standard deviation); null where it does not apply. */
export type ArmRow = { readonly n: number; readonly came: number; readonly value: number | null; readonly spread: number | null };

const MOST = 60;

export const lookRows = (
  criteria: Criteria,
  judged: Judgeable,
  looks: readonly Look[],
  verdict: Verdict,
): { readonly rows: readonly LookRow[]; readonly decided: LookRow | null } => {
  const at = 'look' in verdict.why ? verdict.why.look : null;
  const rows = chosen(verdict.looks.length, at).map((i) =>
    rowOf(criteria, judged, looks[i]!, verdict.looks[i]!, saidBy(criteria, verdict, i)),
  );
  return { rows, decided: at === null ? null : (rows.find(({ on }) => on === verdict.looks[at]?.on) ?? null) };
};

/** Places of the looks that are shown: evenly spread, with the deciding one and the last. */
const chosen = (n: number, at: number | null): number[] => {
  const every = Math.max(1, Math.ceil(n / MOST));
  return Array.from({ length: n }, (_, i) => i).filter((i) => (n - 1 - i) % every === 0 || i === at);
};

/** The word as it stood after that look: once crossed, a threshold stays crossed. */
const saidBy = ({ error }: Criteria, { looks, word, why }: Verdict, i: number): Word => {
  if ('look' in why && i >= why.look) return word;
  const wanted = Math.log(1 / error);
  const crossed = (side: 'scale' | 'abort'): boolean => looks.slice(0, i + 1).some((look) => look.counts[side] && look[side] >= wanted);
  const [scale, abort] = [crossed('scale'), crossed('abort')];
  return scale && abort ? 'review' : scale ? 'scale' : abort ? 'abort' : 'keep-going';
};

const rowOf = (criteria: Criteria, { asked }: Judgeable, { seen }: Look, one: Judged, said: Word): LookRow => {
  const tuned = { tuning: tuningFor(criteria.minimum), error: criteria.error };
  const turned = (value: number | null): number | null => (asked.inverse && value !== null ? (value === 0 ? null : 1 / value) : value);
  // Money for each case is told by cases: so many were expected at the threshold.
  const own = asked.inverse ? { ...tuned, tuning: tuned.tuning * criteria.scale } : tuned;
  const between = betweenOf(asked, seen, one.arm, asked.against === 'difference' ? { ...tuned, tuning: 2 * tuned.tuning } : own);
  return {
    on: one.on,
    n: one.n,
    arms: seen.arms.map((a) => armRow(a, asked.inverse)),
    value: one.value,
    arm: one.arm,
    low: asked.inverse ? turned(between.high) : between.low,
    high: asked.inverse ? turned(between.low) : between.high,
    forScale: times(one.scale),
    forAbort: times(one.abort),
    plainChance: plainChance(criteria, asked, seen, one.arm),
    counts: one.counts.scale,
    said,
  };
};

/** That it is no higher rests on ripe cases, as the rule's own claim does: what is still to come would else be taken for what never comes. */
const betweenOf = ({ against }: Asked, { arms, ripe }: Seen, at: number, tuned: Tuned): Between => {
  const of = (own: readonly Arm[], share: number): Between => {
    const [first, arm] = [own[0], own[at]];
    if (first === undefined || arm === undefined) return { low: null, high: null };
    if (against === 'difference') return differenceBetween(first, arm, tuned);
    const { low, high } = levelBetween(arm, tuned);
    return { low, high: high === null ? null : arm.kind === 'share' ? Math.min(1, high / share) : high / share };
  };
  const now = of(arms, 1);
  if (ripe === null) return now;
  return { low: now.low, high: ripe === 'unknown' ? null : of(ripe.arms, ripe.share).high };
};

export const armRow = (arm: Arm, inverse: boolean): ArmRow => {
  if (arm.kind === 'share') return { n: arm.n, came: arm.hits, value: arm.n === 0 ? null : arm.hits / arm.n, spread: null };
  if (arm.kind === 'count') {
    const rate = arm.n === 0 ? null : arm.count / arm.n;
    return inverse
      ? { n: arm.count, came: arm.n, value: rate === null || rate === 0 ? null : 1 / rate, spread: null }
      : { n: arm.n, came: arm.count, value: rate, spread: null };
  }
  const came = arm.kind === 'mean' ? arm.sum : arm.kind === 'ratio' ? arm.of.sum : arm.after.sum;
  const under = arm.kind === 'ratio' ? arm.outOf.sum : arm.n;
  return { n: arm.n, came, value: under === 0 ? null : came / under, spread: spreadOf(arm) };
};

const spreadOf = (arm: Arm): number | null => {
  if (arm.n < 2) return null;
  const { mean, variance } = momentsOf(arm);
  return mean > 0 && Number.isFinite(variance) ? Math.sqrt(variance) / mean : null;
};

/** Evidence as a number of times, as JSON can hold it. */
export const times = (log: number): number | null => (log === Number.NEGATIVE_INFINITY ? null : Math.exp(Math.min(log, 30)));
