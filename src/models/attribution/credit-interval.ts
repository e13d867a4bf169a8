/**
 * Intervals of credited money, by drawing the deals anew: how far a key's money would move with other deals of the same kind.
 *
 * Method    percentile bootstrap (Efron 1979): as many won deals as there are, drawn with replacement, each with all its touches
 *           and its amount; 400 times by default; the interval lies between the 10th and 90th percentile (80 %, type 7 of Hyndman and
 *           Fan). Deals are drawn, not touches: touches of one deal belong together. Same seed, same intervals
 * Many deals  above 2,000 they are drawn in 2,000 lots, into which they fall by a seeded shuffle: the spread of a sum of lots is that of
 *           its deals, to about ±2 % of the spread (√(1 ÷ 2 × 2,000))
 *
 * In        walks, won     walks.ts; deals without an amount or without a touch are drawn too, and bring nothing
 *           slot, keyed    as in key-pass.ts       models, halfLife   as in credit-pass.ts
 *           keep           the keys wanted; one more stands behind them: all touches together
 * Out       low, high      models × (keep.length + 1), row by row: minor units, not rounded
 * null      fewer than 20 won deals with a touch and an amount: their own spread is not to be had from so few
 * Says      how far the number would move with other deals. Not how far it lies from what a channel really causes
 * Source: Efron (1979), doi:10.1214/aos/1176344552; Efron and Tibshirani (1993), chapter 13.
 * Checked against: a bootstrap written out deal by deal, and sums with a known sampling distribution
 *   (tests/models/credit-interval.test.ts).
 */
import { random } from '../../kernel/random.ts';
import { outcomePart } from './credit-pass.ts';
import { plainJourney } from './journey.ts';
import type { Keyed } from './key-pass.ts';
import type { Model } from './models.ts';
import { splitInto } from './split.ts';
import { walkTo, type Walks, type Won } from './walks.ts';
import { writeWeights } from './weights.ts';

export type CreditInterval = { readonly low: Float64Array; readonly high: Float64Array; readonly times: number; readonly deals: number };
export type IntervalInput = {
  readonly walks: Walks;
  readonly won: Won;
  readonly slot: Int32Array;
  readonly keyed: Keyed;
  readonly keep: Int32Array;
  readonly models: readonly Model[];
  readonly halfLife: number;
  readonly seed: string;
  readonly times?: number;
};

export const LEAST_WON = 20;
export const DRAWS = 400;
const LOTS = 2_000;
const LEVEL = 0.8;

export const creditInterval = (input: IntervalInput): CreditInterval | null => {
  const { walks, won, models, keep, seed, times = DRAWS } = input;
  let deals = 0;
  for (let i = 0; i < won.deal.length; i += 1)
    if (!Number.isNaN(won.minor[i]!) && walks.start[won.deal[i]!]! < walks.start[won.deal[i]! + 1]!) deals += 1;
  if (deals < LEAST_WON) return null;
  const r = random(`credit interval ${seed}`);
  const lots = Math.min(won.deal.length, LOTS);
  const sums = lotSums(input, lotsOf(won.deal.length, lots, r.next), lots);
  const cells = models.length * (keep.length + 1);
  const notes = new Float64Array(cells * times);
  const counts = new Float64Array(lots);
  for (let turn = 0; turn < times; turn += 1) {
    counts.fill(0);
    for (let draw = 0; draw < lots; draw += 1) counts[Math.floor(r.next() * lots)]! += 1;
    for (let cell = 0; cell < cells; cell += 1) {
      let sum = 0;
      const at = cell * lots;
      for (let lot = 0; lot < lots; lot += 1) sum += counts[lot]! * sums[at + lot]!;
      notes[cell * times + turn] = sum;
    }
  }
  const [low, high] = [new Float64Array(cells), new Float64Array(cells)];
  for (let cell = 0; cell < cells; cell += 1) {
    const column = notes.subarray(cell * times, (cell + 1) * times).toSorted();
    low[cell] = quantileOf(column, (1 - LEVEL) / 2);
    high[cell] = quantileOf(column, (1 + LEVEL) / 2);
  }
  return { low, high, times, deals };
};

/** The lot of each deal: its own while there are no more deals than lots, else lots of one size or one more, shuffled. */
const lotsOf = (deals: number, lots: number, next: () => number): Int32Array => {
  const lot = Int32Array.from({ length: deals }, (_, i) => i % lots);
  if (deals === lots) return lot;
  for (let i = deals - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    [lot[i], lot[j]] = [lot[j]!, lot[i]!];
  }
  return lot;
};

/** Money of each wanted key under each model, lot by lot. */
const lotSums = ({ walks, won, slot, keyed, keep, models, halfLife }: IntervalInput, lot: Int32Array, lots: number): Float64Array => {
  const columns = keep.length + 1;
  const sums = new Float64Array(models.length * columns * lots);
  const place = new Int32Array(keyed.keys).fill(-1);
  keep.forEach((k, i) => (place[k] = i));
  const journey = plainJourney(1);
  let [weights, parts] = [new Float64Array(256), new Float64Array(256)];
  for (let i = 0; i < won.deal.length; i += 1) {
    const amount = won.minor[i]!;
    if (Number.isNaN(amount) || !walkTo(walks, won.deal[i]!, journey)) continue;
    const { n, from } = journey;
    if (weights.length < n) [weights, parts] = [new Float64Array(n * 2), new Float64Array(n * 2)];
    for (let m = 0; m < models.length; m += 1) {
      writeWeights(models[m]!, journey, halfLife, weights);
      splitInto(amount, weights, n, parts);
      const row = m * columns;
      sums[(row + keep.length) * lots + lot[i]!]! += amount;
      for (let t = 0; t < n; t += 1) {
        if (parts[t] === 0) continue;
        const u = walks.unit[from + t]!;
        const among = slot[u + 1]! - slot[u]!;
        for (let nth = 0; nth < among; nth += 1) {
          const s = slot[u]! + nth;
          for (let at = keyed.first[s]!; at < keyed.first[s + 1]!; at += 1) {
            const k = place[keyed.key[at]!]!;
            if (k >= 0) sums[(row + k) * lots + lot[i]!]! += outcomePart(parts[t]!, nth, among, t);
          }
        }
      }
    }
  }
  return sums;
};

/** Of a sorted column, between its two nearest notes (Hyndman and Fan, type 7). */
const quantileOf = (sorted: Float64Array, p: number): number => {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const next = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (at - below) * (sorted[next]! - sorted[below]!);
};
