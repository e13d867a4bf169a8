/**
 * Intervals of attribution shares, by drawing the deals anew.
 *
 * Each time every deal counts 0, 1, 2 … times (Poisson with mean 1, the usual stand-in for drawing as many deals with
 * replacement), the model is fitted again, and its shares are noted; the interval lies between two of the notes' quantiles.
 * Deals are drawn, not touches: touches of one deal belong together.
 *
 * In        deals        how many        seed   same seed, same intervals
 *           estimate     the shares for given counts of deals, one per key; null where that draw has no answer (nothing won)
 *           times        how often; 400 by default           level  share of notes inside; 0.8 by default
 * Out       low, high    per key; null where fewer than nine draws in ten had an answer
 * Says      how much the shares would move with other deals of the same kind. Not how far they lie from what a channel
 *           really causes: no number of deals mends that
 * Source: Efron (1979), doi:10.1214/aos/1176344552; Poisson weights: Chamandy et al. (2012), "Estimating uncertainty for massive
 *   data streams", Google. Checked against: coverage in a simulation with known shares (tests/models/attribution-intervals.test.ts).
 */
import { random } from '../../kernel/random.ts';

export type Interval = { readonly low: Float64Array; readonly high: Float64Array; readonly times: number };
export type Draws = {
  readonly times?: number;
  readonly level?: number;
  readonly seed: string;
  readonly told?: (done: number, of: number) => void;
};

const TIMES = 400;
const LEVEL = 0.8;
const ENOUGH = 0.9;

export const bootstrap = (
  deals: number,
  estimate: (counts: Uint8Array) => ArrayLike<number> | null,
  { times = TIMES, level = LEVEL, seed, told = () => undefined }: Draws,
): Interval | null => {
  const r = random(`attribution bootstrap ${seed}`);
  const counts = new Uint8Array(deals);
  const notes: Float64Array[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    drawCounts(counts, r.next);
    const shares = estimate(counts);
    if (shares) notes.push(Float64Array.from(shares));
    told(turn + 1, times);
  }
  if (notes.length < times * ENOUGH || notes.length === 0) return null;
  const keys = notes[0]!.length;
  const [low, high] = [new Float64Array(keys), new Float64Array(keys)];
  const column = new Float64Array(notes.length);
  for (let k = 0; k < keys; k += 1) {
    notes.forEach((note, i) => (column[i] = note[k]!));
    column.sort();
    low[k] = quantileOf(column, (1 - level) / 2);
    high[k] = quantileOf(column, (1 + level) / 2);
  }
  return { low, high, times: notes.length };
};

/** Chances of a Poisson variate of mean 1 being at most 0, 1, 2 …; what lies above eight is a chance of one in a million. */
const UP_TO = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((most) => {
  let [sum, term] = [0, Math.exp(-1)];
  for (let k = 0; k <= most; k += 1) {
    sum += term;
    term /= k + 1;
  }
  return sum;
});

/** How often each deal counts, drawn anew. */
const drawCounts = (counts: Uint8Array, next: () => number): void => {
  for (let i = 0; i < counts.length; i += 1) {
    const u = next();
    let k = 0;
    while (k < 9 && u >= (UP_TO[k] ?? 1)) k += 1;
    counts[i] = k;
  }
};

/** Of a sorted column, between its two nearest notes (Hyndman and Fan, type 7). */
const quantileOf = (sorted: Float64Array, p: number): number => {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const next = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (at - below) * (sorted[next]! - sorted[below]!);
};
