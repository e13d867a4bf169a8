/**
 * Walks of what the rule bets on: when it speaks of a count, an amount for each case or a difference, were the truth a given one.
 *
 * countWalk       happenings over an exposure, Poisson (verdict/count-against.ts): exact to 100 between two looks, then normal
 * meanWalk        amounts for each case (verdict/mean-against.ts) with a known spread, their sum taken as normal
 * differenceWalk  pairs of cases of two arms of equal weight (verdict/evidence.ts), likewise
 *
 * In    horizon    exposure, cases or pairs at the last look; a claim (side, threshold, error, tuning, least: cases before any word)
 *       truth      rate, mean, or relative difference; sd, variances: of one case at that truth
 * Out   a walk (verdict/walk.ts) that ends where the claim is made
 * Not for: amounts so skewed that their sum is not normal by the time the rule speaks; the rule itself waits for weight, and so does this.
 * Source: as the methods named. Checked against: simulation of the rule itself (tests/models/verdict-size.test.ts).
 */
import { normalDensity } from '../normal-share.ts';
import { stirlingError } from '../gamma.ts';
import { rhoOf } from './compare.ts';
import { countPriorAt, logCountAbove, logCountBelow } from './count-against.ts';
import { LOOKS, type Walk } from './walk.ts';

export type Bet = {
  readonly side: 'above' | 'below';
  readonly threshold: number;
  readonly error: number;
  /** Cases (units of exposure) at which the bet asks for least. */
  readonly tuning: number;
  /** Cases (units of exposure) before any word. */
  readonly least: number;
};

/** leastCame: happenings before any word, where those are the cases. */
export const countWalk = (bet: Bet, truth: number, leastCame: number, horizon: number): Walk => {
  const { side, threshold, error, tuning, least } = bet;
  const step = horizon / LOOKS;
  const prior = countPriorAt(threshold, tuning * threshold, error);
  const wanted = Math.log(1 / error);
  const log = side === 'above' ? logCountAbove : logCountBelow;
  let edge = 0;
  /** First count, of those that say so, or of those that no longer do; it never falls from one look to the next. */
  const edgeAt = (exposure: number): number => {
    const says = (k: number): boolean => log(k, exposure, threshold, prior) >= wanted === (side === 'above');
    edge = firstFrom(edge, says);
    return edge;
  };
  if (truth * step > MANY) {
    const sd = Math.sqrt(truth);
    return side === 'above'
      ? normalWalk(horizon, truth, sd, (n) => (n < least ? Infinity : Math.max(edgeAt(n), leastCame)))
      : normalWalk(horizon, -truth, sd, (n) => (n < least || edgeAt(n) <= leastCame ? Infinity : 1 - edgeAt(n)));
  }
  return {
    ...poisson(truth * step),
    out: (look) => {
      if (step * look < least) return [1, 0];
      const first = edgeAt(step * look);
      return side === 'above' ? [Math.max(first, leastCame), Infinity] : [leastCame, first - 1];
    },
  };
};

/** Happenings between two looks from which on their sum is taken as normal: what is exact would take the longer, the more there are. */
const MANY = 100;

/** First whole number from `from` on that holds; those before it do not, those after it do. Steps double, then halve. */
const firstFrom = (from: number, holds: (k: number) => boolean): number => {
  let [low, step] = [from, 1];
  if (holds(low)) return low;
  while (!holds(low + step)) [low, step] = [low + step, step * 2];
  let high = low + step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
};

export const meanWalk = (bet: Bet, truth: number, sd: number, horizon: number): Walk => {
  const rho2 = rhoOf(2 * bet.error, bet.tuning) ** 2;
  // Spread is taken about the threshold there: x̄² n ≥ q (σ² + x̄²), solved for x̄.
  const edge = (n: number): number => {
    const q = (2 * (n * rho2 + 1) * Math.log1p(Math.sqrt(n * rho2 + 1) / (2 * bet.error))) / (n * rho2);
    return n <= q ? Infinity : n * sd * Math.sqrt(q / (n - q));
  };
  const drift = bet.side === 'above' ? truth - bet.threshold : bet.threshold - truth;
  return normalWalk(horizon, drift, sd, (n) => (n < bet.least ? Infinity : edge(n)));
};

/** several: how many arms the claim may be made of; variances of one case of each arm. `least` and horizon in pairs, tuning in cases of both. */
export const differenceWalk = (
  bet: Bet,
  base: number,
  truth: number,
  variances: readonly [number, number],
  several: number,
  horizon: number,
): Walk => {
  const rho2 = rhoOf(2 * bet.error, bet.tuning) ** 2;
  const sd = Math.sqrt(variances[1] + (1 + bet.threshold) ** 2 * variances[0]);
  const edge = (pairs: number): number => {
    const m = 2 * pairs * rho2 + 1;
    return sd * Math.sqrt((pairs * 2 * m * Math.log1p((several * Math.sqrt(m)) / (2 * bet.error))) / (2 * pairs * rho2));
  };
  const drift = base * (bet.side === 'above' ? truth - bet.threshold : bet.threshold - truth);
  return normalWalk(horizon, drift, sd, (pairs) => (pairs < bet.least ? Infinity : edge(pairs)));
};

const FINE = 6;

/** A normal sum on a lattice of a sixth of the standard deviation of a step; it drifts, so the edge is moved instead. */
const normalWalk = (horizon: number, drift: number, sd: number, edge: (n: number) => number): Walk => {
  const step = horizon / LOOKS;
  const unit = (sd * Math.sqrt(step)) / FINE;
  const reach = 7 * FINE;
  const raw = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => normalDensity((i - reach) / FINE));
  const whole = raw.reduce((sum, x) => sum + x, 0);
  return {
    pmf: raw.map((x) => x / whole),
    low: -reach,
    out: (look) => {
      const n = step * look;
      return [Math.ceil((edge(n) - drift * n) / unit), Infinity];
    },
  };
};

/** Chances of a Poisson count with this mean, but for those under 1e-16. */
const poisson = (mean: number): Pick<Walk, 'pmf' | 'low'> => {
  const reach = 9 * Math.sqrt(mean) + 20;
  const low = Math.max(0, Math.floor(mean - reach));
  const chance = (k: number): number =>
    k === 0 ? Math.exp(-mean) : Math.exp(k * Math.log(mean / k) + k - mean - stirlingError(k)) / Math.sqrt(2 * Math.PI * k);
  return { low, pmf: Float64Array.from({ length: Math.ceil(mean + reach) - low + 1 }, (_, i) => chance(low + i)) };
};
