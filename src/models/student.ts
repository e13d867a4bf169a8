/**
 * Student's t distribution with `df` degrees of freedom.
 *
 * studentTwoSided   share beyond ±t, in [0, 1]
 * studentAbove      share above t
 * studentQuantile   the t below which a share p lies
 *
 * In    df > 0, whole or not; p in (0, 1)
 * Throws RangeError   otherwise
 *
 * Source: DLMF 8.17 (share = ½ I_{df/(df+t²)}(df/2, ½)); the quantile by Newton's method from the normal one.
 * Checked against: scipy.stats.t (1.17.1), relative 1e-11; vectors/experiments_growthbook.json.
 */
import { betaTails, logBeta } from './beta.ts';
import { normalQuantile } from './normal.ts';

export const studentTwoSided = (t: number, df: number): number => {
  if (!(df > 0)) throw new RangeError(`degrees of freedom > 0 wanted, got ${df}`);
  return betaTails(df / 2, 0.5, df / (df + t * t)).below;
};

export const studentAbove = (t: number, df: number): number => (t >= 0 ? studentTwoSided(t, df) / 2 : 1 - studentTwoSided(t, df) / 2);

export const studentQuantile = (p: number, df: number): number => {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability in (0, 1) wanted, got ${p}`);
  if (p < 0.5) return -studentQuantile(1 - p, df);
  const above = 1 - p;
  const lead = -logBeta(df / 2, 0.5) - 0.5 * Math.log(df);
  let t = normalQuantile(p);
  for (let i = 0; i < 200; i++) {
    const step = (studentAbove(t, df) - above) / Math.exp(lead - ((df + 1) / 2) * Math.log1p((t * t) / df));
    t = Math.max(t / 4, t + step);
    if (Math.abs(step) <= 1e-14 * Math.max(1, t)) break;
  }
  return t;
};
