/**
 * Sample ratio: whether the arms got the shares of the audience that they were meant to get.
 *
 * In    observed   cases of each arm, whole, at least two arms
 *       meant      weights of the arms, each > 0, in any unit
 * Out   chi2, df, chance (share of honest randomisations at least this far off)
 *       warning    chance below WARNING: worth looking into
 *       alarm      chance below ALARM: something decides who is counted; the comparison is not to be believed until it is found
 * Throws RangeError   fewer than two arms, lists of different length, weights not > 0
 *
 * Source: Pearson's χ²; threshold as in A. Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments",
 *   KDD 2019, doi:10.1145/3292500.3330722.
 * Checked against: vectors/experiments_growthbook.json; data/cookie-cats facts (srm_check).
 */
import { chiSquareAbove } from '../gamma.ts';

export const WARNING = 0.01;
export const ALARM = 0.001;

export type SampleRatio = {
  readonly chi2: number;
  readonly df: number;
  readonly chance: number;
  readonly warning: boolean;
  readonly alarm: boolean;
};

export const sampleRatio = (observed: readonly number[], meant: readonly number[]): SampleRatio => {
  if (observed.length < 2 || observed.length !== meant.length)
    throw new RangeError('a sample ratio wants two arms or more, each with a weight');
  if (meant.some((weight) => !(weight > 0))) throw new RangeError(`weights > 0 wanted, got ${meant.join(', ')}`);
  const [n, whole] = [observed.reduce((sum, x) => sum + x, 0), meant.reduce((sum, x) => sum + x, 0)];
  const df = observed.length - 1;
  if (n === 0) return { chi2: 0, df, chance: 1, warning: false, alarm: false };
  const chi2 = observed.reduce((sum, x, i) => sum + (x - (n * meant[i]!) / whole) ** 2 / ((n * meant[i]!) / whole), 0);
  const chance = chiSquareAbove(chi2, df);
  return { chi2, df, chance, warning: chance < WARNING, alarm: chance < ALARM };
};
