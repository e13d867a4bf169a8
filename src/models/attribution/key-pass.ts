/**
 * The key pass: what cannot be summed from units, because a deal under two units of one key is one deal.
 *
 * In    walks, won   walks.ts, sourced.ts    slot   per unit, where its outcomes begin (credit-pass.ts)
 *       keyed        per slot, the keys it stands under: key[first[slot]] … key[first[slot + 1] − 1]; none where the cut
 *                    leaves it out, several where a touch is under each segment it belongs to
 *       flags        per key, 1 where deals under any such key are counted (flagged)
 * Out   per key: deals     with at least one counted touch under it; priced: those with an amount
 *       touches            counted touches under it; one that stands there through several outcomes is one
 *       firsts, lasts      deals whose first, and whose last counted touch is under it
 *       influenced         whole amounts of its deals; a deal under several keys is in each
 *       sourced            by definition: whole amounts of deals that marketing brought, under the key of the first
 *                          touch that is not sales' own
 *       flagged            deals with an amount and a touch under a flagged key
 */
import { SOURCES, type Brought, type Source, type Sourced } from './sourced.ts';
import type { Walks } from './walks.ts';

export type Keyed = { readonly first: Int32Array; readonly key: Int32Array; readonly keys: number };

export type KeyPass = {
  readonly deals: Float64Array;
  readonly priced: Float64Array;
  readonly touches: Float64Array;
  readonly firsts: Float64Array;
  readonly lasts: Float64Array;
  readonly influenced: Float64Array;
  readonly sourced: { readonly [S in Source]: Float64Array };
  readonly flagged: number;
};

export const keyPass = (
  { start, unit }: Pick<Walks, 'start' | 'unit'>,
  won: Brought,
  { opener, by }: Sourced,
  slot: Int32Array,
  { first: from, key, keys }: Keyed,
  flags: Uint8Array,
): KeyPass => {
  const column = (): Float64Array => new Float64Array(keys);
  const [deals, priced, touches, firsts, lasts, influenced] = [column(), column(), column(), column(), column(), column()];
  const sourced = SOURCES.map(column);
  const byDeal = new Int32Array(keys).fill(-1);
  const byTouch = new Int32Array(keys).fill(-1);
  let flagged = 0;
  for (let i = 0; i < won.deal.length; i += 1) {
    const d = won.deal[i]!;
    const amount = won.minor[i]!;
    const hasAmount = !Number.isNaN(amount);
    const [begin, end] = [start[d]!, start[d + 1]!];
    let flag = 0;
    for (let t = begin; t < end; t += 1) {
      const u = unit[t]!;
      for (let at = from[slot[u]!]!; at < from[slot[u + 1]!]!; at += 1) {
        const k = key[at]!;
        if (byTouch[k] === t) continue;
        byTouch[k] = t;
        touches[k]! += 1;
        if (t === begin) firsts[k]! += 1;
        if (t === end - 1) lasts[k]! += 1;
        if (t === opener[i] && hasAmount) {
          const brought = by[i]!;
          if ((brought & 1) !== 0) sourced[0]![k]! += amount;
          if ((brought & 2) !== 0) sourced[1]![k]! += amount;
          if ((brought & 4) !== 0) sourced[2]![k]! += amount;
        }
        if (byDeal[k] === i) continue;
        byDeal[k] = i;
        deals[k]! += 1;
        flag |= flags[k]!;
        if (!hasAmount) continue;
        priced[k]! += 1;
        influenced[k]! += amount;
      }
    }
    if (flag !== 0 && hasAmount) flagged += 1;
  }
  const [leadSource, firstTouch, beforeSales] = sourced as [Float64Array, Float64Array, Float64Array];
  return {
    deals,
    priced,
    touches,
    firsts,
    lasts,
    influenced,
    sourced: { 'lead-source': leadSource, 'first-touch': firstTouch, 'before-sales': beforeSales },
    flagged,
  };
};
