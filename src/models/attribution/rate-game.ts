/**
 * The rate game: Shapley's value where a coalition is worth its win rate, not its wins.
 *
 * v(S) = won ÷ all, over the paths whose channels all lie in S; v of nobody, and of a coalition that no path fits into, is 0.
 * Every one of the 2ⁿ coalitions is looked at, so n is at most 24: 17 million of them, 16 bytes each (268 MB), about two
 * seconds. Sums over all subsets are made one channel at a time (the zeta transform); the values of all channels then
 * come out of one folding of the table.
 *
 * Out       phi     per key; they sum to v(all) = the win rate of paths with a touch. **A channel can come out below 0**: where
 *                   it appears, deals are won more seldom than where it does not. That says something about whom it meets
 *                   (a fair for everybody, a support page of customers in trouble), and not that it lost a deal
 *           rate    v(all)
 * Throws RangeError   more than 24 keys: keep the largest and gather the rest under one key first
 * Source: Shapley (1953); Möbius and zeta transform: Björklund et al. (2007), doi:10.1145/1250790.1250801.
 * Checked against: vectors/attribution_small.json (shapley_rate_game_top8, brute force in Python, 1e-9).
 */
import type { Paths } from './paths.ts';

export const MOST_KEYS = 24;

export type RateGame = { readonly phi: Float64Array; readonly rate: number };

export const rateGame = ({ keys, start, key, won, lost }: Paths): RateGame => {
  if (keys > MOST_KEYS) throw new RangeError(`rate game: ${keys} channels are more than ${MOST_KEYS}`);
  const size = 2 ** keys;
  const wins = new Float64Array(size);
  const all = new Float64Array(size);
  for (let i = 0; i + 1 < start.length; i += 1) {
    let set = 0;
    for (let t = start[i]!; t < start[i + 1]!; t += 1) set |= 1 << key[t]!;
    if (set === 0) continue;
    wins[set]! += won[i]!;
    all[set]! += won[i]! + lost[i]!;
  }
  return rateGameOf(keys, wins, all);
};

/** The same from a table of channel sets, by bits: wins and all paths of exactly that set. Both tables are used up. */
export const rateGameOf = (keys: number, wins: Float64Array, all: Float64Array): RateGame => {
  sumSubsets(wins, keys);
  sumSubsets(all, keys);
  const size = wins.length;
  const rate = all[size - 1]! > 0 ? wins[size - 1]! / all[size - 1]! : 0;
  // phi_i = Σ over S with i of u(S), less the same for everybody; u = (w(|S| − 1) + w(|S|)) v(S), w(s) = s! (n − s − 1)! ÷ n!.
  const [joint, alone] = [new Float64Array(keys + 1), new Float64Array(keys + 1)];
  for (let s = 0; s <= keys; s += 1) {
    const [within, without] = [s > 0 ? orderShare(s - 1, keys) : 0, s < keys ? orderShare(s, keys) : 0];
    joint[s] = within + without;
    alone[s] = without;
  }
  let common = 0;
  for (let set = 0; set < size; set += 1) {
    const v = all[set]! > 0 ? wins[set]! / all[set]! : 0;
    const of = bitsOf(set);
    common += alone[of]! * v;
    wins[set] = joint[of]! * v;
  }
  const phi = new Float64Array(keys);
  for (let bit = keys - 1; bit >= 0; bit -= 1) {
    const half = 2 ** bit;
    let sum = 0;
    for (let set = 0; set < half; set += 1) {
      sum += wins[half + set]!;
      wins[set]! += wins[half + set]!;
    }
    phi[bit] = sum - common;
  }
  return { phi, rate };
};

/** table[S] becomes the sum over all subsets of S. */
const sumSubsets = (table: Float64Array, keys: number): void => {
  for (let bit = 0; bit < keys; bit += 1) {
    const half = 2 ** bit;
    for (let block = half; block < table.length; block += half * 2)
      for (let set = block; set < block + half; set += 1) table[set]! += table[set - half]!;
  }
};

/** Share of all orders of arrival in which exactly these s stand before one given other: s! (n − s − 1)! ÷ n!. */
const orderShare = (s: number, n: number): number => {
  let share = 1 / n;
  for (let i = 1; i <= s; i += 1) share *= i / (n - i);
  return share;
};

const bitsOf = (set: number): number => {
  let x = set - ((set >>> 1) & 0x5555_5555);
  x = (x & 0x3333_3333) + ((x >>> 2) & 0x3333_3333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
};
