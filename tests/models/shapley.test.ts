/** Shapley's value against independent programs and against its definition, all orders of arrival. */
import { equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pathsOf, type Paths } from '../../src/models/attribution/paths.ts';
import { rateGame, rateGameOf } from '../../src/models/attribution/rate-game.ts';
import { shapley } from '../../src/models/attribution/shapley.ts';
import { testShared } from '../support/shared.ts';
import { b2b, near, read } from './attribution-data.ts';

type Small = {
  readonly b2b_300: {
    readonly expected: {
      readonly shapley_unanimity: { readonly conversions: readonly number[]; readonly value: readonly number[] };
      readonly shapley_rate_game_top8: {
        readonly channels: readonly number[];
        readonly coalition_table: readonly { readonly set: readonly number[]; readonly won: number; readonly total: number }[];
        readonly v_all: number;
        readonly phi: { readonly [channel: string]: number };
      };
    };
  };
};

testShared('the closed form over 300 deals and 24 channels is that of the independent program', () => {
  const { conversions, value } = read<Small>('vectors/attribution_small.json').b2b_300.expected.shapley_unanimity;
  const found = shapley(b2b());
  conversions.forEach((x, k) => near(found.won[k]!, x));
  value.forEach((x, k) => near(found.value[k]!, x));
});

testShared('the rate game of eight channels is that of the brute force, its negative credits too', () => {
  const { channels, coalition_table, v_all, phi } = read<Small>('vectors/attribution_small.json').b2b_300.expected.shapley_rate_game_top8;
  const [wins, all] = [new Float64Array(256), new Float64Array(256)];
  for (const { set, won, total } of coalition_table) {
    const bits = set.reduce((sum, channel) => sum | (1 << channels.indexOf(channel)), 0);
    wins[bits]! += won;
    all[bits]! += total;
  }
  const found = rateGameOf(8, wins, all);
  near(found.rate, v_all);
  channels.forEach((channel, k) => near(found.phi[k]!, phi[channel]!));
  ok(found.phi.some((x) => x < 0));
});

/** Mean over all orders of arrival of what each adds when it comes. */
const byArrival = (n: number, v: (set: number) => number): number[] => {
  const sums = Array.from({ length: n }, () => 0);
  let orders = 0;
  const arrive = (set: number, left: readonly number[], gains: readonly (readonly [number, number])[]): void => {
    if (left.length === 0) {
      orders += 1;
      for (const [k, gain] of gains) sums[k]! += gain;
    }
    for (const k of left)
      arrive(
        set | (1 << k),
        left.filter((x) => x !== k),
        [...gains, [k, v(set | (1 << k)) - v(set)]],
      );
  };
  arrive(0, [...sums.keys()], []);
  return sums.map((sum) => sum / orders);
};

const anyPaths = fc
  .tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.array(
      fc.record({
        keys: fc.array(fc.nat({ max: 4 }), { maxLength: 7 }),
        won: fc.nat({ max: 3 }),
        lost: fc.nat({ max: 3 }),
        value: fc.integer({ min: -50, max: 500 }),
      }),
      { maxLength: 14 },
    ),
  )
  .map(([keys, list]) =>
    pathsOf(
      keys,
      list.map((path) => ({ ...path, keys: path.keys.map((k) => k % keys) })),
    ),
  );

const within = ({ start, key, won, lost, value }: Paths, set: number): { won: number; all: number; value: number } => {
  const sum = { won: 0, all: 0, value: 0 };
  for (let i = 0; i + 1 < start.length; i += 1) {
    const path = [...key.subarray(start[i], start[i + 1])];
    if (path.length === 0 || path.some((k) => (set & (1 << k)) === 0)) continue;
    sum.won += won[i]!;
    sum.all += won[i]! + lost[i]!;
    sum.value += value[i]!;
  }
  return sum;
};

test('both games are the mean over all orders of arrival', () => {
  fc.assert(
    fc.property(anyPaths, (paths) => {
      const credit = shapley(paths);
      byArrival(paths.keys, (set) => within(paths, set).won).forEach((x, k) => near(credit.won[k]!, x));
      byArrival(paths.keys, (set) => within(paths, set).value).forEach((x, k) => near(credit.value[k]!, x));
      const rate = rateGame(paths);
      const v = (set: number): number => {
        const { won, all } = within(paths, set);
        return all > 0 ? won / all : 0;
      };
      byArrival(paths.keys, v).forEach((x, k) => near(rate.phi[k]!, x));
      near(
        rate.phi.reduce((sum, x) => sum + x, 0),
        rate.rate,
      );
    }),
    { numRuns: 60 },
  );
});

test('more than 24 channels are refused; twenty are a matter of a moment', () => {
  throws(() => rateGame(pathsOf(25, [])), RangeError);
  const { phi, rate } = rateGame(pathsOf(20, [{ keys: [0, 19], won: 1, lost: 1, value: 0 }]));
  near(phi[0]!, 0.25);
  near(phi[19]!, 0.25);
  equal(rate, 0.5);
});
