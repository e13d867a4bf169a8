/**
 * Summary of counted values: how many, least, greatest, mean and the usual quantiles.
 *
 * In    counts     as for quantile: values ascending, counts whole and > 0
 * Out   all figures in the unit of the values; quantiles type 7; mean is the arithmetic mean
 *       null       nothing was counted: no figure is 0
 * Not for: things still open (see quantile).
 * Checked against: numpy on the lags of data/olist-funnel and data/maven-crm (facts.json).
 */
import { quantile, type Counted } from './quantile.ts';

export type Summary = {
  readonly n: number;
  readonly min: number;
  readonly p10: number;
  readonly p25: number;
  readonly median: number;
  readonly mean: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly max: number;
};

export const summary = (counts: readonly Counted[]): Summary | null => {
  const n = counts.reduce((sum, c) => sum + c.n, 0);
  if (n === 0) return null;
  const at = (p: number): number => quantile(counts, p)!;
  const mean = counts.reduce((sum, c) => sum + c.value * c.n, 0) / n;
  return { n, min: at(0), p10: at(0.1), p25: at(0.25), median: at(0.5), mean, p75: at(0.75), p90: at(0.9), p95: at(0.95), max: at(1) };
};
