/** Markov attribution against independent programs, against the definition solved anew for each channel, and its laws. */
import { equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chainOf } from '../../src/models/attribution/chain.ts';
import { invert } from '../../src/models/attribution/inverse.ts';
import { markov, type Markov } from '../../src/models/attribution/markov.ts';
import { markovOfWindows } from '../../src/models/attribution/markov-windows.ts';
import { pathsOf, type Paths } from '../../src/models/attribution/paths.ts';
import { windowsOf } from '../../src/models/attribution/windows.ts';
import { testShared } from '../support/shared.ts';
import { b2b, near, PATHDATA_CHANNELS, pathdata, read } from './attribution-data.ts';

type Effects = {
  readonly p_conversion: number;
  readonly removal_effect: { readonly [channel: string]: number };
  readonly removal_effect_value: { readonly [channel: string]: number | null };
  readonly conversions: { readonly [channel: string]: number };
  readonly value: { readonly [channel: string]: number };
};
type Small = {
  readonly textbook_3_paths: { readonly expected: Effects };
  readonly pathdata_higher_order_exact: { readonly [order: string]: Effects };
  readonly b2b_300: { readonly expected: { readonly markov_order1: Effects } };
};

const total = (paths: Paths, of: 'won' | 'value'): number => paths[of].reduce((sum, x) => sum + x, 0);

const agrees = (paths: Paths, names: readonly string[], found: Markov, want: Effects): void => {
  near(found.won!.base, want.p_conversion);
  names.forEach((name, k) => {
    near(found.won!.removal[k]!, want.removal_effect[name]!);
    near(found.won!.share[k]! * total(paths, 'won'), want.conversions[name]!);
    if (found.value === null) equal(want.removal_effect_value[name], null);
    else {
      near(found.value.removal[k]!, want.removal_effect_value[name]!);
      near(found.value.share[k]! * total(paths, 'value'), want.value[name]!);
    }
  });
};

testShared('the textbook example, 10,000 paths of ChannelAttribution and 300 deals are those of an independent exact solve', () => {
  const small = read<Small>('vectors/attribution_small.json');
  const textbook = pathsOf(3, [
    { keys: [0, 1, 2], won: 1, lost: 0, value: 0 },
    { keys: [0], won: 0, lost: 1, value: 0 },
    { keys: [1, 2], won: 0, lost: 1, value: 0 },
  ]);
  agrees(textbook, ['C1', 'C2', 'C3'], markov(chainOf(textbook)), small.textbook_3_paths.expected);
  const paths = pathdata();
  agrees(paths, PATHDATA_CHANNELS, markov(chainOf(paths)), small.pathdata_higher_order_exact['order1']!);
  const deals = b2b();
  agrees(
    deals,
    Array.from({ length: 24 }, (_, k) => String(k)),
    markov(chainOf(deals)),
    small.b2b_300.expected.markov_order1,
  );
});

testShared('orders 1, 2 and 3 over windows are those of the exact solve', () => {
  const small = read<Small>('vectors/attribution_small.json');
  const paths = pathdata();
  for (const order of [1, 2, 3])
    agrees(paths, PATHDATA_CHANNELS, markovOfWindows(windowsOf(paths, order)), small.pathdata_higher_order_exact[`order${order}`]!);
});

testShared('transition counts, ends and both versions are those of ChannelAttribution, whose simulation comes near', () => {
  const want = read<{
    readonly channels: readonly string[];
    readonly transition_counts_collapsed: readonly (readonly number[])[];
    readonly expected: {
      readonly markov_exact: {
        readonly removal_effects_conversion: readonly number[];
        readonly removal_effects_conversion_value: readonly number[];
        readonly total_conversion_value: readonly number[];
      };
      readonly channelattribution_nsim_2e8: { readonly removal_effects: readonly { readonly removal_effects_conversion: number }[] };
    };
  }>('vectors/attribution_pathdata_markov_heuristic.json');
  const paths = pathdata();
  const chain = chainOf(paths);
  const at = want.channels.map((name) => PATHDATA_CHANNELS.indexOf(name));
  want.channels.forEach((_, a) => {
    near(chain.start[at[a]!]!, want.transition_counts_collapsed[0]![a + 1]!);
    want.channels.forEach((__, b) => {
      if (a !== b) near(chain.from[at[a]! * 12 + at[b]!]!, want.transition_counts_collapsed[a + 1]![b + 1]!);
    });
  });
  const { won, value } = markov(chain);
  want.channels.forEach((_, i) => {
    near(won!.removal[at[i]!]!, want.expected.markov_exact.removal_effects_conversion[i]!);
    near(value!.removal[at[i]!]!, want.expected.markov_exact.removal_effects_conversion_value[i]!);
    near(value!.share[at[i]!]! * total(paths, 'value'), want.expected.markov_exact.total_conversion_value[i]!);
    ok(Math.abs(won!.removal[at[i]!]! - want.expected.channelattribution_nsim_2e8.removal_effects[i]!.removal_effects_conversion) < 1e-3);
  });
});

const anyPaths = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.array(
      fc.record({
        keys: fc.array(fc.nat({ max: 5 }), { maxLength: 9 }),
        won: fc.nat({ max: 3 }),
        lost: fc.nat({ max: 4 }),
        value: fc.nat({ max: 900 }),
      }),
      { minLength: 1, maxLength: 25 },
    ),
  )
  .map(([keys, list]) => ({
    keys,
    list: list.map((path) => ({ ...path, keys: path.keys.map((k) => k % keys), value: path.won === 0 ? 0 : path.value })),
  }));

test('the closed form is the definition: each channel taken out and the chain solved again', () => {
  fc.assert(
    fc.property(anyPaths, ({ keys, list }) => {
      const paths = pathsOf(keys, list);
      const closed = markov(chainOf(paths));
      const again = markovOfWindows(windowsOf(paths, 1));
      equal(closed.won === null, again.won === null);
      closed.won?.removal.forEach((x, k) => ok(Math.abs(x - again.won!.removal[k]!) < 1e-9));
      closed.value?.removal.forEach((x, k) => ok(Math.abs(x - again.value!.removal[k]!) < 1e-9));
    }),
  );
});

test('the base is won over all, shares sum to one, an effect lies between nothing and all', () => {
  fc.assert(
    fc.property(anyPaths, ({ keys, list }) => {
      const touched = list.filter((path) => path.keys.length > 0);
      const won = touched.reduce((sum, path) => sum + path.won, 0);
      const all = touched.reduce((sum, path) => sum + path.won + path.lost, 0);
      const found = markov(chainOf(pathsOf(keys, list))).won;
      if (won === 0) return equal(found, null);
      near(found!.base, won / all);
      near(
        found!.share.reduce((sum, x) => sum + x, 0),
        1,
      );
      found!.removal.forEach((x, k) => {
        ok(x >= -1e-12 && x <= 1 + 1e-12);
        if (!touched.some((path) => path.keys.includes(k))) equal(x, 0);
      });
    }),
  );
});

test('neither the order of deals nor touches repeated at once change an effect', () => {
  fc.assert(
    fc.property(anyPaths, fc.integer({ min: 1, max: 4 }), ({ keys, list }, times) => {
      const plain = markov(chainOf(pathsOf(keys, list))).won;
      const repeated = list
        .toReversed()
        .map((path) => ({ ...path, keys: path.keys.flatMap((k, i) => Array.from({ length: 1 + ((i + times) % 3) }, () => k)) }));
      const other = markovOfWindows(windowsOf(pathsOf(keys, repeated), 1)).won;
      equal(plain === null, other === null);
      plain?.removal.forEach((x, k) => ok(Math.abs(x - other!.removal[k]!) < 1e-9));
    }),
  );
});

test('a channel through which every path goes is worth everything; one nobody touched, nothing', () => {
  const { won } = markov(
    chainOf(
      pathsOf(3, [
        { keys: [0, 1, 0], won: 2, lost: 5, value: 10 },
        { keys: [0], won: 0, lost: 1, value: 0 },
      ]),
    ),
  );
  near(won!.removal[0]!, 1);
  equal(won!.removal[2], 0);
});

test('nothing won, or more given back than sold, has no effects; counts that are none are refused', () => {
  equal(markov(chainOf(pathsOf(1, [{ keys: [0], won: 0, lost: 3, value: 0 }]))).won, null);
  const owed = markov(chainOf(pathsOf(1, [{ keys: [0], won: 1, lost: 0, value: -5 }])));
  equal(owed.value, null);
  near(owed.won!.removal[0]!, 1);
  throws(() => markov({ ...chainOf(pathsOf(1, [{ keys: [0], won: 1, lost: 0, value: 5 }])), lost: Float64Array.of(-1) }), RangeError);
  throws(() => windowsOf(pathsOf(1, []), 4), RangeError);
});

test('an inverse is an inverse, whatever the size and the block it falls into', () => {
  for (const n of [1, 2, 31, 32, 33, 64, 150]) {
    let seed = n;
    const draw = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i += 1) {
      let sum = 0;
      for (let j = 0; j < n; j += 1) if (i !== j) sum += a[i * n + j] = -draw();
      for (let j = 0; j < n; j += 1) a[i * n + j] = i === j ? 1 : (a[i * n + j]! / -sum) * 0.97;
    }
    const inverse = a.slice();
    const told: number[] = [];
    invert(inverse, n, (done) => told.push(done));
    equal(told.at(-1), n);
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j < n; j += 1) {
        let sum = 0;
        for (let k = 0; k < n; k += 1) sum += a[i * n + k]! * inverse[k * n + j]!;
        ok(Math.abs(sum - (i === j ? 1 : 0)) < 1e-10);
      }
  }
  throws(() => invert(Float64Array.of(1, -1, -1, 1), 2), RangeError);
});
