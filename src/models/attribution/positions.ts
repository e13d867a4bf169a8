/**
 * Position models: fixed shares for the key touches of a journey and one share for the rest.
 *
 * first, lead, opened, last   share of that key touch          rest   share spread equally over the other touches
 * between                     only touches that lie between the model's first and last key touch are "others" (Marketo)
 *
 * Rules where a journey does not have all of them (no vendor writes these down; docs/attribution.md works them by hand)
 *   one touch is several key touches   it gets the sum of their shares
 *   a milestone has no touch, or no touch is left for the rest   the share that finds no touch goes to the
 *                                      shares that do, in proportion; so every model sums to 100 %
 * With them, "40/20/40" gives one touch 100 % and two touches 50/50, as Snowplow's published SQL does.
 *
 * Checked against: vectors/attribution_small.json (b2b_300: u_40_20_40, w_30_30_30_10), and by hand in the test.
 */
import type { Journey } from './journey.ts';

export type Positions = {
  readonly first: number;
  readonly lead: number;
  readonly opened: number;
  readonly last: number;
  readonly rest: number;
  readonly between?: true;
};

const NONE: Positions = { first: 0, lead: 0, opened: 0, last: 0, rest: 0 };

export const POSITIONS = {
  first: { ...NONE, first: 100 },
  last: { ...NONE, last: 100 },
  linear: { ...NONE, rest: 100 },
  'u-hubspot': { ...NONE, first: 40, lead: 40, rest: 20 },
  'u-marketo': { ...NONE, first: 50, lead: 50 },
  'u-first-last': { ...NONE, first: 40, last: 40, rest: 20 },
  'w-hubspot': { ...NONE, first: 30, lead: 30, opened: 30, rest: 10 },
  'w-marketo': { ...NONE, first: 30, lead: 30, opened: 30, rest: 10, between: true },
  'full-path': { first: 22.5, lead: 22.5, opened: 22.5, last: 22.5, rest: 10 },
  j: { ...NONE, first: 20, last: 60, rest: 20 },
  'inverse-j': { ...NONE, first: 60, last: 20, rest: 20 },
} as const satisfies { readonly [name: string]: Positions };

/** Writes n weights that sum to 1 into `out` from 0 on. Allocates nothing. */
export const writePositions = (p: Positions, { n, lead, opened }: Journey, out: Float64Array): void => {
  out.fill(0, 0, n);
  const end = p.between ? Math.max(lead, opened, 0) : n;
  let others = 0;
  if (p.rest > 0)
    for (let i = 0; i < end; i += 1)
      if (!((p.first > 0 && i === 0) || (p.lead > 0 && i === lead) || (p.opened > 0 && i === opened) || (p.last > 0 && i === n - 1))) {
        out[i] = 1;
        others += 1;
      }
  if (others > 0) for (let i = 0; i < end; i += 1) out[i]! *= p.rest / others;
  if (lead >= 0) out[lead]! += p.lead;
  if (opened >= 0) out[opened]! += p.opened;
  out[0]! += p.first;
  out[n - 1]! += p.last;
  const placed = p.first + p.last + (lead >= 0 ? p.lead : 0) + (opened >= 0 ? p.opened : 0) + (others > 0 ? p.rest : 0);
  for (let i = 0; i < n; i += 1) out[i]! /= placed;
};
