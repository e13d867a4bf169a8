/**
 * A share, with how far it can be trusted.
 *
 * The share of n cases that have a property, and the Wilson score interval around it.
 *
 * In    hits, n        whole counts, 0 ≤ hits ≤ n
 *       confidence     probability in (0, 1); 0.95 means 19 intervals in 20 hold the truth
 * Out   value, low, high   probabilities in [0, 1], low ≤ value ≤ high
 *       null           no case at all: there is no share, and 0 would be a lie
 * Throws RangeError    counts that are not whole, negative or out of order; confidence outside (0, 1)
 *
 * Wilson rather than the textbook p ± z·√(p(1−p)/n): with 5 of 5 the textbook says "100 %, certain".
 * Quarters of B2B deals are that small.
 *
 * Not for: comparing two channels (their intervals may overlap and still differ), cases that decide
 * each other, or a group that is still being watched (its share has not settled).
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 *   JASA 22 (1927) 209–212, doi:10.1080/01621459.1927.10502953. Choice for small n: Brown, Cai &
 *   DasGupta, Statistical Science 16 (2001) 101–133, doi:10.1214/ss/1009213286.
 * Checked against: scipy.stats.binomtest(k, n).proportion_ci(c, method="wilson") (1.17.1);
 *   Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
 */
import type { Estimate } from '../kernel/answer.ts';
import { normalQuantile } from './normal.ts';

/** What every share of the product is given with unless it says otherwise. */
export const CONFIDENCE = 0.95;

export const wilson = (hits: number, n: number, confidence: number = CONFIDENCE): Estimate | null => {
  if (!Number.isSafeInteger(hits) || !Number.isSafeInteger(n) || hits < 0 || hits > n)
    throw new RangeError(`wilson: whole counts with 0 ≤ hits ≤ n wanted, got ${hits} of ${n}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`wilson: confidence must lie in (0, 1), got ${confidence}`);
  if (n === 0) return null;
  const p = hits / n;
  const z2 = normalQuantile((1 + confidence) / 2) ** 2;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = Math.sqrt(z2 * ((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  // At 0 of n and n of n the bound is exact; rounding must not move it past the value.
  return { value: p, low: Math.min(p, Math.max(0, centre - half)), high: Math.max(p, Math.min(1, centre + half)) };
};
