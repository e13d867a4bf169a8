import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../../kernel/random.ts';
import { baseRate, type Reached } from './base-rate.ts';

/** A rate near p, drawn as the mean of uniform numbers, and a campaign of that rate. */
const campaigns = (seed: string, k: number, rate: (r: ReturnType<typeof random>) => number): Reached[] => {
  const r = random(seed);
  return Array.from({ length: k }, () => {
    const [p, n] = [rate(r), r.whole(100, 900)];
    let hits = 0;
    for (let i = 0; i < n; i++) if (r.chance(p)) hits++;
    return { hits, n };
  });
};

void test('campaigns that differ widen the next one: about four in five of new ones lie within its four fifths', () => {
  const rate = (r: ReturnType<typeof random>): number => 0.02 + 0.12 * r.next();
  let held = 0;
  for (let seed = 0; seed < 200; seed++) {
    const { next } = baseRate(campaigns(`past ${seed}`, 12, rate));
    const truth = rate(random(`next ${seed}`));
    if (next !== null && next.low <= truth && truth <= next.high) held++;
  }
  // 160 of 200 expected; a flat rate of an estimated spread holds somewhat more or less.
  ok(held >= 138 && held <= 186, String(held));
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
