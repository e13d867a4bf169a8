/**
 * Dice: seeded draws of the distributions a forecast needs.
 *
 * normal    mean 0, standard deviation 1;  uniform in [0, 1)
 * gamma     with this shape > 0 and scale 1: mean and variance are the shape
 * poisson   a whole number ≥ 0 with this mean ≥ 0 (above 500 by the normal approximation)
 *
 * Source: normal: Marsaglia & Bray's polar method (1964); gamma: Marsaglia & Tsang, ACM TOMS 26 (2000) 363–372,
 *   doi:10.1145/358407.358414; poisson: Knuth, TAOCP 2, 3.4.1, in steps that keep e⁻ᵐ in range. Not for secrets.
 * Checked against: means and variances (dice.test.ts).
 */
import { random } from '../../kernel/random.ts';

export type Dice = {
  readonly uniform: () => number;
  readonly normal: () => number;
  readonly gamma: (shape: number) => number;
  readonly poisson: (mean: number) => number;
};

export const diceOf = (seed: string): Dice => {
  const { next } = random(seed);
  let kept = Number.NaN;
  const normal = (): number => {
    if (!Number.isNaN(kept)) {
      const value = kept;
      kept = Number.NaN;
      return value;
    }
    for (;;) {
      const u = 2 * next() - 1;
      const v = 2 * next() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      kept = v * scale;
      return u * scale;
    }
  };
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * next() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const poisson = (mean: number): number => {
    if (mean > 500) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let left = mean;
    let n = -1;
    let p = 1;
    do {
      n += 1;
      p *= 1 - next();
      while (p < 1 && left > 0) {
        const step = Math.min(left, 200);
        p *= Math.exp(step);
        left -= step;
      }
    } while (p > 1);
    return n;
  };
  return { uniform: next, normal, gamma, poisson };
};
