/**
 * Markov attribution, exact: how much less would be won if everybody who comes to a channel went no further.
 *
 * A chain of order 1 is fitted to paths (chain.ts): start, channels, won, not won. Removing channel k sends whoever
 * reaches it to "not won". The removal effect is the share of conversions that then goes missing,
 *
 *   RE_k = N[s,k] · x[k] / (N[k,k] · x[s]),   N = (I − Q)⁻¹,   x = N · P(won),   s the start
 *
 * which is the chance that a conversion passed through k. One inversion gives all channels; nothing is simulated, so the
 * answer is the same every time. The value version puts P(won) × mean value after k in the place of P(won).
 *
 * Out      removal   in [0, 1] per key: 0 for one that no path touches; null where nothing was won at all
 *          share     removal made to sum to 1: what each gets of the conversions; null likewise
 *          base      chance that a path is won, = won ÷ all exactly; for value: mean value of a path
 *          The same for value; null where paths bring no value, or less than none (more credit notes than sales)
 * Says not that a channel causes what it gets: it says how conversions travelled.
 * Throws RangeError   counts that are negative or not finite
 * Source: Anderl, Becker, von Wangenheim, Schumann (2016), Int. J. Research in Marketing 33(3), doi:10.1016/j.ijresmar.2016.03.001;
 *   closed form by Sherman and Morrison, reference/engines.md 1.2.
 * Checked against: vectors/attribution_pathdata_markov_heuristic.json and attribution_small.json (numpy, 1e-9), data/pathdata facts.
 */
import type { Chain } from './chain.ts';
import { invert } from './inverse.ts';

export type Removal = { readonly removal: Float64Array; readonly share: Float64Array; readonly base: number };
export type Markov = { readonly won: Removal | null; readonly value: Removal | null };

export const markov = (chain: Chain, told?: (done: number, of: number) => void): Markov => {
  const { keys, from, start } = chain;
  if ([chain.from, chain.start, chain.won, chain.lost].some((part) => part.some((x) => !(x >= 0) || x === Infinity)))
    throw new RangeError('markov: counts must be finite and ≥ 0');
  // Keys that no path touches have no row; they are left out and get 0.
  const leaves = new Float64Array(keys);
  for (let a = 0; a < keys; a += 1) {
    let sum = chain.won[a]! + chain.lost[a]!;
    for (let b = 0; b < keys; b += 1) if (b !== a) sum += from[a * keys + b]!;
    leaves[a] = sum;
  }
  const live = [...leaves.keys()].filter((a) => leaves[a]! > 0);
  const n = live.length;
  const visits = new Float64Array(n * n);
  live.forEach((a, r) => {
    live.forEach((b, c) => (visits[r * n + c] = r === c ? 1 : -from[a * keys + b]! / leaves[a]!));
  });
  invert(visits, n, told && ((done) => told(done, n)));
  const began = live.reduce((sum, a) => sum + start[a]!, 0);
  const reached = new Float64Array(n); // expected visits of each from the start
  live.forEach((a, r) => {
    const p = start[a]! / began;
    if (p > 0) for (let c = 0; c < n; c += 1) reached[c]! += p * visits[r * n + c]!;
  });
  const removalOf = (ends: Float64Array): Removal | null => {
    const ahead = new Float64Array(n); // what is still to come from each
    for (let r = 0; r < n; r += 1) {
      let sum = 0;
      for (let c = 0; c < n; c += 1) sum += (visits[r * n + c]! * ends[live[c]!]!) / leaves[live[c]!]!;
      ahead[r] = sum;
    }
    const base = live.reduce((sum, a, r) => sum + (start[a]! / began) * ahead[r]!, 0);
    if (!(base > 0)) return null;
    const removal = new Float64Array(keys);
    live.forEach((a, k) => (removal[a] = (reached[k]! * ahead[k]!) / (visits[k * n + k]! * base)));
    return { removal, share: sharesOf(removal), base };
  };
  return { won: removalOf(chain.won), value: removalOf(chain.value) };
};

/** Made to sum to 1. */
export const sharesOf = (removal: Float64Array): Float64Array => {
  const sum = removal.reduce((total, x) => total + x, 0);
  return removal.map((x) => x / sum);
};
