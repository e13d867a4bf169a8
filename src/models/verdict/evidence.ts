/**
 * Evidence of one look about one measure: which method it takes is settled by the kind of the measure and the number of arms.
 *
 *   one arm    a share, a count or a mean against a threshold (share-against, count-against, mean-against)
 *   more       the last arm's difference to the first against a threshold of that difference (compare.ts, sequential)
 *
 * In    asked   kind of measure, which way is better, whether a difference is relative to the first arm
 *       arms    sums, in the order of the variants; the first is what is compared with
 * Out   value   the measure now, in its unit; null where nothing stands yet
 *       log     natural logarithm of the evidence that the truth lies above (below) a threshold; −Infinity where nothing can be said
 */
import type { Arm, Share } from './arm.ts';
import { momentsOf } from './arm.ts';
import { effectOf, rhoOf, type Effect } from './compare.ts';
import { LEAST_CASES, logMeanAbove, logMeanBelow } from './mean-against.ts';
import { logShareAbove, logShareBelow, priorAt } from './share-against.ts';

export type Asked = { readonly kind: Arm['kind']; readonly better: 'more' | 'less'; readonly relative: boolean };
export type Evidence = {
  readonly value: number | null;
  readonly log: (side: 'above' | 'below', threshold: number) => number;
};

const NOTHING: Evidence = { value: null, log: () => Number.NEGATIVE_INFINITY };
/** Of each kind of answer, in each arm: fewer, and a comparison of shares leans on a normal curve that is not there. */
const LEAST_OF_EACH = 5;

export const evidenceOf = (
  { relative }: Asked,
  arms: readonly Arm[],
  { minimum, error }: { readonly minimum: number; readonly error: number },
): Evidence => {
  const first = arms[0];
  if (first === undefined || arms.some((arm) => arm.n < (arm.kind === 'share' ? 1 : 2))) return NOTHING;
  if (arms.length > 1) return between(first, arms.at(-1)!, relative, minimum, error);
  if (first.kind === 'share') return ofShare(first, minimum, error);
  if (first.kind === 'before') return NOTHING;
  const arm = first;
  return {
    value: momentsOf(arm).mean,
    log: (side, threshold) =>
      arm.n < LEAST_CASES ? Number.NEGATIVE_INFINITY : (side === 'above' ? logMeanAbove : logMeanBelow)(arm, threshold, minimum, error),
  };
};

const ofShare = ({ hits, n }: Share, minimum: number, error: number): Evidence => ({
  value: hits / n,
  log: (side, threshold) => (side === 'above' ? logShareAbove : logShareBelow)(hits, n, threshold, priorAt(threshold, minimum, error)),
});

const between = (a: Arm, b: Arm, relative: boolean, minimum: number, error: number): Evidence => {
  if (a.kind !== b.kind) throw new RangeError(`a ${a.kind} is not compared with a ${b.kind}`);
  if (relative && momentsOf(a).mean === 0) return NOTHING;
  const effect = effectOf(a, b, relative);
  const thin = [a, b].some((arm) => (arm.kind === 'share' ? Math.min(arm.hits, arm.n - arm.hits) < LEAST_OF_EACH : arm.n < LEAST_CASES));
  return {
    value: effect.value,
    log: (side, threshold) => (thin ? Number.NEGATIVE_INFINITY : logBeyond(effect, side === 'above' ? 1 : -1, threshold, minimum, error)),
  };
};

/** The largest 1/error at which the one-sided sequence leaves the threshold out. */
const logBeyond = ({ value, se, n }: Effect, sign: 1 | -1, threshold: number, tuning: number, error: number): number => {
  const apart = sign * (value - threshold);
  if (apart <= 0 || se === 0) return se === 0 ? Number.NEGATIVE_INFINITY : 0;
  const rho2 = rhoOf(2 * error, Math.max(2, tuning)) ** 2;
  const m = n * rho2 + 1;
  const l = (n * rho2 * (apart / se) ** 2) / (2 * m);
  return l > 700 ? l - 0.5 * Math.log(m) + Math.LN2 : Math.log((2 * Math.expm1(l)) / Math.sqrt(m));
};
