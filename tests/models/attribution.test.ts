import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { creditMinor, MODELS, weights, type Model } from '../../src/models/attribution.ts';
import { shared, testShared } from '../support/shared.ts';

type Journey = {
  readonly opp_id: number;
  readonly touch_ids: readonly number[];
  readonly credits: { readonly [M in Model]: readonly number[] };
};
type Small = {
  readonly b2b_300: {
    readonly touches: { readonly rows: readonly (readonly number[])[] };
    readonly opps: { readonly rows: readonly (readonly number[])[] };
    readonly expected: {
      readonly conversions: { readonly [M in Model]: readonly number[] };
      readonly value: { readonly [M in Model]: readonly number[] };
      readonly per_journey_credits: readonly Journey[];
    };
  };
};
type Heuristic = {
  readonly channels: readonly string[];
  readonly expected: { readonly heuristic: readonly { readonly channel_name: string; readonly [column: string]: string | number }[] };
};

const read = <T>(path: string): T => JSON.parse(readFileSync(shared(path), 'utf8')) as T;
const near = (got: number, want: number): void => ok(Math.abs(got - want) <= 1e-9 * Math.max(1, Math.abs(want)), `${got} is not ${want}`);

testShared('weights of 25 published journeys are those of the independent program', () => {
  for (const { touch_ids, credits } of read<Small>('vectors/attribution_small.json').b2b_300.expected.per_journey_credits)
    for (const model of MODELS) weights(model, touch_ids.length).forEach((w, i) => near(w, credits[model][i]!));
});

testShared('credits of 300 generated deals are those of the independent program, channel by channel', () => {
  const { touches, opps, expected } = read<Small>('vectors/attribution_small.json').b2b_300;
  for (const model of MODELS) {
    const conversions = Array.from({ length: 24 }, () => 0);
    const value = Array.from({ length: 24 }, () => 0);
    for (const [id, , , , , status, amount] of opps.rows) {
      if (status !== 1) continue;
      const path = touches.rows.filter((t) => t[1] === id).toSorted((a, b) => a[2]! - b[2]! || a[0]! - b[0]!);
      if (path.length === 0) continue;
      weights(model, path.length).forEach((w, i) => {
        conversions[path[i]![3]!]! += w;
        value[path[i]![3]!]! += w * amount!;
      });
    }
    conversions.forEach((c, channel) => near(c, expected.conversions[model][channel]!));
    value.forEach((v, channel) => near(v, expected.value[model][channel]!));
  }
});

testShared('first, last and linear over 10,000 paths are those of ChannelAttribution', () => {
  const { expected } = read<Heuristic>('vectors/attribution_pathdata_markov_heuristic.json');
  const [, ...lines] = gunzipSync(readFileSync(shared('data/pathdata/data.csv.gz')))
    .toString('utf8')
    .trim()
    .split(/\r?\n/);
  const sums = new Map<string, number>();
  for (const line of lines) {
    const [path, conversions, value] = line.split(',');
    const steps = path!.split(' > ');
    for (const model of MODELS)
      weights(model, steps.length).forEach((w, i) => {
        for (const [what, amount] of [
          ['conversions', conversions],
          ['value', value],
        ] as const) {
          const key = `${model}_touch_${what}/${steps[i]}`;
          sums.set(key, (sums.get(key) ?? 0) + w * Number(amount));
        }
      });
  }
  for (const row of expected.heuristic)
    for (const model of MODELS)
      for (const what of ['conversions', 'value'])
        near(sums.get(`${model}_touch_${what}/${row.channel_name}`) ?? 0, Number(row[`${model}_touch_${what}`]));
});

test('weights sum to one and credits to the deal, to the cent, credit notes too', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MODELS),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      (model, n, minor) => {
        equal(
          creditMinor(model, minor, n).reduce((a, b) => a + b, 0),
          minor,
        );
        near(
          weights(model, n).reduce((a, b) => a + b, 0),
          1,
        );
      },
    ),
  );
});

test('a cent that does not divide goes to the earliest touches', () => {
  deepEqual(creditMinor('linear', 100, 3), [34, 33, 33]);
  deepEqual(creditMinor('linear', -100, 3), [-34, -33, -33]);
  deepEqual(creditMinor('linear', 2, 3), [1, 1, 0]);
  deepEqual(creditMinor('first', 999, 3), [999, 0, 0]);
  deepEqual(creditMinor('last', 999, 1), [999]);
});

test('a deal without touches has no weights', () => {
  throws(() => weights('linear', 0), RangeError);
});
