import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { leaning, shareOf, type Tried } from './lean.ts';
import type { Past } from './past.ts';
import { FIGURES, type FigureName } from './figures.ts';
import type { Simulated } from './simulate.ts';

const wish = { figure: 'won', known: 84, days: 84, tried: [], every: 28 } as const;
const tried = (n: number, own: number, rate: number): Tried[] => Array.from({ length: n }, (_, day) => ({ day, own, rate }));
const near = (found: number, wanted: number): void => ok(Math.abs(found - wanted) < 1e-12, `${found}, not ${wanted}`);

test('untried, the rate counts for as much as the horizon is of what is known', () => {
  near(shareOf(wish), 1 / 2);
  near(shareOf({ ...wish, known: 3 * 84 }), 1 / 4);
  equal(shareOf({ ...wish, figure: 'pipelineMinor' }), 0);
});

test('each window of its own multiplies the odds by what the nearer one was nearer', () => {
  // Three origins 28 days apart make one window of 84 days; 40 against 20 is nearer by two thirds of their mean.
  near(shareOf({ ...wish, tried: tried(3, 40, 20) }), Math.E ** 2 / (1 + Math.E ** 2));
  near(shareOf({ ...wish, tried: tried(3, 20, 40) }), Math.E ** -2 / (1 + Math.E ** -2));
  near(shareOf({ ...wish, tried: tried(6, 30, 30) }), 1 / 2);
  equal(shareOf({ ...wish, tried: tried(3, 0, 0) }), 1 / 2);
});

const flat = (value: number, draws: number): Simulated => ({
  draws,
  checkpoints: [14, 28],
  values: Object.fromEntries(FIGURES.map((f) => [f, new Float64Array(2 * draws).fill(value)])) as { [F in FigureName]: Float64Array },
  made: Object.fromEntries(FIGURES.map((f) => [f, { open: value, touched: 0, coming: 0 }])) as Simulated['made'],
});

/** One deal of 100 won each day for a hundred days. */
const past: Past = {
  since: 0,
  leads: [],
  amountsAtClose: false,
  deals: Array.from({ length: 100 }, (_, i) => ({
    opened: i - 20,
    closed: i,
    won: true,
    minor: 100,
    segment: '',
    stages: [],
    amounts: [],
    lead: null,
  })),
};

test('without a share nothing changes; with all of it the draws are those of the rate, growing from checkpoint to checkpoint', () => {
  const alone = flat(1_000_000, 400);
  deepEqual(leaning(alone, past, 99, {}, 'x').values, alone.values);
  const { values, made } = leaning(alone, past, 99, { won: 1, wonMinor: 1 }, 'x');
  const mean = (of: Float64Array): number => of.reduce((a, b) => a + b, 0) / of.length;
  ok(Math.abs(mean(values.won.subarray(0, 400)) - 14) < 0.6);
  ok(Math.abs(mean(values.won.subarray(400)) - 28) < 0.9);
  ok(values.won.subarray(400).every((n, m) => n >= values.won[m]!));
  deepEqual(
    [...values.wonMinor],
    [...values.won].map((n) => n * 100),
  );
  near(made.won.open, mean(values.won.subarray(400)));
  deepEqual(values.lost, alone.values.lost);
});

test('a share of a half replaces about half of the draws', () => {
  const { values } = leaning(flat(1_000_000, 2_000), past, 99, { won: 0.5 }, 'half');
  const replaced = values.won.subarray(2_000).filter((n) => n < 1_000_000).length;
  ok(Math.abs(replaced - 1_000) < 90, `${replaced}`);
});
