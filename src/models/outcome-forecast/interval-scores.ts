/**
 * Scores of quantiles and intervals; lower is better, all in the unit of what was forecast.
 *
 * pinball         of one quantile q in (0, 1): what lies above it costs q, what lies below it 1 − q
 * intervalScore   width of the interval that should hold 1 − alpha, and 2 ÷ alpha times the miss where it did not
 * wis             weighted interval score: the median and several intervals in one figure, near the CRPS
 *
 * In    y         what happened;  low ≤ high;  alpha in (0, 1): 0.2 for an 80 % interval
 * Throws RangeError   q or alpha outside (0, 1); an interval the wrong way round
 *
 * Source: Gneiting & Raftery, JASA 102 (2007), doi:10.1198/016214506000001437; Bracher et al., PLOS Comput Biol 17 (2021)
 *   e1008618, doi:10.1371/journal.pcbi.1008618.
 * Checked against: vectors/forecast_backlog_scores.json (1e-9).
 */
export type Bounds = { readonly alpha: number; readonly low: number; readonly high: number };

export const pinball = (y: number, q: number, forecast: number): number => {
  if (!(q > 0 && q < 1)) throw new RangeError(`pinball: a quantile in (0, 1) wanted, got ${q}`);
  return y >= forecast ? q * (y - forecast) : (1 - q) * (forecast - y);
};

export const intervalScore = (y: number, { alpha, low, high }: Bounds): number => {
  if (!(alpha > 0 && alpha < 1) || !(low <= high)) throw new RangeError(`intervalScore: no interval: ${low} to ${high} at ${alpha}`);
  return high - low + (2 / alpha) * (Math.max(0, low - y) + Math.max(0, y - high));
};

export const wis = (y: number, median: number, intervals: readonly Bounds[]): number =>
  (Math.abs(y - median) / 2 + intervals.reduce((sum, one) => sum + (one.alpha / 2) * intervalScore(y, one), 0)) / (intervals.length + 0.5);
