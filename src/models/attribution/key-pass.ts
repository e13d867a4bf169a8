/**
 * The key pass: what cannot be summed from units, because a deal under two units of one key is one deal.
 *
 * In    walks, won   walks.ts          slot   per unit, where its outcomes begin (credit-pass.ts)
 *       key          per slot, its key's number in [0, keys), or -1 where the cut leaves it out
 * Out   per key: deals     with at least one counted touch under it; priced: those with an amount
 *       touches            counted touches under it; one that stands there through several outcomes is one
 *       influenced         whole amounts of its deals; a deal under several keys is in each
 *       sourced            whole amounts of deals whose first counted touch is under it; started: how many
 */
import type { Walks, Won } from './walks.ts';

export type KeyPass = {
  readonly deals: Float64Array;
  readonly priced: Float64Array;
  readonly touches: Float64Array;
  readonly influenced: Float64Array;
  readonly sourced: Float64Array;
  readonly started: Float64Array;
};

export const keyPass = ({ start, unit }: Walks, won: Won, slot: Int32Array, key: Int32Array, keys: number): KeyPass => {
  const column = (): Float64Array => new Float64Array(keys);
  const out = { deals: column(), priced: column(), touches: column(), influenced: column(), sourced: column(), started: column() };
  const byDeal = new Int32Array(keys).fill(-1);
  const byTouch = new Int32Array(keys).fill(-1);
  for (let i = 0; i < won.deal.length; i += 1) {
    const d = won.deal[i]!;
    const amount = won.minor[i]!;
    const priced = !Number.isNaN(amount);
    const first = start[d]!;
    for (let t = first; t < start[d + 1]!; t += 1) {
      const u = unit[t]!;
      for (let s = slot[u]!; s < slot[u + 1]!; s += 1) {
        const k = key[s]!;
        if (k < 0 || byTouch[k] === t) continue;
        byTouch[k] = t;
        out.touches[k]! += 1;
        if (t === first) {
          out.started[k]! += 1;
          if (priced) out.sourced[k]! += amount;
        }
        if (byDeal[k] === i) continue;
        byDeal[k] = i;
        out.deals[k]! += 1;
        if (!priced) continue;
        out.priced[k]! += 1;
        out.influenced[k]! += amount;
      }
    }
  }
  return out;
};
