/**
 * Did intervals hold as often as they said?
 *
 * acceptanceBand   how many of n intervals may hold the truth if each does so with the nominal probability: 95 % of the
 *                  chance results lie in [low, high], by the binomial distribution
 * kupiec           likelihood ratio against the nominal rate of misses, and how often chance alone gives as much or more
 *                  (χ² with one degree of freedom)
 * pitOf            the place of what happened within the draws, in (0, 1): even over many forecasts where they are right;
 *                  ties are split in the middle
 *
 * In    n, missed   whole counts, 0 ≤ missed ≤ n;  nominal in (0, 1)
 * Throws RangeError   out of range; no draws
 * Not for: forecasts whose windows overlap. They share what happens, so fewer of them count; say so beside the figure.
 *
 * Source: Kupiec, Journal of Derivatives 3 (1995) 73–84, doi:10.3905/jod.1995.407942; PIT: Gneiting, Balabdaoui & Raftery,
 *   JRSS B 69 (2007) 243–268, doi:10.1111/j.1467-9868.2007.00587.x.
 * Checked against: vectors/forecast_backlog_scores.json (1e-9).
 */
import { normalShare } from '../normal-share.ts';

export const acceptanceBand = (n: number, nominal: number): { readonly low: number; readonly high: number } => {
  if (!Number.isSafeInteger(n) || n < 0 || !(nominal > 0 && nominal < 1))
    throw new RangeError(`acceptanceBand: a count and a share in (0, 1) wanted, got ${n} and ${nominal}`);
  // The binomial distribution from 0 up; the band is where its tails of 2.5 % begin.
  let low = -1;
  let term = (1 - nominal) ** n;
  let below = 0;
  for (let k = 0; k < n; k++) {
    below += term;
    if (low < 0 && below >= TAIL) low = k;
    if (below >= 1 - TAIL) return { low, high: k };
    term *= ((n - k) / (k + 1)) * (nominal / (1 - nominal));
  }
  return { low: low < 0 ? n : low, high: n };
};
const TAIL = 0.025;

export const kupiec = (missed: number, n: number, nominal: number): { readonly lr: number; readonly p: number } => {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(missed) || missed < 0 || missed > n || n === 0 || !(nominal > 0 && nominal < 1))
    throw new RangeError(`kupiec: ${missed} of ${n} at ${nominal}`);
  const found = missed / n;
  const loglik = (rate: number): number => part(n - missed, 1 - rate) + part(missed, rate);
  const lr = Math.max(0, -2 * (loglik(nominal) - loglik(found)));
  return { lr, p: 2 * normalShare(-Math.sqrt(lr)) };
};
const part = (times: number, p: number): number => (times === 0 ? 0 : times * Math.log(p));

export const pitOf = (draws: ArrayLike<number>, y: number): number => {
  if (draws.length === 0) throw new RangeError('pitOf: no draws');
  let below = 0;
  let equal = 0;
  for (let i = 0; i < draws.length; i++) {
    if (draws[i]! < y) below += 1;
    else if (draws[i] === y) equal += 1;
  }
  return (below + (equal + 1) / 2) / (draws.length + 1);
};
