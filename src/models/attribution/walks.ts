/**
 * Walks: the counted touches of all deals, flat and in order, as the facts stream them; shared between threads, never changed.
 *
 * start   one entry per deal and one more: deal d's touches are start[d] … start[d + 1] − 1, earliest first
 * unit    which unit each touch belongs to: touches that agree in everything one can cut by (campaign, channel, kind …)
 * age     whole local days from the touch to the close (or, of an open deal, to the day as of which one looks), ≥ 0
 * bits    what is known of each touch: LEAD up to the moment the deal's lead was created, OPENED up to the moment the deal was
 *         opened, DIRECT of a channel that says nothing of what brought somebody, SALES what sales did itself, LATE dated up to the
 *         close but told of after it, LIKELY the deal's by a link between people or accounts that is likely, not certain
 */
import type { Journey } from './journey.ts';

export const LEAD = 1;
export const OPENED = 2;
export const DIRECT = 4;
export const SALES = 8;
export const LATE = 16;
export const LIKELY = 64;

export type Walks = {
  readonly start: Int32Array;
  readonly unit: Uint16Array | Int32Array;
  readonly age: Uint16Array | Int32Array;
  readonly bits: Uint8Array;
};

/** Deals that a question is about: their numbers in the walks; what each brought in whole minor units, NaN where nobody knows. */
export type Won = { readonly deal: Int32Array; readonly minor: Float64Array };

/** Sets `journey` to deal d; false where it has no counted touch. The same object serves deal after deal. */
export const walkTo = ({ start, age, bits }: Walks, d: number, journey: Journey): boolean => {
  const [from, to] = [start[d]!, start[d + 1]!];
  if (from === to) return false;
  let [lead, opened, nonDirect] = [-1, -1, -1];
  for (let t = from; t < to; t += 1) {
    const known = bits[t]!;
    if ((known & LEAD) !== 0) lead = t - from;
    if ((known & OPENED) !== 0) opened = t - from;
    if ((known & DIRECT) === 0) nonDirect = t - from;
  }
  journey.n = to - from;
  journey.lead = lead;
  journey.opened = opened;
  journey.nonDirect = nonDirect;
  journey.ages = age;
  journey.from = from;
  return true;
};
