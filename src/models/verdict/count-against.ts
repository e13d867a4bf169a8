/**
 * A rate of happenings against a threshold, valid however often somebody looks: replies a week, meetings for each thousand euros.
 *
 * Happenings are counted over an exposure (time, money, deliveries) in which any number may come, as a Poisson process has them. The
 * bet is the mixture of likelihood ratios over a gamma prior restricted to the claimed side of the threshold; the rest is
 * as in verdict/share-against.ts, and as exact.
 *
 * In    count      whole, ≥ 0
 *       exposure   > 0, in the unit of the threshold
 *       threshold  happenings for one unit of exposure, > 0
 *       prior      shape and exposure of the gamma prior; unless said, the threshold as its mean and the spread that suits `sample`
 * Out   natural logarithm of the evidence (0 means none; may be negative)
 * Not for: happenings that come in clumps (ten replies of one office): their number spreads wider than a Poisson count.
 * Throws RangeError   otherwise
 *
 * Source: as verdict/share-against.ts; gamma mixture of a Poisson process: H. Robbins (1970); S. R. Howard, A. Ramdas, J. McAuliffe,
 *   J. Sekhon, Probability Surveys 17 (2020) 257–317, doi:10.1214/18-PS321.
 * Checked against: the integral by quadrature; its expectation over all outcomes is 1 at the threshold; simulation at 60 looks.
 */
import { gammaTails, stirlingError } from '../gamma.ts';

export type CountPrior = { readonly shape: number; readonly exposure: number };

/** The prior that asks for least where `expected` happenings are due at the threshold. */
export const countPriorAt = (threshold: number, expected = 12, error = 0.1): CountPrior => {
  const shape = Math.max(0.5, expected / (-2 * Math.log(error) + Math.log(1 - 2 * Math.log(error))));
  return { shape, exposure: shape / threshold };
};

export const logCountAbove = (count: number, exposure: number, threshold: number, prior: CountPrior = countPriorAt(threshold)): number =>
  logMixture(count, exposure, threshold, prior, 'above');

export const logCountBelow = (count: number, exposure: number, threshold: number, prior: CountPrior = countPriorAt(threshold)): number =>
  logMixture(count, exposure, threshold, prior, 'below');

const logMixture = (k: number, exposure: number, t: number, prior: CountPrior, side: 'above' | 'below'): number => {
  if (!Number.isSafeInteger(k) || k < 0) throw new RangeError(`a whole count ≥ 0 wanted, got ${k}`);
  if (!(exposure > 0 && t > 0)) throw new RangeError(`exposure and threshold > 0 wanted, got ${exposure} and ${t}`);
  const [shape, over] = [prior.shape + k, prior.exposure + exposure];
  // ∫ λ^k e^−λx dπ(λ) ÷ (t^k e^−tx)
  const likelihood =
    logGamma(shape) -
    logGamma(prior.shape) +
    prior.shape * Math.log(prior.exposure) -
    shape * Math.log(over) -
    k * Math.log(t) +
    t * exposure;
  return likelihood + logTail(shape, t * over, side) - logTail(prior.shape, t * prior.exposure, side);
};

const logGamma = (a: number): number => (a - 0.5) * Math.log(a) - a + 0.5 * Math.log(2 * Math.PI) + stirlingError(a);

/** Far in a tail the first term of its expansion stands for it: there its relative error is under 1/x. */
const logTail = (shape: number, x: number, side: 'above' | 'below'): number => {
  const share = gammaTails(shape, Math.log(x / shape))[side];
  if (share > 1e-290) return Math.log(share);
  const front = shape * Math.log(x) - x - logGamma(shape);
  return side === 'above' ? front - Math.log(x - shape + 1) : front - Math.log(shape - (x * shape) / (shape + 1));
};
