import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../../kernel/random.ts';
import { baseRate, type Reached } from './base-rate.ts';

/** Campaigns with a true rate each, and from 50 to 5,000 cases. */
const campaigns = (seed: string, k: number, rate: (r: ReturnType<typeof random>) => number): Reached[] => {
  const r = random(seed);
  return Array.from({ length: k }, () => {
    const [p, n] = [rate(r), Math.round(50 * 100 ** r.next())];
    let hits = 0;
    for (let i = 0; i < n; i++) if (r.chance(p)) hits++;
    return { hits, n };
  });
};

for (const [k, least, most] of [
  // Four fifths of 200 are 160; the band is three and a half deviations wide. Few campaigns know little: there it may hold more.
  [3, 0.7, 1],
  [6, 0.7, 1],
  [12, 0.7, 0.9],
] as const)
  void test(`where the next of ${k} campaigns lies is held in four of five, and so is their mean, whatever their sizes`, () => {
    const rate = (r: ReturnType<typeof random>): number => 0.02 + 0.12 * r.next();
    let [held, means] = [0, 0];
    for (let seed = 0; seed < 200; seed++) {
      const { next, pooled } = baseRate(campaigns(`past ${seed}`, k, rate));
      const truth = rate(random(`next ${seed}`));
      if (next!.low <= truth && truth <= next!.high) held++;
      if (pooled!.low <= 0.08 && 0.08 <= pooled!.high) means++;
    }
    ok(held >= 200 * least && held <= 200 * most, `${held} next ones`);
    ok(means >= 140 && means <= 180, `${means} means`);
  });

void test('one large campaign does not speak for all where they differ', () => {
  const { pooled, next } = baseRate([
    { hits: 80, n: 400 },
    { hits: 4, n: 400 },
    { hits: 5, n: 5000 },
  ]);
  // Cases alone would say 1.5 %, give or take 0.3: not one of the three is there.
  ok(pooled!.low < 0.07 && pooled!.high > 0.07 && pooled!.value > 0.05, JSON.stringify(pooled));
  ok(next!.half > 0.005 && next!.low < 0.002 && next!.high > 0.2, JSON.stringify(next));
});

void test('campaigns that are alike show no spread, and few say nothing of the next', () => {
  const { spread, pooled, next } = baseRate(campaigns('alike', 30, () => 0.08));
  ok(spread! < 0.002, String(spread));
  ok(pooled!.low < 0.08 && pooled!.high > 0.08 && next!.high - next!.low < 0.04);
  equal(baseRate(campaigns('few', 2, () => 0.08)).next, null);
  equal(baseRate([]).pooled, null);
  equal(
    baseRate([
      { hits: 0, n: 50 },
      { hits: 0, n: 60 },
      { hits: 0, n: 70 },
    ]).next,
    null,
  );
});
