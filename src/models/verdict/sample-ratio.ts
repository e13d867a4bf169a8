/**
 * Sample ratio: whether the arms got the shares of the audience that they were meant to get, looked at as often as one likes.
 *
 * logSkew     logarithm of the evidence against the meant shares: how many times likelier the arms are under shares drawn around the meant
 *             ones (Dirichlet, of the weight of CONCENTRATION cases) than under the meant ones. Under those it is a martingale that
 *             starts at 1, so the chance that it ever reaches 1/α is at most α, exactly so at every n (Ville's inequality)
 * sampleRatio Pearson's χ² of one look: right for one look planned beforehand; shown beside, and speaks only at the first look
 * sampleRatios a result for each look
 *
 * In    observed   cases of each arm, whole, at least two arms; of several looks, sums up to each, oldest first
 *       meant      weights of the arms, each > 0, in any unit
 *       from       cases of all arms from which a look is the first that counts for χ²
 * Out   chi2, df, chance (share of honest randomisations at least this far off, at one look)
 *       ever       at most this share of honest randomisations ever gets as far off as it has been at any look so far; 1: not far at all
 *       warned     worth looking into since a look at which ever was at most WARNING, or, were it the first that counts, chance below
 *                  WARNING: its cases, which of both (once: chance), and that share. Of honest randomisations it is said of at most two
 *                  in a hundred, whatever the number of looks; stays once said. null: nothing to look into
 *       alarm      ever at most ALARM: something decides who is counted; the comparison is not to be believed until it is found
 * Throws RangeError   fewer than two arms, lists of different length, weights not > 0
 *
 * CONCENTRATION: the larger, the smaller the skew that is found, and the more cases it takes. GrowthBook has 10,000 for products with
 * millions of visitors; campaigns have hundreds or thousands of cases, and 300 finds 55 % instead of 50 % there soonest.
 * Source: M. Lindon, A. Malek, "Anytime-valid inference for multinomial count data", NeurIPS 35 (2022), arXiv:2011.03567; χ² thresholds
 *   as in A. Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments", KDD 2019, doi:10.1145/3292500.3330722.
 * Checked against: reference values of gbstats' sequential_p_values (GrowthBook, tests/models/sample-ratio.test.ts), relative 1e-6; every
 *   outcome of some cases, one by one; simulation at 60 looks; of χ²: vectors/experiments_growthbook.json, data/cookie-cats facts (srm_check).
 */
import { chiSquareAbove, stirlingError } from '../gamma.ts';

const WARNING = 0.01;
const ALARM = 0.001;
const CONCENTRATION = 300;

export type Pearson = { readonly chi2: number; readonly df: number; readonly chance: number };
export type Warned = { readonly observed: readonly number[]; readonly once: boolean; readonly share: number };
export type SampleRatio = Pearson & { readonly ever: number; readonly warned: Warned | null; readonly alarm: boolean };

export const sampleRatio = (observed: readonly number[], meant: readonly number[]): Pearson => {
  const shares = sharesOf(observed, meant);
  const n = sum(observed);
  const df = observed.length - 1;
  if (n === 0) return { chi2: 0, df, chance: 1 };
  const chi2 = sum(observed.map((x, i) => (x - n * shares[i]!) ** 2 / (n * shares[i]!)));
  return { chi2, df, chance: chiSquareAbove(chi2, df) };
};

export const logSkew = (observed: readonly number[], meant: readonly number[], concentration = CONCENTRATION): number => {
  const shares = sharesOf(observed, meant);
  const drawn = sum(observed.map((x, i) => logRising(concentration * shares[i]!, x) - x * Math.log(shares[i]!)));
  return drawn - logRising(concentration, sum(observed));
};

export const sampleRatios = (looks: readonly (readonly number[])[], meant: readonly number[], from: number): SampleRatio[] => {
  let most = 0;
  let warned: Warned | null = null;
  const first = looks.findIndex((observed) => sum(observed) >= from);
  return looks.map((observed, i) => {
    const once = sampleRatio(observed, meant);
    most = Math.max(most, logSkew(observed, meant));
    const ever = Math.exp(-most);
    if (warned === null && ever <= WARNING) warned = { observed, once: false, share: ever };
    else if (warned === null && i === first && once.chance < WARNING) warned = { observed, once: true, share: once.chance };
    return { ...once, ever, warned, alarm: ever <= ALARM };
  });
};

const sharesOf = (observed: readonly number[], meant: readonly number[]): number[] => {
  if (observed.length < 2 || observed.length !== meant.length)
    throw new RangeError('a sample ratio wants two arms or more, each with a weight');
  if (meant.some((weight) => !(weight > 0))) throw new RangeError(`weights > 0 wanted, got ${meant.join(', ')}`);
  const whole = sum(meant);
  return meant.map((weight) => weight / whole);
};

/** ln Γ(a + x) − ln Γ(a). */
const logRising = (a: number, x: number): number =>
  x === 0 ? 0 : (a - 0.5) * Math.log1p(x / a) + x * Math.log(a + x) - x + stirlingError(a + x) - stirlingError(a);

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
