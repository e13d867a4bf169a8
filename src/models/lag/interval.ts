/**
 * How far a fitted lag can be trusted: intervals of the share that never comes, of the curve, and of the half-by day.
 *
 * neverInterval   profile likelihood: every share c for which the best of all other parameters fits almost as well (twice the
 *                 difference of log-likelihoods within the χ² quantile of one degree of freedom); low may be 0, high below 1.
 *                 Every family within reach of the chosen one by AIC takes part, so that the choice of family counts as doubt
 * intervalOf      of any quantity of the fit, on a scale where it is free (logit for shares, logarithm for days): delta method,
 *                 averaged over the families with Akaike's weights; null where no family has a covariance
 *
 * In    rows        what was fitted
 *       confidence  in (0, 1); the product gives 0.8
 *
 * Source: profile: Venzon & Moolgavkar, Applied Statistics 37 (1988) 87–94, doi:10.2307/2347496; averaging over models: Buckland,
 *   Burnham & Augustin, Biometrics 53 (1997) 603–618, doi:10.2307/2533961.
 * Checked against: coverage over 200 invented companies (bench/lag-truth.bench.ts, lag-truth.test.ts).
 */
import type { Estimate } from '../../kernel/answer.ts';
import type { Matrix } from '../matrix.ts';
import { minimise, type Slope } from '../minimise.ts';
import { normalShare } from '../normal-share.ts';
import { normalQuantile } from '../normal.ts';
import { gathered, type Spell } from '../survival/spell.ts';
import type { CureFit } from './cure.ts';
import { fitAt, type LagFit } from './fit.ts';
import { minusLogLikelihood, type Watched } from './likelihood.ts';
import type { Maximum } from './maximum.ts';

export type Scale = 'logit' | 'log';

const ON: { readonly [S in Scale]: { readonly to: (x: number) => number; readonly back: (y: number) => number } } = {
  logit: { to: (x) => Math.log(x / (1 - x)), back: (y) => 1 / (1 + Math.exp(-y)) },
  log: { to: Math.log, back: Math.exp },
};

/** Families this far behind the best by AIC no longer count. */
const REACH = 6;

type Weighed = { readonly maximum: Maximum; readonly weight: number };

/** The families a fit was chosen from. */
export type Chosen = LagFit & Pick<CureFit, 'compared' | 'aic'>;

/** The families in reach of the chosen one, with Akaike's weights. */
export const weighed = (fit: Chosen): Weighed[] => {
  const near = fit.compared.filter(({ aic, converged, maximum }) => converged && maximum.covariance && aic - fit.aic < REACH);
  const total = near.reduce((sum, { aic }) => sum + Math.exp((fit.aic - aic) / 2), 0);
  return near.map(({ aic, maximum }) => ({ maximum, weight: Math.exp((fit.aic - aic) / 2) / total }));
};

/** The value of the chosen fit, with the interval of all families in reach. Null where nothing can bound it. */
export const intervalOf = (fit: Chosen, of: (fit: LagFit) => number, scale: Scale, confidence: number): Estimate | null => {
  const value = of(fit);
  const parts = weighed(fit).flatMap(({ maximum, weight }) => {
    const centre = ON[scale].to(of(fitAt(maximum, maximum.at)));
    const error = spreadOf(maximum, (p) => ON[scale].to(of(fitAt(maximum, p))));
    return Number.isFinite(centre) && Number.isFinite(error) && error >= 0 ? [{ centre, error: Math.max(error, 1e-12), weight }] : [];
  });
  if (parts.length === 0) return null;
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const at = (p: number): number => {
    let low = Math.min(...parts.map(({ centre, error }) => centre - 12 * error));
    let high = Math.max(...parts.map(({ centre, error }) => centre + 12 * error));
    for (let i = 0; i < 100; i++) {
      const middle = (low + high) / 2;
      const below = parts.reduce((sum, { centre, error, weight }) => sum + (weight / total) * normalShare((middle - centre) / error), 0);
      if (below < p) low = middle;
      else high = middle;
    }
    return ON[scale].back((low + high) / 2);
  };
  const tail = (1 - confidence) / 2;
  return { value, low: Math.min(value, at(tail)), high: Math.max(value, at(1 - tail)) };
};

/** Standard error of a function of the parameters, by the delta method. */
const spreadOf = ({ at, covariance }: Maximum, g: (p: readonly number[]) => number): number => {
  const slope = at.map((_, i) => {
    const h = 1e-4;
    const by = (k: number): number => g(at.map((p, j) => (i === j ? p + k * h : p)));
    return (by(1) - by(-1)) / (2 * h);
  });
  const variance = slope.reduce((sum, a, i) => sum + slope.reduce((row, b, j) => row + a * b * covariance![i]![j]!, 0), 0);
  return Math.sqrt(Math.max(0, variance));
};

/** Share that never comes. `low` 0: a curve that all come to some day cannot be ruled out. */
export const neverInterval = (spells: readonly Spell[], fit: Chosen, confidence: number): Estimate => {
  const rows = gathered(spells);
  const cut = normalQuantile((1 + confidence) / 2) ** 2 / 2;
  const near = fit.compared.filter(({ aic, converged }, i) => i === 0 || (converged && aic - fit.aic < 2 * cut));
  const best = Math.max(...near.map(({ logLikelihood, parameters }) => logLikelihood - parameters));
  const ranges = near.map(({ maximum, logLikelihood, parameters }) => profile(rows, maximum, cut - (best - (logLikelihood - parameters))));
  const [low, high] = [Math.min(...ranges.map((r) => r.low)), Math.max(...ranges.map((r) => r.high))];
  return { value: fit.never, low: Math.min(fit.never, low), high: Math.max(fit.never, high) };
};

const LEAST = -9;
const MOST = 12;

type Held = { readonly lack: number; readonly rest: readonly number[] };

/** The shares c at which the log-likelihood stays within `cut` of this family's best. */
const profile = (
  rows: readonly Watched[],
  { shape, at, logLikelihood, covariance }: Maximum,
  cut: number,
): { low: number; high: number } => {
  const f = minusLogLikelihood(rows, { ...shape, never: true });
  const own = shape.never ? at[0]! : LEAST;
  const rest = shape.never ? at.slice(1) : at;
  const inverse = shape.never ? without(covariance) : covariance;
  /** How much worse the best fit with this logit of c is. */
  const held = (eta: number, start: readonly number[]): Held => {
    const inner = (p: readonly number[]): Slope => {
      const { value, gradient } = f([eta, ...p]);
      return { value, gradient: gradient.slice(1) };
    };
    const found = minimise(inner, start, { tolerance: 1e-2, limit: 60, inverse });
    return { lack: Math.max(0, found.value + logLikelihood), rest: found.at };
  };
  const error = shape.never && covariance ? Math.sqrt(covariance[0]![0]!) : 1;
  const edge = (side: 1 | -1): number | null => {
    let [inside, outside] = [{ eta: own, lack: 0, rest }, null as ({ eta: number } & Held) | null];
    let eta = own + side * Math.min(3, Math.max(0.05, error * Math.sqrt(2 * cut)));
    for (let i = 0; i < 40; i++) {
      if (side > 0 && eta >= MOST) return MOST;
      if (side < 0 && eta <= LEAST && !outside) {
        const last = held(LEAST, inside.rest);
        if (last.lack < cut) return null;
        outside = { eta: LEAST, ...last };
      } else {
        const found = { eta, ...held(eta, inside.rest) };
        if (Math.abs(Math.sqrt(found.lack / cut) - 1) < 0.01) return eta;
        if (found.lack < cut) inside = found;
        else outside = found;
      }
      eta = outside ? between(inside, outside, cut) : inside.eta + side * Math.max(0.1, 1.5 * Math.abs(inside.eta - own));
      if (outside && Math.abs(share(inside.eta) - share(outside.eta)) < 2e-4) break;
    }
    return (inside.eta + (outside?.eta ?? inside.eta)) / 2;
  };
  const low = own <= LEAST ? null : edge(-1);
  const high = edge(1);
  return { low: low === null ? 0 : share(low), high: high === null ? 1 : share(high) };
};

/** Where the root of the lack, near straight in the logit, meets the cut; kept well inside the bracket. */
const between = (
  inside: { readonly eta: number; readonly lack: number },
  outside: { readonly eta: number; readonly lack: number },
  cut: number,
): number => {
  const [a, b] = [Math.sqrt(inside.lack), Math.sqrt(outside.lack)];
  const part = Math.min(0.9, Math.max(0.1, (Math.sqrt(cut) - a) / (b - a)));
  return inside.eta + part * (outside.eta - inside.eta);
};

/** Covariance of the rest where the first is held: the Schur complement. */
const without = (c: Matrix | null): Matrix | null =>
  c && c.slice(1).map((row, i) => row.slice(1).map((v, j) => v - (c[i + 1]![0]! * c[0]![j + 1]!) / c[0]![0]!));

const share = ON.logit.back;
