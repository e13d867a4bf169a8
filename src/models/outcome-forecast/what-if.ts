/**
 * What if planned work were moved: a forecast shifted by the difference that the move makes on average.
 *
 * spreadOver   what a piece of work brings by each day: its leads come evenly from its first day to its last
 * chanceOf     share of a distribution, given by even quantiles, that reaches a target
 *
 * In    pulse      what one lead brings by day (pulse.ts);  first, last   days ahead of today (below 1: past, brings nothing more)
 *       quantiles  ascending, at (i + ½) ÷ n;  up   true where more is better
 * Out   in the unit of the pulse; a share in [0, 1]
 *
 * The pace of late weeks already contains work of the usual size, so the work that is planned is a named part of the forecast and
 * not added to it. Only the difference between two plans moves it; its spread stays as it was.
 * Checked against: hand (what-if.test.ts).
 */
export type Part = { readonly leads: number; readonly first: number; readonly last: number; readonly pulse: ArrayLike<number> };

/** Expected by the end of `day` (days ahead, ≥ 0), work moved by `shift` days. What would lie in the past starts tomorrow. */
export const spreadOver = ({ leads, first, last, pulse }: Part, day: number, shift = 0): number => {
  const length = last - first + 1;
  if (length <= 0) return 0;
  // What is over brings nothing more; what is moved before today begins tomorrow.
  if (last < 1) return 0;
  const begins = Math.max(1, first + shift);
  const left = length - Math.max(0, Math.min(length, 1 - first));
  const each = leads / length;
  let sum = 0;
  for (let i = 0; i < left; i++) {
    const came = begins + i;
    if (came > day) break;
    sum += each * (pulse[Math.min(pulse.length - 1, day - came)] ?? 0);
  }
  return sum;
};

export const chanceOf = (quantiles: ArrayLike<number>, target: number, up: boolean): number => {
  const n = quantiles.length;
  if (n === 0) return 0;
  const least = 0.5 / n;
  let below: number;
  if (target <= quantiles[0]!) below = target < quantiles[0]! ? least / 2 : least;
  else if (target > quantiles[n - 1]!) below = 1 - least / 2;
  else {
    let i = 1;
    while (quantiles[i]! < target) i += 1;
    const [a, b] = [quantiles[i - 1]!, quantiles[i]!];
    below = (i - 0.5 + (b > a ? (target - a) / (b - a) : 0)) / n;
  }
  return up ? 1 - below : below;
};

/** Even quantiles of draws, at (i + ½) ÷ n. */
export const evenQuantiles = (draws: ArrayLike<number>, n: number): number[] => {
  const sorted = Float64Array.from(draws).toSorted();
  return Array.from({ length: n }, (_, i) => sorted[Math.min(sorted.length - 1, Math.floor(((i + 0.5) / n) * sorted.length))]!);
};
