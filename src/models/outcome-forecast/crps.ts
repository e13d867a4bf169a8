/**
 * Continuous ranked probability score: how far a whole distribution lay from what happened.
 *
 * In    y         what happened, in the unit of the forecast
 *       draws     draws of the forecast, one or more (fair: two or more), in any order
 * Out   ≥ 0, in the unit of y; 0 is a forecast that was sure and right. For a single number it is the distance.
 *       The fair estimator is that of the distribution the draws came from, and may fall below 0 by chance.
 * Throws RangeError   too few draws; a standard deviation that is not above 0
 *
 * Source: Gneiting & Raftery, JASA 102 (2007) 359–378, doi:10.1198/016214506000001437; fair estimator: Ferro, QJRMS 140
 *   (2014) 1917–1923, doi:10.1002/qj.2270; lognormal: Baran & Lerch, QJRMS 141 (2015) 2289–2299, doi:10.1002/qj.2521.
 * Checked against: vectors/forecast_backlog_scores.json (1e-9).
 */
import { normalDensity, normalShare } from '../normal-share.ts';

export const crpsOfDraws = (draws: ArrayLike<number>, y: number): number => {
  const { near, spread, n } = parts(draws, y, 1);
  return near - spread / (n * n);
};

export const fairCrps = (draws: ArrayLike<number>, y: number): number => {
  const { near, spread, n } = parts(draws, y, 2);
  return near - spread / (n * (n - 1));
};

/** Mean distance to y, and the sum of distances between all pairs of draws (each pair once). */
const parts = (
  draws: ArrayLike<number>,
  y: number,
  least: number,
): { readonly near: number; readonly spread: number; readonly n: number } => {
  const n = draws.length;
  if (n < least) throw new RangeError(`crps: ${least} draws or more wanted, got ${n}`);
  const sorted = Float64Array.from(draws).toSorted();
  let near = 0;
  let spread = 0;
  for (let i = 0; i < n; i++) {
    near += Math.abs(sorted[i]! - y);
    spread += (2 * i + 1 - n) * sorted[i]!;
  }
  return { near: near / n, spread, n };
};

export const crpsNormal = (y: number, mean: number, sd: number): number => {
  if (!(sd > 0)) throw new RangeError(`crps: a standard deviation above 0 wanted, got ${sd}`);
  const z = (y - mean) / sd;
  return sd * (z * (2 * normalShare(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
};

export const crpsLognormal = (y: number, meanlog: number, sdlog: number): number => {
  if (!(sdlog > 0)) throw new RangeError(`crps: a standard deviation above 0 wanted, got ${sdlog}`);
  const z = y > 0 ? (Math.log(y) - meanlog) / sdlog : -Infinity;
  const mean = Math.exp(meanlog + (sdlog * sdlog) / 2);
  return y * (2 * normalShare(z) - 1) - 2 * mean * (normalShare(z - sdlog) + normalShare(sdlog / Math.SQRT2) - 1);
};
