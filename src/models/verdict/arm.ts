/**
 * One arm of a comparison, as sums: what a look at it needs, whatever the number of cases.
 *
 * share   cases of which some did it: n, hits
 * count   happenings over an exposure (weeks, money, deliveries) of n units; n need not be whole
 * mean    an amount for each case: n, sum and sum of squares
 * ratio   an amount over another, both for each case (money per opportunity): sums, squares and the sum of products
 * before  a mean corrected by the same amount in the time before (CUPED): both, and the sum of products
 *
 * momentsOf   mean and variance of one case, as the comparison takes them; n
 *
 * Null variance never occurs: fewer than two cases of a mean throw.
 *
 * Source: A. Deng, Y. Xu, R. Kohavi, T. Walker, "Improving the sensitivity of online controlled experiments by utilizing
 *   pre-experiment data", WSDM 2013, doi:10.1145/2433396.2433413; delta method for ratios: A. Deng, U. Knoblich, J. Lu,
 *   "Applying the delta method in metric analytics", KDD 2018, doi:10.1145/3219819.3219919.
 * Checked against: vectors/experiments_growthbook.json.
 */
export type Share = { readonly kind: 'share'; readonly n: number; readonly hits: number };
export type Count = { readonly kind: 'count'; readonly n: number; readonly count: number };
export type Mean = { readonly kind: 'mean'; readonly n: number; readonly sum: number; readonly squares: number };
export type Ratio = { readonly kind: 'ratio'; readonly n: number; readonly of: Sums; readonly outOf: Sums; readonly products: number };
export type Before = {
  readonly kind: 'before';
  readonly n: number;
  readonly after: Sums;
  readonly before: Sums;
  readonly products: number;
};
export type Sums = { readonly sum: number; readonly squares: number };
export type Arm = Share | Count | Mean | Ratio | Before;

export type Moments = { readonly n: number; readonly mean: number; readonly variance: number };

export const momentsOf = (arm: Arm, theta = 0): Moments => {
  const { n } = arm;
  if (!(n > 0 && (arm.kind === 'count' || n >= (arm.kind === 'share' ? 1 : 2))))
    throw new RangeError(`too few cases for a ${arm.kind}: ${n}`);
  if (arm.kind === 'share') return { n, mean: arm.hits / n, variance: (arm.hits / n) * (1 - arm.hits / n) };
  // Of a Poisson count, one unit of exposure has its rate for a variance.
  if (arm.kind === 'count') return { n, mean: arm.count / n, variance: arm.count / n };
  if (arm.kind === 'mean') return { n, mean: arm.sum / n, variance: varianceOf(n, arm) };
  if (arm.kind === 'before') {
    const mean = (arm.after.sum - theta * arm.before.sum) / n;
    const variance = varianceOf(n, arm.after) + theta ** 2 * varianceOf(n, arm.before) - 2 * theta * covarianceOf(arm);
    return { n, mean, variance };
  }
  const [top, bottom] = [arm.of.sum / n, arm.outOf.sum / n];
  const together = (arm.products - (arm.of.sum * arm.outOf.sum) / n) / (n - 1);
  const variance =
    varianceOf(n, arm.of) / bottom ** 2 - (2 * together * top) / bottom ** 3 + (varianceOf(n, arm.outOf) * top ** 2) / bottom ** 4;
  return { n, mean: top / bottom, variance };
};

/** How much of the amount before is taken off the amount after: what leaves the least variance over all cases of both arms. */
export const thetaOf = (a: Before, b: Before): number => {
  const n = a.n + b.n;
  const both = (of: (arm: Before) => Sums): Sums => ({ sum: of(a).sum + of(b).sum, squares: of(a).squares + of(b).squares });
  const [after, before] = [both((arm) => arm.after), both((arm) => arm.before)];
  const under = varianceOf(n, before);
  return under === 0 ? 0 : covarianceOf({ kind: 'before', n, after, before, products: a.products + b.products }) / under;
};

const varianceOf = (n: number, { sum, squares }: Sums): number => Math.max(0, (squares - (sum * sum) / n) / (n - 1));
const covarianceOf = ({ n, after, before, products }: Before): number => (products - (after.sum * before.sum) / n) / (n - 1);
