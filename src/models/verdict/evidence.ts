/**
 * Evidence of one look about one measure: which method it takes is settled by the kind of the measure and by what is compared.
 *
 *   level      one arm against a threshold: share-against, count-against, mean-against
 *   difference the second arm's excess over the first against a threshold of that excess (compare.ts, sequential)
 *
 * In    kind is that of the arms; relative: a difference as a share of the first arm
 *       tuning   cases (units of exposure) at which the bet asks for least; error: accepted chance of a wrong word
 * Out   value   the measure now, in its unit; null where nothing stands yet
 *       log     natural logarithm of the evidence that the truth lies above (below) a threshold; −Infinity where nothing can be said
 *
 * Not said: a difference of shares or counts with fewer than LEAST_OF_EACH hits (or misses) in an arm, a mean or a ratio of less
 * weight than leastCases: there the normal curve that it leans on is not there yet.
 * Source, checked against: as each method.
 */
import { momentsOf, type Arm, type Moments } from './arm.ts';
import { rhoOf } from './compare.ts';
import { countPriorAt, logCountAbove, logCountBelow } from './count-against.ts';
import { leastCases, weightOf, logMeanAbove, logMeanBelow } from './mean-against.ts';
import { logShareAbove, logShareBelow, priorAt } from './share-against.ts';

export type Evidence = {
  readonly value: number | null;
  readonly log: (side: 'above' | 'below', threshold: number) => number;
};
/** Where the bet asks for least: at twice the cases before which nothing is said; it is valid at any other number. */
export const tuningFor = (minimum: number): number => Math.max(2, 2 * minimum);
export type Tuned = { readonly tuning: number; readonly error: number };

const NOTHING: Evidence = { value: null, log: () => Number.NEGATIVE_INFINITY };
const LEAST_OF_EACH = 10;

const empty = (arm: Arm): boolean => !(arm.n > 0) || (arm.kind !== 'share' && arm.kind !== 'count' && arm.n < 2);

export const levelEvidence = (arm: Arm, { tuning, error }: Tuned): Evidence => {
  if (arm.kind === 'before' || empty(arm)) return NOTHING;
  const value = momentsOf(arm).mean;
  if (arm.kind === 'share')
    return { value, log: (side, t) => (side === 'above' ? logShareAbove : logShareBelow)(arm.hits, arm.n, t, priorAt(t, tuning, error)) };
  if (arm.kind === 'count')
    return {
      value,
      log: (side, t) => (side === 'above' ? logCountAbove : logCountBelow)(arm.count, arm.n, t, countPriorAt(t, tuning * t, error)),
    };
  return {
    value: Number.isFinite(value) ? value : null,
    log: (side, t) =>
      weightOf(arm) < leastCases(error)
        ? Number.NEGATIVE_INFINITY
        : (side === 'above' ? logMeanAbove : logMeanBelow)(arm, t, tuning, error),
  };
};

export const differenceEvidence = (a: Arm, b: Arm, { tuning, error }: Tuned): Evidence => {
  if (a.kind !== b.kind) throw new RangeError(`a ${a.kind} is not compared with a ${b.kind}`);
  if (empty(a) || empty(b) || !(momentsOf(a).mean > 0)) return NOTHING;
  const [one, two] = [momentsOf(a), momentsOf(b)];
  if (!Number.isFinite(two.mean / one.mean)) return NOTHING;
  return {
    value: two.mean / one.mean - 1,
    log: (side, threshold) =>
      isThin(a, error) || isThin(b, error)
        ? Number.NEGATIVE_INFINITY
        : logBeyond(one, two, threshold, side === 'above' ? 1 : -1, tuning, error),
  };
};

export const isThin = (arm: Arm, error: number): boolean => {
  if (arm.kind === 'share') return Math.min(arm.hits, arm.n - arm.hits) < LEAST_OF_EACH;
  return arm.kind === 'count' ? arm.count < LEAST_OF_EACH : weightOf(arm) < leastCases(error);
};

/**
 * The largest 1/error at which the one-sided sequence of b − (1 + t)·a leaves 0 out. The difference itself, not the quotient: a quotient
 * of two noisy means leans to one side, and its interval is wrong there too often.
 */
const logBeyond = (a: Moments, b: Moments, threshold: number, sign: 1 | -1, tuning: number, error: number): number => {
  const se = Math.sqrt(b.variance / b.n + ((1 + threshold) ** 2 * a.variance) / a.n);
  if (!(se > 0)) return Number.NEGATIVE_INFINITY;
  const apart = sign * (b.mean - (1 + threshold) * a.mean);
  if (apart <= 0) return 0;
  const n = a.n + b.n;
  const rho2 = rhoOf(2 * error, tuning) ** 2;
  const m = n * rho2 + 1;
  const l = (n * rho2 * (apart / se) ** 2) / (2 * m);
  return l > 700 ? l - 0.5 * Math.log(m) + Math.LN2 : Math.log((2 * Math.expm1(l)) / Math.sqrt(m));
};
