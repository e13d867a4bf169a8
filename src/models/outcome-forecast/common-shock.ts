/**
 * Common shock: the deals of one company share a market, a season, a price list. One factor moves all their odds.
 *
 * Deal i is won where Φ⁻¹(pᵢ) > √ρ·Z + √(1−ρ)·eᵢ, with Z the same for all deals and eᵢ its own, both standard normal.
 *
 * winGiven        chance of a deal once the shock is known
 * shockedTotals   the exact distribution of the pipeline with a shock: the independent one, mixed over Z
 * shockPosterior  how strong the shock has been: weights of RHOS from past windows
 *
 * In    p      chance without knowing the shock, in [0, 1]
 *       rho    correlation, in [0, 1); 0: the deals are independent
 * Out   probabilities; the mean total does not depend on rho, its spread does
 * Throws RangeError   rho outside [0, 1)
 *
 * shockPosterior takes, for each past window: what was expected, what happened, the variance if all were independent, and
 * (Σφ)² − Σφ² with φ the normal density at Φ⁻¹(pᵢ), by which the variance grows with rho (first order). Short history leaves
 * the prior: weights that fall with rho and have a mean of 0.03.
 *
 * Source: Vasicek, "The distribution of loan portfolio value", Risk (December 2002); reference/engines.md, section 3.
 * Checked against: vectors/forecast_backlog_scores.json, pipeline_common_shock (1e-9).
 */
import { normalQuantile } from '../normal.ts';
import { normalDensity, normalShare } from '../normal-share.ts';
import { pipelineTotals } from './poisson-binomial.ts';

export const winGiven = (p: number, rho: number, z: number): number => {
  if (!(rho >= 0 && rho < 1)) throw new RangeError(`common shock: a correlation in [0, 1) wanted, got ${rho}`);
  if (p <= 0) return 0;
  return p >= 1 ? 1 : normalShare((normalQuantile(p) - Math.sqrt(rho) * z) / Math.sqrt(1 - rho));
};

/** A trapezium rule in Z: for a smooth function times the normal density it is exact to rounding. */
const STEP = 0.1;
const FAR = 90;

export const shockedTotals = (chances: readonly number[], amounts: readonly number[], rho: number): Float64Array => {
  if (rho === 0) return pipelineTotals(chances, amounts);
  let mixed: Float64Array | null = null;
  let sum = 0;
  for (let i = -FAR; i <= FAR; i++) {
    const z = i * STEP;
    const weight = normalDensity(z) * STEP;
    const pmf = pipelineTotals(
      chances.map((p) => winGiven(p, rho, z)),
      amounts,
    );
    mixed ??= new Float64Array(pmf.length);
    for (let x = 0; x < pmf.length; x++) mixed[x] = mixed[x]! + weight * pmf[x]!;
    sum += weight;
  }
  return mixed!.map((p) => p / sum);
};

export const RHOS: readonly number[] = [0, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3];
const PRIOR_MEAN = 0.03;

/** One window of the past: `shared` is (Σφ)² − Σφ². */
export type ShockWindow = { readonly happened: number; readonly expected: number; readonly variance: number; readonly shared: number };

/**
 * How strong a shock is over `many` windows together, as a share of its strength in one: 1 where what a window was, the next one
 * was too; 1 ÷ many where windows have nothing to do with each other. From the likeness of neighbours, pooled with ALIKE worth
 * ALIKE_PAIRS pairs. `windows` newest first, none missing between them. The variance of a mean of an AR(1) process (Box, Jenkins &
 * Reinsel, "Time Series Analysis", 2008, doi:10.1002/9781118619193, section 2.1).
 */
export const lasting = (windows: readonly ShockWindow[], many: number): number => {
  if (many <= 1) return 1;
  const moved = windows.map(
    ({ happened, expected, variance, shared }) => (happened - expected) / Math.sqrt(Math.max(1, variance + shared)),
  );
  const scale = moved.reduce((sum, z) => sum + z * z, 0) / Math.max(1, moved.length);
  let likeness = ALIKE * ALIKE_PAIRS;
  for (let i = 1; i < moved.length; i++) if (scale > 0) likeness += (moved[i]! * moved[i - 1]!) / scale;
  const phi = Math.max(-0.5, Math.min(1, likeness / (ALIKE_PAIRS + Math.max(0, moved.length - 1))));
  const n = Math.round(many);
  let sum = n;
  for (let lag = 1; lag < n; lag++) sum += 2 * (n - lag) * phi ** lag;
  return Math.max(1 / (n * n), Math.min(1, sum / (n * n)));
};
const ALIKE = 0.5;
const ALIKE_PAIRS = 3;

/** A weight for each of RHOS; they sum to 1. `share`: how much of a window's strength is forecast (lasting). */
export const shockPosterior = (windows: readonly ShockWindow[], share = 1): readonly number[] => {
  const widths = RHOS.map((rho, i) => ((RHOS[i + 1] ?? rho + 0.1) - (RHOS[i - 1] ?? 0)) / 2);
  const logs = RHOS.map((rho, i) =>
    windows.reduce(
      (sum, { happened, expected, variance, shared }) => {
        const v = variance + rho * shared;
        return v > 0 ? sum - Math.log(v) / 2 - (happened - expected) ** 2 / (2 * v) : sum;
      },
      Math.log(widths[i]!) - rho / PRIOR_MEAN,
    ),
  );
  const most = Math.max(...logs);
  const weights = logs.map((l) => Math.exp(l - most));
  const all = weights.reduce((a, b) => a + b, 0);
  const found = RHOS.map(() => 0);
  weights.forEach((w, i) => {
    const [at, part] = placeOf(RHOS[i]! * share);
    found[at] = found[at]! + (w / all) * (1 - part);
    if (part > 0) found[at + 1] = found[at + 1]! + (w / all) * part;
  });
  return found;
};

/** Between which of RHOS a strength lies, and how far. */
const placeOf = (rho: number): readonly [number, number] => {
  let at = RHOS.length - 1;
  while (at > 0 && RHOS[at]! > rho) at -= 1;
  return at === RHOS.length - 1 ? [at, 0] : [at, (rho - RHOS[at]!) / (RHOS[at + 1]! - RHOS[at]!)];
};
