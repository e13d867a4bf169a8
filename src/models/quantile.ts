/**
 * Quantile of counted values, type 7 (linear interpolation between order statistics).
 *
 * In    counts     value → how often; values finite and ascending, counts whole and > 0
 *       p          probability in [0, 1]; 0 is the least value, 1 the greatest
 * Out   the quantile, in the unit of the values; may lie between two of them
 *       null       nothing was counted
 * Throws RangeError   p outside [0, 1]; values that do not ascend; counts that are not whole and > 0
 *
 * Values come counted (a lag of 14 days: 31 deals) because the facts engine counts and this does not
 * have to see a million rows.
 *
 * Type 7 because it is what R, numpy, Excel's PERCENTILE.INC and DuckDB's quantile_cont give; the
 * nine usual definitions differ by at most one gap between neighbours.
 *
 * Not for: lags of things still open. They are not longer lags, they are unknown ones, and leaving
 * them out makes the rest look fast.
 *
 * Source: Hyndman & Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50
 *   (1996) 361–365, doi:10.1080/00031305.1996.10473566.
 * Checked against: numpy.quantile (default method), on the lags of data/olist-funnel and by hand.
 */
export type Counted = { readonly value: number; readonly n: number };

export const quantile = (counts: readonly Counted[], p: number): number | null => {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: probability must lie in [0, 1], got ${p}`);
  counts.forEach(({ value, n }, i) => {
    if (!Number.isFinite(value) || (i > 0 && value <= counts[i - 1]!.value))
      throw new RangeError(`quantile: values must be finite and ascend, got ${value} at ${i}`);
    if (!Number.isSafeInteger(n) || n <= 0) throw new RangeError(`quantile: counts must be whole and > 0, got ${n} for ${value}`);
  });
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const place = (total - 1) * p;
  const below = nth(counts, Math.floor(place));
  const above = nth(counts, Math.ceil(place));
  return below + (above - below) * (place - Math.floor(place));
};

/** The value at a place of the sorted row, counting from 0. */
const nth = (counts: readonly Counted[], place: number): number => {
  let passed = 0;
  for (const { value, n } of counts) {
    passed += n;
    if (place < passed) return value;
  }
  return counts.at(-1)!.value;
};
