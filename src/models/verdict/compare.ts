/**
 * Two randomised arms compared: how much more the second has than the first, once at a fixed look and at every look at once.
 *
 * effectOf     b − a, or (b − a) ÷ a, with its standard error (delta method) and Welch's degrees of freedom
 * fixed        Student's interval and two-sided probability: right for one look planned beforehand; shown, never decides
 * sequential   asymptotic confidence sequence: right at every look at once from a few hundred cases on
 * posterior    normal posterior of the effect, flat unless a prior is given: shown, never decides
 *
 * In    a (control), b: arms as sums (verdict/arm.ts), of one kind; `relative` to a
 *       error     accepted chance of a wrong word, in (0, 1)
 *       tuning    number of cases, of both arms together, at which the sequence is narrowest
 *       side      `above`: only a lower bound, one-sided; `below`: only an upper bound; `both`
 * Out   effect in units of the measure or as a share; bounds null on the open side
 * Throws RangeError   relative to an arm with mean 0
 *
 * Source: I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy, A. Ramdas, "Time-uniform central limit theory and asymptotic
 *   confidence sequences", Annals of Statistics 52 (2024), doi:10.1214/24-AOS2408, as GrowthBook uses it; B. L. Welch, Biometrika 34
 *   (1947) 28–35, doi:10.1093/biomet/34.1-2.28.
 * Checked against: vectors/experiments_growthbook.json, relative 1e-9.
 */
import { normalDensity, normalShare } from '../normal-share.ts';
import { normalQuantile } from '../normal.ts';
import { studentAbove, studentQuantile, studentTwoSided } from '../student.ts';
import { momentsOf, thetaOf, type Arm } from './arm.ts';

export type Effect = { readonly value: number; readonly se: number; readonly df: number; readonly n: number };
export type Side = 'above' | 'below' | 'both';
export type Bounds = { readonly low: number | null; readonly high: number | null; readonly chance: number };

export const effectOf = (a: Arm, b: Arm, relative: boolean): Effect => {
  const theta = a.kind === 'before' && b.kind === 'before' ? thetaOf(a, b) : 0;
  const [one, two] = [momentsOf(a, theta), momentsOf(b, theta)];
  const [va, vb] = [one.variance / one.n, two.variance / two.n];
  const df = va + vb === 0 ? one.n + two.n - 2 : (va + vb) ** 2 / (va ** 2 / (one.n - 1) + vb ** 2 / (two.n - 1));
  const n = one.n + two.n;
  if (!relative) return { value: two.mean - one.mean, se: Math.sqrt(va + vb), df, n };
  // Corrected by the time before, the effect stays relative to what the arms really had.
  const [base, other] = [plain(a), plain(b)];
  if (base === 0) throw new RangeError('nothing is relative to 0');
  return { value: (two.mean - one.mean) / base, se: Math.sqrt(vb / base ** 2 + (va * other ** 2) / base ** 4), df, n };
};

const plain = (arm: Arm): number => momentsOf(arm).mean;

export const fixed = ({ value, se, df }: Effect, error: number, side: Side = 'both'): Bounds => {
  const reach = studentQuantile(1 - (side === 'both' ? error / 2 : error), df) * se;
  const t = value / se;
  const chance = side === 'both' ? studentTwoSided(t, df) : side === 'above' ? studentAbove(t, df) : studentAbove(-t, df);
  return { low: side === 'below' ? null : value - reach, high: side === 'above' ? null : value + reach, chance };
};

/** ρ of the mixture: the sequence is narrowest at `tuning` cases. */
export const rhoOf = (error: number, tuning: number): number =>
  Math.sqrt((-2 * Math.log(error) + Math.log(1 - 2 * Math.log(error))) / tuning);

export const sequential = ({ value, se, n }: Effect, error: number, tuning: number, side: Side = 'both'): Bounds => {
  const rho2 = rhoOf(side === 'both' ? error : 2 * error, tuning) ** 2;
  const m = n * rho2 + 1;
  const log = side === 'both' ? Math.log(Math.sqrt(m) / error) : Math.log(1 + Math.sqrt(m) / (2 * error));
  const reach = se * Math.sqrt((2 * m * log) / (n * rho2));
  // Of a two-sided sequence: the least error at which 0 would lie outside, ρ held.
  const z2 = (value / se) ** 2;
  const two = Math.min(1, Math.exp(0.5 * Math.log(m) - (n * rho2 * z2) / (2 * m)));
  const toward = side === 'both' || value > 0 === (side === 'above');
  const one = Math.min(1, Math.sqrt(m) / (2 * Math.expm1(Math.min(700, (n * rho2 * z2) / (2 * m)))));
  return {
    low: side === 'below' ? null : value - reach,
    high: side === 'above' ? null : value + reach,
    chance: side === 'both' ? two : toward ? one : 1,
  };
};

export type Believed = {
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
  /** Probability that the effect is above 0. */
  readonly above: number;
  /** What is lost on average by choosing b where it is worse, and by staying with a where b is better; units of the effect. */
  readonly lost: { readonly choosing: number; readonly staying: number };
};

export const posterior = ({ value, se }: Effect, error: number, prior?: { readonly mean: number; readonly variance: number }): Believed => {
  const [weight, own] = [prior ? 1 / prior.variance : 0, 1 / se ** 2];
  const mean = (value * own + (prior ? prior.mean * weight : 0)) / (own + weight);
  const sd = Math.sqrt(1 / (own + weight));
  const z = normalQuantile(1 - error / 2);
  const staying = mean * normalShare(mean / sd) + sd * normalDensity(mean / sd);
  return {
    mean,
    sd,
    low: mean - z * sd,
    high: mean + z * sd,
    above: normalShare(mean / sd),
    lost: { choosing: staying - mean, staying },
  };
};
