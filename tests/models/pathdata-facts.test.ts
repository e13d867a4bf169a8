/** Every fact that independent tools computed of ChannelAttribution's PathData, reproduced by the models over its 10,000 rows. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { chainOf } from '../../src/models/attribution/chain.ts';
import { markov } from '../../src/models/attribution/markov.ts';
import type { Model } from '../../src/models/attribution/models.ts';
import { pathsOf, type Paths } from '../../src/models/attribution/paths.ts';
import { weights } from '../../src/models/attribution/weights.ts';
import { describeShared } from '../support/shared.ts';
import { PATHDATA_CHANNELS, pathdata, read } from './attribution-data.ts';

type Value = number | { readonly [name: string]: number };
type Fact = { readonly name: string; readonly value: Value; readonly tolerance?: number };

/** facts.json writes numbers to six places; where it states a wider tolerance, that holds. Counts are exact. */
const ROUNDED = 5e-7 + 1e-12;

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
const touchesOf = ({ start, key }: Paths, i: number): number[] => [...key.subarray(start[i], start[i + 1])];
const named = (of: (channel: number) => number): Value => Object.fromEntries(PATHDATA_CHANNELS.map((name, k) => [name, of(k)]));
const distinct = (paths: Paths): number => new Set(Array.from(paths.won, (_, i) => touchesOf(paths, i).join())).size;
/** What a model gives each channel: a row stands for as many deals as it was won, all of one path. */
const shared = (paths: Paths, model: Model, of: 'won' | 'value'): Value => {
  const credit = new Float64Array(paths.keys);
  paths[of].forEach((amount, i) => {
    const touches = touchesOf(paths, i);
    weights(model, touches.length).forEach((w, t) => (credit[touches[t]!]! += w * amount));
  });
  return named((k) => credit[k]!);
};
const rate = ({ won, lost }: Paths): number => sum(won) / (sum(won) + sum(lost));
const chain = (paths: Paths) => markov(chainOf(paths)).won!;

const REPRODUCED: { readonly [fact: string]: (paths: Paths) => Value } = {
  totals: (paths) => ({
    rows: paths.won.length,
    distinct_paths: distinct(paths),
    conversions: sum(paths.won),
    value: sum(paths.value),
    null: sum(paths.lost),
  }),
  conversion_rate: rate,
  first_touch_conversions: (paths) => shared(paths, 'first', 'won'),
  last_touch_conversions: (paths) => shared(paths, 'last', 'won'),
  linear_conversions: (paths) => shared(paths, 'linear', 'won'),
  position_based_40_20_40_conversions: (paths) => shared(paths, 'u-first-last', 'won'),
  linear_conversion_value: (paths) => shared(paths, 'linear', 'value'),
  markov_order1_conversions: (paths) => named((k) => chain(paths).share[k]! * sum(paths.won)),
  markov_order1_removal_effect: (paths) => named((k) => chain(paths).removal[k]!),
  markov_base_conversion_probability: (paths) => chain(paths).base,
  multi_row_paths_trap: (paths) => paths.won.length - distinct(paths),
};

describeShared('data/pathdata, every fact', () => {
  const { facts } = read<{ readonly facts: readonly Fact[] }>('data/pathdata/facts.json');
  const paths = pathdata();

  test('there is a line for each fact, and a fact for each line', () =>
    deepEqual(Object.keys(REPRODUCED).toSorted(), facts.map(({ name }) => name).toSorted()));

  for (const { name, value, tolerance = 0 } of facts)
    test(`${name} is reproduced`, () => {
      const [got, want] = [REPRODUCED[name]!(paths), value].map((v) => (typeof v === 'number' ? { [name]: v } : v));
      deepEqual(Object.keys(got!).toSorted(), Object.keys(want!).toSorted());
      for (const [of, number] of Object.entries(want!)) {
        const allowed = Number.isInteger(number) ? 0 : Math.max(tolerance, ROUNDED);
        ok(Math.abs(got![of]! - number) <= allowed, `${name}, ${of}: ${got![of]} is not ${number}`);
      }
    });

  test('the chance that a path is won is won over all, to the last digits and not only to the six written', () =>
    ok(Math.abs(chain(paths).base - rate(paths)) < 1e-12));

  test('one path on many rows or on one row: no model tells them apart', () => {
    const rows = Map.groupBy(paths.won.keys(), (i) => touchesOf(paths, i).join());
    const of = (column: 'won' | 'lost' | 'value', at: readonly number[]): number => sum(at.map((i) => paths[column][i]!));
    const merged = pathsOf(
      paths.keys,
      [...rows.values()].map((at) => ({
        keys: touchesOf(paths, at[0]!),
        won: of('won', at),
        lost: of('lost', at),
        value: of('value', at),
      })),
    );
    equal(merged.won.length, distinct(paths));
    const [one, many] = [markov(chainOf(merged)), markov(chainOf(paths))];
    for (const column of ['won', 'value'] as const)
      one[column]!.removal.forEach((x, k) => ok(Math.abs(x - many[column]!.removal[k]!) < 1e-12));
  });
});
