/**
 * A mean or a ratio of sums against a threshold, valid however often somebody looks, from about a hundred cases on.
 *
 * One-sided asymptotic confidence sequence of the amounts' excess over the threshold: of a mean x − t, of a ratio y − t·x (money
 * over opportunities), both with mean 0 where the threshold is the truth. Unlike shares and counts it is not exact: sums and squares
 * are all that is known, so it leans on the central limit theorem, and a handful of very large amounts takes it longer to hold.
 *
 * In    arm        sums of cases (verdict/arm.ts), a mean or a ratio
 *       threshold  in the unit of the measure
 *       tuning     number of cases at which it asks for least
 * Out   natural logarithm of the evidence that the truth lies above (below) the threshold, to be held against ln(1/error); 0 where the
 *       data lie on the other side. Comparable with those of shares: the largest 1/error at which the sequence excludes the threshold
 *       −Infinity   no spread seen yet, so nothing can be said
 * Throws RangeError   fewer than two cases
 *
 * Source: I. Waudby-Smith et al., doi:10.1214/24-AOS2408, one-sided form; delta method as verdict/arm.ts.
 * Checked against: vectors/experiments_growthbook.json (the same sequence for two arms); simulation at 60 looks with exponential and
 *   lognormal amounts.
 */
import { rhoOf } from './compare.ts';
import type { Before, Mean, Ratio } from './arm.ts';

/** Cases of less weight carry no verdict about a mean or a ratio: 138 at an accepted error of a tenth, 276 at a hundredth. */
export const leastCases = (error: number): number => 60 * Math.log(1 / error);

/**
 * How many cases of equal amounts would spread a sum as these do, doubled so that exponential amounts weigh one each, and never more
 * than there are: a few large amounts among many nothings weigh what the few do.
 */
export const weightOf = (arm: Mean | Ratio | Before): number => {
  const { sum, squares } = arm.kind === 'mean' ? arm : arm.kind === 'ratio' ? arm.of : arm.after;
  return squares === 0 ? 0 : Math.min(arm.n, (2 * sum ** 2) / squares);
};

export const logMeanAbove = (arm: Mean | Ratio, threshold: number, tuning: number, error: number): number =>
  log(excess(arm, threshold), tuning, error);

export const logMeanBelow = (arm: Mean | Ratio, threshold: number, tuning: number, error: number): number => {
  const { n, mean, variance } = excess(arm, threshold);
  return log({ n, mean: -mean, variance }, tuning, error);
};

type Excess = { readonly n: number; readonly mean: number; readonly variance: number };

const excess = (arm: Mean | Ratio, t: number): Excess => {
  const { n } = arm;
  if (!(n >= 2)) throw new RangeError(`two cases or more wanted, got ${n}`);
  const [sum, squares] =
    arm.kind === 'mean'
      ? [arm.sum - n * t, arm.squares - 2 * t * arm.sum + n * t * t]
      : [arm.of.sum - t * arm.outOf.sum, arm.of.squares - 2 * t * arm.products + t * t * arm.outOf.squares];
  return { n, mean: sum / n, variance: Math.max(0, (squares - (sum * sum) / n) / (n - 1)) };
};

const log = ({ n, mean, variance }: Excess, tuning: number, error: number): number => {
  if (variance === 0) return Number.NEGATIVE_INFINITY;
  if (mean <= 0) return 0;
  const rho2 = rhoOf(2 * error, tuning) ** 2;
  const m = n * rho2 + 1;
  // reach = √(2 m L / (n ρ²)) · se with L = ln(1 + √m / 2α): solved for α at reach = mean.
  // Spread about the threshold, not about the mean: where the mean is low by chance, so is the spread about it.
  const l = (n * rho2 * mean ** 2 * n) / (2 * m * (variance + mean ** 2));
  return l > 700 ? l - 0.5 * Math.log(m) + Math.LN2 : Math.log((2 * Math.expm1(l)) / Math.sqrt(m));
};
