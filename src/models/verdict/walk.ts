/**
 * Walk: the chance that a sum that grows by independent steps has left a region by each of LOOKS evenly spaced looks.
 *
 * In    pmf, low   chances of a step from one look to the next, of low, low + 1, … units
 *       out        of a look (from 1): first and last state, both included, in which the walk ends; none where the first is the greater
 * Out   chance to have ended by look 1 … LOOKS, ascending, in [0, 1]
 * Exact but for states less likely than 1e-13, which are left out. What has ended walks no further. No simulation.
 *
 * fewest   the least number of cases by which it ends with chance `power`: horizons are doubled until one suffices, then its looks are read;
 *          null: not with `most`. Off by at most one look, a LOOKS-th of what is said or of twice it
 *
 * Source: the recursion of P. Armitage, C. K. McPherson, B. C. Rowe, J. R. Stat. Soc. A 132 (1969) 235–244, doi:10.2307/2343787.
 * Checked against: all sequences of some steps, one by one; simulation of the rule itself (tests/models/verdict-size.test.ts).
 */
export const LOOKS = 200;

export type Walk = {
  readonly pmf: Float64Array;
  readonly low: number;
  readonly out: (look: number) => readonly [number, number];
};

const NEVER = 1e-13;

export const endedBy = ({ pmf, low, out }: Walk, looks = LOOKS): Float64Array => {
  const ended = new Float64Array(looks);
  let [alive, at, gone] = [Float64Array.of(1), 0, 0];
  for (let look = 1; look <= looks; look++) {
    const next = new Float64Array(alive.length + pmf.length - 1);
    for (let i = 0; i < alive.length; i++) {
      const chance = alive[i]!;
      if (chance > 0) for (let j = 0; j < pmf.length; j++) next[i + j]! += chance * pmf[j]!;
    }
    at += low;
    const [first, last] = out(look);
    for (let i = Math.max(0, first - at); i <= Math.min(next.length - 1, last - at); i++) {
      gone += next[i]!;
      next[i] = 0;
    }
    let [from, to] = [0, next.length];
    while (from < to - 1 && next[from]! < NEVER) from++;
    while (to > from + 1 && next[to - 1]! < NEVER) to--;
    alive = next.subarray(from, to);
    at += from;
    ended[look - 1] = Math.min(1, gone);
  }
  return ended;
};

export const fewest = (walkTo: (horizon: number) => Walk, power: number, least: number, most: number): number | null => {
  for (let horizon = 2 * least; ; horizon *= 2) {
    const end = Math.min(horizon, most);
    const at = endedBy(walkTo(end)).findIndex((chance) => chance >= power);
    if (at >= 0) return (end * (at + 1)) / LOOKS;
    if (horizon >= most) return null;
  }
};
