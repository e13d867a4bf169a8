/**
 * Chain: how often one channel followed another, counted over paths; what a Markov chain of order 1 is fitted to.
 *
 * from    keys × keys counts, row by row: from[a × keys + b] is how often b came straight after a (never a itself)
 * start   how often a path began with each     won, lost   how often it ended after each, by how
 * value   what the paths won after each brought together
 *
 * A channel straight after itself is not counted: such repeats change no removal effect (tests/models/markov.test.ts),
 * and leaving them out keeps the diagonal at one.
 */
import type { Paths } from './paths.ts';

export type Chain = {
  readonly keys: number;
  readonly from: Float64Array;
  readonly start: Float64Array;
  readonly won: Float64Array;
  readonly lost: Float64Array;
  readonly value: Float64Array;
};

export const emptyChain = (keys: number): Chain => ({
  keys,
  from: new Float64Array(keys * keys),
  start: new Float64Array(keys),
  won: new Float64Array(keys),
  lost: new Float64Array(keys),
  value: new Float64Array(keys),
});

/** The chain of paths; `weight`: how often each path counts (a resampled one), all once where absent. */
export const chainOf = ({ keys, start, key, won, lost, value }: Paths, weight?: ArrayLike<number>): Chain => {
  const chain = emptyChain(keys);
  for (let i = 0; i + 1 < start.length; i += 1) {
    const times = weight ? weight[i]! : 1;
    const [begin, end] = [start[i]!, start[i + 1]!];
    const seen = (won[i]! + lost[i]!) * times;
    if (begin === end || seen === 0) continue;
    let at = key[begin]!;
    chain.start[at]! += seen;
    for (let t = begin + 1; t < end; t += 1) {
      const to = key[t]!;
      if (to !== at) chain.from[at * keys + to]! += seen;
      at = to;
    }
    chain.won[at]! += won[i]! * times;
    chain.lost[at]! += lost[i]! * times;
    chain.value[at]! += value[i]! * times;
  }
  return chain;
};
