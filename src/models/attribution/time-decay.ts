/**
 * Time decay: a touch one half-life nearer to the close gets twice as much; weights 2^(-age ÷ half-life), made to sum to 1.
 *
 * Ages are measured from the touch nearest to the close, which changes no share and keeps a long journey from vanishing
 * below the smallest number.
 *
 * Half-life   by default a quarter of the measured cycle: the median of days from a deal's first counted touch to its
 *             close, over won deals with a counted touch. Vendors' week in a window of thirty days is about a quarter too; a
 *             cycle of half a year then gets six weeks, where a week would give nearly all to the last touches. Whole days, ≥ 1
 * Refuses     a measured half-life on fewer than 20 such deals (null): the vendors' 7 days are then used and named
 * Source: Google Ads API, TIME_DECAY, "half-life of one week"; HubSpot "time decay, half-life of seven days".
 * Checked against: vectors/attribution_small.json (b2b_300, time_decay_7d).
 */
import type { Journey } from './journey.ts';

/** Won deals with a counted touch that a measured half-life takes at the least. */
export const LEAST_DEALS = 20;
const SHARE_OF_CYCLE = 0.25;

/** Writes n weights that sum to 1 into `out` from 0 on. `halfLife` in days, > 0. Allocates nothing. */
export const writeTimeDecay = (halfLife: number, { n, ages, from }: Journey, out: Float64Array): void => {
  let nearest = Infinity;
  for (let i = 0; i < n; i += 1) if (ages[from + i]! < nearest) nearest = ages[from + i]!;
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    const weight = 2 ** ((nearest - ages[from + i]!) / halfLife);
    out[i] = weight;
    sum += weight;
  }
  for (let i = 0; i < n; i += 1) out[i]! /= sum;
};

/** Half-life that follows the measured cycle, from the median cycle in days and the number of deals behind it; null on too few. */
export const halfLifeOf = (medianCycle: number | null, deals: number): number | null =>
  medianCycle === null || deals < LEAST_DEALS ? null : Math.max(1, Math.round(medianCycle * SHARE_OF_CYCLE));
