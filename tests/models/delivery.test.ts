import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { atLeast, doneBy, sumsAfter, weekOf } from '../../src/models/delivery/exact.ts';
import { forecastOf, NEVER, WORKDAYS } from '../../src/models/delivery/finishes.ts';
import { NO_GROWTH } from '../../src/models/delivery/growth.ts';
import { howMany, when } from '../../src/models/delivery/scope.ts';
import { simulateThroughput } from '../../src/models/delivery/throughput.ts';
import { shared, testShared } from '../support/shared.ts';

type Vectors = {
  readonly backlog_when: {
    readonly cases: readonly {
      readonly history_per_period: readonly number[];
      readonly backlog_items: number;
      readonly expected: {
        readonly p_done_by_period: readonly number[];
        readonly mean_periods: number;
        readonly [q: `P${number}`]: number;
      };
    }[];
  };
  readonly backlog_how_many: {
    readonly cases: readonly {
      readonly history_per_period: readonly number[];
      readonly periods: number;
      readonly expected: {
        readonly mean: number;
        readonly sd: number;
        readonly pmf: readonly number[];
        readonly at_least: { readonly [percent: string]: number };
      };
    }[];
  };
  readonly backlog_when_scope_uncertain: {
    readonly history_per_period: readonly number[];
    readonly expected: { readonly p_done_by_period: readonly number[]; readonly [q: `P${number}`]: number };
  };
};
const vectors = (): Vectors => JSON.parse(readFileSync(shared('vectors/forecast_backlog_scores.json'), 'utf8')) as Vectors;

const TRIALS = 100_000;
const near = (got: number, want: number, tolerance = 1e-9): void => ok(Math.abs(got - want) <= tolerance, `${got} is not ${want}`);
const band = (p: number): number => 4 * Math.sqrt((p * (1 - p)) / TRIALS);

/** Shares of the trials that are at or below 1, 2, 3 … must lie in the band of the vectors wherever 0.01 ≤ p ≤ 0.99. */
const agrees = (found: Uint16Array, expected: readonly number[], scale = 1): void => {
  let compared = 0;
  expected.forEach((p, i) => {
    if (p < 0.01 || p > 0.99) return;
    compared += 1;
    near(found.reduce((n, week) => n + (week <= (i + 1) * scale ? 1 : 0), 0) / found.length, p, band(p));
  });
  ok(compared > 0);
};
/** Quantiles are compared only where the chances around them are not within the band of the level. */
const quantilesAgree = (
  found: Uint16Array,
  expected: readonly number[],
  levels: readonly (readonly [number, number | undefined])[],
): void => {
  const sorted = found.toSorted();
  for (const [q, want] of levels) {
    if (want === undefined || expected.some((p) => Math.abs(p - q) <= band(q))) continue;
    equal(sorted[Math.ceil(q * sorted.length) - 1], want);
  }
};

testShared('“when” by convolution is that of the independent program to 1e-9', () => {
  for (const { history_per_period: history, backlog_items: items, expected } of vectors().backlog_when.cases) {
    const chances = doneBy(history, items, 1 - 1e-12);
    expected.p_done_by_period.forEach((p, i) => near(chances[i] ?? 1, p));
    for (const q of [50, 70, 85, 95] as const) equal(weekOf(chances, q / 100), expected[`P${q}`]);
    near(1 + chances.reduce((sum, p) => sum + 1 - p, 0), expected.mean_periods, 1e-8);
  }
});

testShared('“how many” by convolution is that of the independent program to 1e-9', () => {
  for (const { history_per_period: history, periods, expected } of vectors().backlog_how_many.cases) {
    const pmf = sumsAfter(history, periods, expected.pmf.length - 1);
    expected.pmf.forEach((p, k) => near(pmf[k]!, p));
    near(
      pmf.reduce((sum, p, k) => sum + p * k, 0),
      expected.mean,
    );
    for (const [percent, k] of Object.entries(expected.at_least)) equal(atLeast(history, periods, Number(percent) / 100), k);
  }
});

testShared('a hundred thousand trials of “when” agree with the exact chances within four standard errors', () => {
  for (const { history_per_period: history, backlog_items: items, expected } of vectors().backlog_when.cases) {
    const weeks = when({ history, trials: TRIALS, seed: 'vectors' }, { low: items, high: items, splits: [1] });
    if (history.length > 1) agrees(weeks, expected.p_done_by_period);
    quantilesAgree(weeks, expected.p_done_by_period, [
      [0.5, expected.P50],
      [0.7, expected.P70],
      [0.85, expected.P85],
      [0.95, expected.P95],
    ]);
  }
});

testShared('with an uncertain number of items and an uncertain split rate it agrees, too', () => {
  const { history_per_period: history, expected } = vectors().backlog_when_scope_uncertain;
  const weeks = when({ history, trials: TRIALS, seed: 'scope' }, { low: 20, high: 30, splits: [1, 1.25, 1.5] });
  agrees(weeks, expected.p_done_by_period);
  quantilesAgree(weeks, expected.p_done_by_period, [
    [0.5, expected.P50],
    [0.85, expected.P85],
    [0.95, expected.P95],
  ]);
});

testShared('a hundred thousand trials of “how many” agree with the exact chances', () => {
  for (const { history_per_period: history, periods, expected } of vectors().backlog_how_many.cases) {
    const found = howMany({ history, trials: TRIALS, seed: 'many' }, periods);
    expected.pmf.forEach((p, k) => {
      if (p >= 0.01 && p <= 0.99) near(found.reduce((n, items) => n + (items === k ? 1 : 0), 0) / TRIALS, p, band(p));
    });
    const sorted = found.toSorted();
    for (const [percent, k] of Object.entries(expected.at_least)) {
      const tail = expected.pmf.map((_, from) => expected.pmf.slice(from).reduce((sum, p) => sum + p, 0));
      const q = Number(percent) / 100;
      if (!tail.some((p) => Math.abs(p - q) <= band(q))) equal(sorted[TRIALS - Math.ceil(q * TRIALS)], k);
    }
  }
});

testShared('one walk through the list gives every place the chances it has alone', () => {
  for (const { history_per_period: history, backlog_items: items, expected } of vectors().backlog_when.cases.filter(
    (c) => c.history_per_period.length > 1,
  )) {
    const places = items;
    const { day } = simulateThroughput({ history, places, growth: NO_GROWTH, rate: 'as-seen', trials: TRIALS, seed: 'list' });
    agrees(day.subarray((places - 1) * TRIALS), expected.p_done_by_period, WORKDAYS);
    const third = Math.max(1, Math.floor(places / 3));
    agrees(day.subarray((third - 1) * TRIALS, third * TRIALS), doneBy(history, third), WORKDAYS);
  }
});

test('growth of the whole list is the number of items it stands for', () => {
  const history = [3, 5, 2, 4, 0, 6, 3, 4];
  const growth = { discoveredLow: 0.5, discoveredHigh: 0.5, splitLow: 2, splitHigh: 2 };
  const { day } = simulateThroughput({ history, places: 10, growth, rate: 'as-seen', trials: TRIALS, seed: 'grown' });
  agrees(day.subarray(9 * TRIALS), doneBy(history, 30), WORKDAYS);
});

test('an uncertain rate keeps the middle and widens what lies far ahead', () => {
  const wish = { history: [1, 2, 0, 1, 3, 1, 0, 2, 1, 2, 1, 1], places: 200, growth: NO_GROWTH, trials: 4000, seed: 'wide' } as const;
  const plain = forecastOf(simulateThroughput({ ...wish, rate: 'as-seen' }), 0);
  const wide = forecastOf(simulateThroughput({ ...wish, rate: 'uncertain' }), 0);
  ok(Math.abs(wide.p50[199]! / plain.p50[199]! - 1) < 0.05);
  ok(wide.p90[199]! - wide.p10[199]! > 2 * (plain.p90[199]! - plain.p10[199]!));
});

test('a team that finished nothing never will, and no history is no forecast', () => {
  const wish = { places: 2, growth: NO_GROWTH, rate: 'as-seen', trials: 10, seed: 'none' } as const;
  deepEqual([...forecastOf(simulateThroughput({ ...wish, history: [0, 0] }), 100).p50], [NEVER, NEVER]);
  throws(() => simulateThroughput({ ...wish, history: [] }), RangeError);
  throws(() => simulateThroughput({ ...wish, history: [1.5] }), RangeError);
  throws(() => simulateThroughput({ ...wish, history: [1], growth: { ...NO_GROWTH, splitLow: 2 } }), RangeError);
});
