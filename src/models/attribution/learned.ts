/**
 * What models say that learn from all deals together: Markov chains and Shapley values over the keys of one cut.
 *
 * The deals are those decided in a period and those open at its end; won ones convert, all others have not (yet). A deal
 * whose touches stand under no key of the cut is left out, as one without touches is.
 *
 * In     key        per unit of touches, its key in [0, keys), or -1 where the cut leaves it out
 *        order      1, 2 or 3: how many touches the chain remembers (order 1 up to about 3,000 keys, above that at most 24)
 *        times      how often the deals are drawn anew for intervals; 0 for none
 * Out    deals, won, minor   deals with a touch under a key; those won; what these brought in whole minor units
 *        markov, shapley     per key, in deals and money; see markov.ts, shapley.ts. null as there
 *        rate                the rate game (rate-game.ts), where there are at most 24 keys; else null
 *        interval            80 % (bootstrap.ts), of the same draws: the Markov share of conversions, the Markov share of money, the
 *                            Shapley share of money; null for none. Shares of money are 0 to 0 where nothing was brought
 */
import { bootstrap, type Interval } from './bootstrap.ts';
import { chainOf } from './chain.ts';
import { markov, type Markov } from './markov.ts';
import { markovOfWindows } from './markov-windows.ts';
import type { Paths } from './paths.ts';
import { MOST_KEYS, rateGame, type RateGame } from './rate-game.ts';
import { shapley } from './shapley.ts';
import { pathsOfWalks } from './walk-paths.ts';
import type { Walks } from './walks.ts';
import { windowsOf } from './windows.ts';

export type LearnedInput = {
  readonly walks: Pick<Walks, 'start' | 'unit'>;
  readonly deals: { readonly deal: Int32Array; readonly won: Uint8Array; readonly minor: Float64Array };
  readonly key: Int32Array;
  readonly keys: number;
  readonly order: 1 | 2 | 3;
  readonly times: number;
  readonly seed: string;
  /** false: without the rate game, which looks at every coalition of keys. */
  readonly rate?: boolean;
};
export type Learned = {
  readonly deals: number;
  readonly won: number;
  readonly minor: number;
  readonly touched: Float64Array;
  readonly markov: Markov;
  readonly shapley: { readonly won: Float64Array; readonly value: Float64Array };
  readonly rate: RateGame | null;
  readonly interval: { readonly times: number; readonly share: Bounds; readonly money: Bounds; readonly shapley: Bounds } | null;
};
export type Bounds = Pick<Interval, 'low' | 'high'>;

export const learned = (
  { walks, deals, key, keys, order, times, seed, rate = true }: LearnedInput,
  told: (what: string, done: number, of: number) => void = () => undefined,
): Learned => {
  const brought = deals.minor.map((minor, i) => (deals.won[i] === 1 && !Number.isNaN(minor) ? minor : 0));
  const paths = pathsOfWalks(walks, { deal: deals.deal, won: deals.won, minor: brought }, key, keys);
  const fit = (counts?: Uint8Array): Markov => markov(chainOf(paths, counts), counts ? undefined : (done, of) => told('solving', done, of));
  return {
    ...totals(paths),
    markov: order === 1 ? fit() : markovOfWindows(windowsOf(paths, order), (done, of) => told('solving', done, of)),
    shapley: shapley(paths),
    rate: rate && keys > 0 && keys <= MOST_KEYS ? rateGame(paths) : null,
    interval: times > 0 && order === 1 ? intervalsOf(paths, fit, deals.deal.length, { seed, times, told }) : null,
  };
};

type How = { readonly seed: string; readonly times: number; readonly told: (what: string, done: number, of: number) => void };

/** One set of draws for all three shares: what is compared moves together. */
const intervalsOf = (paths: Paths, fit: (counts: Uint8Array) => Markov, deals: number, { seed, times, told }: How): Learned['interval'] => {
  const { keys } = paths;
  const brought = paths.value.some((minor) => minor !== 0);
  const shares = (counts: Uint8Array): Float64Array | null => {
    const { won, value } = fit(counts);
    const game = shapley(paths, counts).value;
    const sum = game.reduce((total, x) => total + x, 0);
    if (won === null || (brought && (value === null || !(sum > 0)))) return null;
    const out = new Float64Array(keys * 3);
    out.set(won.share);
    if (value !== null) out.set(value.share, keys);
    if (sum > 0) game.forEach((x, k) => (out[2 * keys + k] = x / sum));
    return out;
  };
  const all = bootstrap(deals, shares, { seed, times, told: (done, of) => told('drawing deals anew', done, of) });
  if (all === null) return null;
  const part = (i: number): Bounds => ({ low: all.low.slice(i * keys, (i + 1) * keys), high: all.high.slice(i * keys, (i + 1) * keys) });
  return { times: all.times, share: part(0), money: part(1), shapley: part(2) };
};

/** Deals with a touch, those won and what they brought; per key, won deals with a touch under it. */
const totals = ({ keys, start, key, won, value }: Paths): Pick<Learned, 'deals' | 'won' | 'minor' | 'touched'> => {
  const touched = new Float64Array(keys);
  const last = new Int32Array(keys).fill(-1);
  const sum = { deals: 0, won: 0, minor: 0 };
  for (let i = 0; i + 1 < start.length; i += 1) {
    if (start[i] === start[i + 1]) continue;
    sum.deals += 1;
    if (won[i] === 0) continue;
    sum.won += 1;
    sum.minor += value[i]!;
    for (let t = start[i]!; t < start[i + 1]!; t += 1) {
      if (last[key[t]!] === i) continue;
      last[key[t]!] = i;
      touched[key[t]!]! += 1;
    }
  }
  return { ...sum, touched };
};
