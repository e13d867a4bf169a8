/**
 * The exact answers of the plain throughput model, by convolution: what the simulators must agree with.
 *
 * sumsAfter    distribution of what `weeks` sampled weeks finish: entry s is P(sum = s); sums of `most` and more are
 *              kept together in the last entry
 * doneBy       P(the last of `items` is done by week t), t = 1 …, until it passes `enough`
 * atLeast      largest k with P(S ≥ k) ≥ q after so many weeks
 *
 * In    history     finished items a week, whole ≥ 0, one or more
 * Out   probabilities in [0, 1]; doneBy answers with fewer weeks where the chance passes `enough` (0.999999)
 * Throws RangeError   as throughput.ts
 *
 * Costs weeks × items × different weeks: 3 ms for 500 items, 300 ms for 5,000, so it checks and does not replace the
 * simulation, which also carries growth, sizes and skills.
 *
 * Checked against: vectors/forecast_backlog_scores.json (numpy), 1e-9.
 */
import { MOST_WEEKS } from './finishes.ts';
import { checkedHistory } from './throughput.ts';

type Value = { readonly n: number; readonly p: number };

const valuesOf = (history: readonly number[]): Value[] => {
  const counts = new Map<number, number>();
  for (const n of checkedHistory(history)) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].map(([n, times]) => ({ n, p: times / history.length }));
};

const convolved = (sums: Float64Array, values: readonly Value[]): Float64Array => {
  const most = sums.length - 1;
  const next = new Float64Array(sums.length);
  for (let s = 0; s <= most; s++) {
    const p = sums[s]!;
    if (p === 0) continue;
    for (const value of values) next[Math.min(most, s + value.n)]! += p * value.p;
  }
  return next;
};

const start = (most: number): Float64Array => Float64Array.from({ length: most + 1 }, (_, s) => (s === 0 ? 1 : 0));

export const sumsAfter = (history: readonly number[], weeks: number, most: number): Float64Array => {
  const values = valuesOf(history);
  let sums = start(most);
  for (let week = 0; week < weeks; week++) sums = convolved(sums, values);
  return sums;
};

export const doneBy = (history: readonly number[], items: number, enough = 0.999999): number[] => {
  const values = valuesOf(history);
  const chances: number[] = [];
  let sums = start(items);
  while ((chances.at(-1) ?? 0) < enough && chances.length < MOST_WEEKS) {
    sums = convolved(sums, values);
    chances.push(sums[items]!);
  }
  return chances;
};

/** The smallest week by which the chance reaches q; null where it never does. */
export const weekOf = (chances: readonly number[], q: number): number | null => {
  const at = chances.findIndex((p) => p >= q - 1e-12);
  return at < 0 ? null : at + 1;
};

export const atLeast = (history: readonly number[], weeks: number, q: number): number => {
  const most = weeks * Math.max(...history);
  const sums = sumsAfter(history, weeks, most);
  let above = 0;
  for (let k = most; k > 0; k--) {
    above += sums[k]!;
    if (above >= q - 1e-12) return k;
  }
  return 0;
};
