/** Walks as paths over keys: for models that learn from all deals together (Markov, Shapley), and for drawing deals anew. */
import type { Paths } from './paths.ts';
import type { Walks } from './walks.ts';

/** Deals of a population: their numbers in the walks, whether each was won (1 or 0), and what it brought (0 where not won or not known). */
export type Population = { readonly deal: Int32Array; readonly won: Uint8Array; readonly minor: Float64Array };

/**
 * One path per deal of the population that has a touch under a key. `key`: per unit, its key in [0, keys), or -1: touches of
 * such units are passed over, as if they had not been.
 */
export const pathsOfWalks = (
  { start, unit }: Pick<Walks, 'start' | 'unit'>,
  { deal, won, minor }: Population,
  key: Int32Array,
  keys: number,
): Paths => {
  const begins = new Int32Array(deal.length + 1);
  for (let i = 0; i < deal.length; i += 1) begins[i + 1] = begins[i]! + start[deal[i]! + 1]! - start[deal[i]!]!;
  const list = keys < 65_536 ? new Uint16Array(begins[deal.length]!) : new Int32Array(begins[deal.length]!);
  let at = 0;
  for (let i = 0; i < deal.length; i += 1) {
    begins[i] = at;
    for (let t = start[deal[i]!]!; t < start[deal[i]! + 1]!; t += 1) {
      const k = key[unit[t]!]!;
      if (k >= 0) list[at++] = k;
    }
  }
  begins[deal.length] = at;
  return {
    keys,
    start: begins,
    key: list.subarray(0, at),
    won: Float64Array.from(won),
    lost: Float64Array.from(won, (yes) => 1 - yes),
    value: minor,
  };
};
