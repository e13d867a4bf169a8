/**
 * A share against a threshold, valid however often somebody looks: evidence that the true share lies above it, or below it.
 *
 * Each is an e-process: a bet that starts at 1 and, as long as the true share is not on the side that is claimed, is not
 * expected to grow whatever the moment of looking. So the chance that it ever reaches 1/α is at most α (Ville's inequality),
 * with no correction for the number of looks, and exactly so for every n: no normal approximation is made.
 *
 * The bet is a mixture of likelihood ratios q against the threshold t over a beta prior of q restricted to the claimed side. For
 * every true share p ≤ t and every q > t one more case has p·q/t + (1 − p)(1 − q)/(1 − t) ≤ 1, and the same mirrored; so the
 * mixture is a supermartingale over the whole of the other side, and a martingale at the threshold.
 *
 * In    hits, n      whole counts, 0 ≤ hits ≤ n
 *       threshold    share in (0, 1)
 *       prior        shapes of the beta prior; unless said, the threshold as its mean and the spread that suits 150 cases
 * Out   natural logarithm of the evidence (0 means none; may be negative), finite
 * Not for: cases that decide each other (answers of one office to one mailing), or cases too young to have answered.
 * Throws RangeError   counts out of order, threshold outside (0, 1)
 *
 * Source: J. Ville, Étude critique de la notion de collectif (1939); H. Robbins, "Statistical methods related to the law of the
 *   iterated logarithm", Ann. Math. Stat. 41 (1970) 1397–1409, doi:10.1214/aoms/1177696786 (mixtures); A. Ramdas, P. Grünwald,
 *   V. Vovk, G. Shafer, "Game-theoretic statistics and safe anytime-valid inference", Statistical Science 38 (2023) 576–601,
 *   doi:10.1214/23-STS894.
 * Checked against: the integral by quadrature; its expectation over all outcomes is 1 at the threshold and at most 1 beyond; simulation
 *   at 60 looks (tests/models/verdict-truth.test.ts).
 */
import { betaTails, logBeta } from '../beta.ts';

export type Prior = { readonly a: number; readonly b: number };

/**
 * The prior that asks for least at `sample` cases: its spread is that of a mean of sample/w cases, with w as for normal mixtures
 * (I. Waudby-Smith, D. Arbour, R. Sinha, E. Kennedy, A. Ramdas, doi:10.1214/24-AOS2408, eq. 24). It stays valid at any other n.
 */
export const priorAt = (threshold: number, sample = 150, error = 0.1): Prior => {
  const weight = Math.max(2, sample / (-2 * Math.log(error) + Math.log(1 - 2 * Math.log(error))));
  return { a: weight * threshold, b: weight * (1 - threshold) };
};

export const logShareAbove = (hits: number, n: number, threshold: number, prior: Prior = priorAt(threshold)): number =>
  logMixture(hits, n, threshold, prior, 'logAbove');

export const logShareBelow = (hits: number, n: number, threshold: number, prior: Prior = priorAt(threshold)): number =>
  logMixture(hits, n, threshold, prior, 'logBelow');

const logMixture = (hits: number, n: number, t: number, { a, b }: Prior, side: 'logAbove' | 'logBelow'): number => {
  if (!Number.isSafeInteger(hits) || !Number.isSafeInteger(n) || hits < 0 || hits > n)
    throw new RangeError(`a share wants whole counts with 0 ≤ hits ≤ n, got ${hits} of ${n}`);
  if (!(t > 0 && t < 1)) throw new RangeError(`a threshold lies in (0, 1), got ${t}`);
  const likelihood = logBeta(a + hits, b + n - hits) - logBeta(a, b) - hits * Math.log(t) - (n - hits) * Math.log1p(-t);
  return likelihood + betaTails(a + hits, b + n - hits, t)[side] - betaTails(a, b, t)[side];
};
