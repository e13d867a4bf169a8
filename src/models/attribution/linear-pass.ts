/**
 * What late touches moved, and what rests on likely links: under equal credit, by slot (credit-pass.ts), in whole minor units.
 *
 * moved    money now, less what it would be without the touches that came in after the close; sums to 0 within a deal that keeps a
 *          touch without them, and to its amount where it does not
 * likely   money of touches that are the deal's by a likely link only (LIKELY of walks.ts)
 *
 * Only deals with such touches are looked at. Amounts are split as in credit-pass.ts, so the money is the answer's own.
 */
import { outcomePart } from './credit-pass.ts';
import { splitInto } from './split.ts';
import { LATE, LIKELY, type Walks, type Won } from './walks.ts';

export type LinearPass = { readonly moved: Float64Array; readonly likely: Float64Array };

export const linearPass = ({ start, unit, bits }: Walks, { deal, minor }: Won, slot: Int32Array): LinearPass => {
  const slots = slot[slot.length - 1]!;
  const out = { moved: new Float64Array(slots), likely: new Float64Array(slots) };
  let [ones, now, before] = [new Float64Array(256).fill(1), new Float64Array(256), new Float64Array(256)];
  for (let i = 0; i < deal.length; i += 1) {
    const amount = minor[i]!;
    const [from, to] = [start[deal[i]!]!, start[deal[i]! + 1]!];
    if (Number.isNaN(amount) || from === to) continue;
    let [late, likely] = [0, 0];
    for (let t = from; t < to; t += 1) {
      if ((bits[t]! & LATE) !== 0) late += 1;
      if ((bits[t]! & LIKELY) !== 0) likely += 1;
    }
    if (late + likely === 0) continue;
    const n = to - from;
    if (ones.length < n) [ones, now, before] = [new Float64Array(n * 2).fill(1), new Float64Array(n * 2), new Float64Array(n * 2)];
    splitInto(amount, ones, n, now);
    if (late < n) splitInto(amount, ones, n - late, before);
    let left = 0;
    for (let t = from; t < to; t += 1) {
      const isLate = (bits[t]! & LATE) !== 0;
      const isLikely = (bits[t]! & LIKELY) !== 0;
      const part = now[t - from]!;
      const without = isLate ? 0 : before[left++]!;
      const u = unit[t]!;
      const among = slot[u + 1]! - slot[u]!;
      for (let nth = 0; nth < among; nth += 1) {
        const at = slot[u]! + nth;
        const mine = outcomePart(part, nth, among, t - from);
        if (late > 0) out.moved[at]! += mine - outcomePart(without, nth, among, t - from);
        if (isLikely) out.likely[at]! += mine;
      }
    }
  }
  return out;
};
