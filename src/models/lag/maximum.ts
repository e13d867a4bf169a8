/**
 * Maximum likelihood of one family of lags (likelihood.ts): from several starts, judged by the gradient.
 *
 * In    rows     counted spells; at least one event
 *       shape    which parameters there are
 *       starts   where to begin; without any, from the data
 * Out   at, logLikelihood, gradient (largest entry), covariance (inverse Hessian; null where that is not positive definite: the
 *       maximum then lies on an edge and no standard error exists), converged
 * Throws RangeError   no event at all: no lag can be told
 *
 * Checked against: R's maxima (vectors/survival_*.json): parameters 1e-5, log-likelihood 1e-6.
 */
import { cholesky, invert, type Matrix } from '../matrix.ts';
import { hessian, minimise, type Minimum } from '../minimise.ts';
import { gathered } from '../survival/spell.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';
import { countedLikelihood } from './counted-likelihood.ts';
import { minusLogLikelihood, placesOf, type Shape, type Watched } from './likelihood.ts';

export type Maximum = {
  readonly shape: Shape;
  readonly at: readonly number[];
  readonly logLikelihood: number;
  readonly gradient: number;
  readonly covariance: Matrix | null;
  readonly converged: boolean;
};

export const maximum = (rows: readonly Watched[], shape: Shape, starts: readonly (readonly number[])[] = []): Maximum => {
  if (!rows.some(({ event }) => event === 1)) throw new RangeError('maximum: no event, no lag');
  const f = isCounted(rows, shape) ? countedLikelihood(rows, shape) : minusLogLikelihood(rows, shape);
  const scale = rows.reduce((sum, { n }) => sum + n, 0);
  const tolerance = 1e-7 * Math.max(1, Math.sqrt(scale));
  let best: Minimum | null = null;
  const { from, inverse } = starts.length > 0 ? { from: starts, inverse: null } : coarsely(rows, shape);
  for (const start of from) {
    if (!Number.isFinite(f(start).value)) continue;
    const found = minimise(f, start, { tolerance, inverse });
    if (!best || found.value < best.value - 1e-9) best = found;
  }
  if (!best) throw new RangeError('maximum: no start lies where the likelihood is positive');
  const h = hessian(f, best.at);
  return {
    shape,
    at: best.at,
    logLikelihood: -best.value,
    gradient: best.gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0),
    covariance: cholesky(h) ? invert(h) : null,
    converged: best.converged,
  };
};

/** Counted days of one group, none of which can lie so near 0 that there is no day before it to count from. */
const isCounted = (rows: readonly Watched[], { timing, columns, neverColumns }: Shape): boolean =>
  timing === 'whole-days' &&
  columns === 1 &&
  neverColumns === 1 &&
  rows.every(({ x, w, day }) => x === undefined && w === undefined && day >= 0);

/** More rows than this are first fitted in so many bins of days. */
const MANY = 400;
const BINS = 120;

/** Where to begin: for many rows, where the same rows in bins of days have their maximum, with the inverse Hessian there. */
const coarsely = (
  rows: readonly Watched[],
  shape: Shape,
): { readonly from: readonly (readonly number[])[]; readonly inverse: Matrix | null } => {
  const from = startsOf(rows, shape);
  const bin = Math.ceil(rows.reduce((most, { day }) => Math.max(most, day), 0) / BINS);
  if (rows.length <= MANY || bin < 2 || rows.some(({ x, w }) => x ?? w)) return { from, inverse: null };
  const middle = (day: number): number => Math.floor(day / bin) * bin + (bin - 1) / 2;
  const binned = gathered(
    rows.map(({ day, event, n, entry }) => ({
      day: middle(day),
      event,
      n,
      ...(entry !== undefined && { entry: Math.min(middle(entry), middle(day) - 1) }),
    })),
  );
  const { at, covariance } = maximum(binned, shape, from);
  return { from: [at], inverse: covariance };
};

/** Two guesses from the data: that the curve has come to its end, and that as many again are still to come. */
const startsOf = (rows: readonly Watched[], shape: Shape): number[][] => {
  const { causes, lostShare, size } = placesOf(shape);
  const left =
    kaplanMeier(rows.map(({ w: _w, x: _x, ...spell }) => ({ ...spell, event: spell.event === 1 ? 1 : 0 }))).at(-1)?.survival ?? 0.5;
  return [1, 0.5].map((part) => {
    const start = Array.from({ length: size }, () => 0);
    const c = Math.min(0.98, Math.max(0.02, left * part));
    if (shape.never) start[0] = Math.log(c / (1 - c));
    if (lostShare !== null) start[lostShare] = 2;
    causes.forEach(({ family, at }, k) => {
      const { mean, deviation } = logDays(rows, k + 1);
      start[at] = mean + (part < 1 || !shape.never ? 0.5 : 0) + (family === 'weibull' || family === 'exponential' ? 0.4 : 0);
      if (family !== 'exponential') start[at + shape.columns] = Math.log(Math.max(0.15, deviation * SPREAD[family]));
      if (family === 'gengamma') start[at + shape.columns + 1] = 0.5;
    });
    return start;
  });
};

/** Spread of the standard W against its standard deviation. */
const SPREAD = { weibull: 0.78, lognormal: 1, loglogistic: 0.55, gengamma: 0.9 } as const;

const logDays = (rows: readonly Watched[], event: number): { mean: number; deviation: number } => {
  let [n, sum, squares] = [0, 0, 0];
  for (const row of rows)
    if (row.event === event) {
      const log = Math.log(Math.max(row.day, 0.25));
      n += row.n;
      sum += row.n * log;
      squares += row.n * log * log;
    }
  if (n === 0) return { mean: 4, deviation: 1 };
  return { mean: sum / n, deviation: n > 1 ? Math.sqrt(Math.max(0.05, squares / n - (sum / n) ** 2)) : 1 };
};
