/** The sample ratio over many looks: reference values, every outcome of a few cases, and honest or skewed randomisations drawn. */
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../../src/kernel/random.ts';
import { logSkew, sampleRatios, type SampleRatio } from '../../src/models/verdict/sample-ratio.ts';
import { bandOf, drawnArms, evenly, unevenly, type Schedule } from '../support/verdict-truth.ts';

void test('the evidence is that of GrowthBook’s reference implementation', () => {
  // Printed by gbstats.ssrm.sequential_p_values, as GrowthBook's own tests hold them; sums of days, concentration 10,000 unless said.
  const reference: readonly (readonly [readonly number[], readonly number[], number, number])[] = [
    [[800, 200], [0.5, 0.5], 10_000, 8.126155715401769e-8],
    [[800, 200], [0.5, 0.5], 100, 2.253273013435552e-75],
    [[1100, 900], [0.5, 0.5], 10_000, 0.20685901461423034],
    [[1800, 1200], [0.5, 0.5], 10_000, 1.099173293697608e-6],
    [[2600, 1400], [0.5, 0.5], 10_000, 5.115536116778213e-23],
    [[600, 200, 200], [0.34, 0.33, 0.33], 10_000, 1.4343631225400445e-6],
  ];
  for (const [observed, meant, concentration, p] of reference) {
    const got = Math.exp(-logSkew(observed, meant, concentration));
    ok(Math.abs(got / p - 1) < 1e-6, `${observed.join(' ')}: ${got} is not ${p}`);
  }
  ok(logSkew([500, 500], [1, 1], 10_000) < 0);
});

void test('over every outcome of six cases the evidence is 1 on average where the shares are the meant ones', () => {
  for (const meant of [
    [1, 1],
    [3, 1],
    [1, 2, 3],
  ]) {
    const whole = meant.reduce((sum, x) => sum + x, 0);
    let mean = 0;
    for (let code = 0; code < meant.length ** 6; code++) {
      const arms = meant.map(() => 0);
      let chance = 1;
      for (let i = 0, rest = code; i < 6; i++, rest = Math.floor(rest / meant.length)) {
        arms[rest % meant.length]! += 1;
        chance *= meant[rest % meant.length]! / whole;
      }
      mean += chance * Math.exp(logSkew(arms, meant));
    }
    ok(Math.abs(mean - 1) < 1e-12, `${meant.join(':')}: ${mean}`);
  }
});

const last = (shares: readonly number[], meant: readonly number[], schedule: Schedule, r: ReturnType<typeof random>): SampleRatio =>
  sampleRatios(drawnArms(shares, schedule, r), meant, 100).at(-1)!;

void test('honest randomisations of two to five arms raise no alarm more often than is said, over 60 looks', () => {
  const r = random('sample ratio, honest');
  const runs = 400;
  let [warned, stopped, all] = [0, 0, 0];
  for (const meant of [
    [1, 1],
    [9, 1],
    [1, 1, 1],
    [2, 1, 1, 1],
    [5, 4, 3, 2, 1],
  ])
    for (const schedule of [evenly(300), unevenly(3000)]) {
      let some = 0;
      for (let run = 0; run < runs; run++) {
        const found = last(meant, meant, schedule, r);
        if (found.warned !== null) some++;
        if (found.alarm) stopped++;
      }
      ok(some <= bandOf(0.02, runs), `${meant.join(':')}, ${schedule.at(-1)}: ${some} of ${runs}`);
      [warned, all] = [warned + some, all + runs];
    }
  ok(warned <= bandOf(0.02, all), `warned ${warned} of ${all}`);
  ok(stopped <= bandOf(0.001, all), `stopped ${stopped} of ${all}`);
});

void test('a skew is found: 55 % instead of 50 % by 5,000 cases, 52.5 % by 20,000', () => {
  const r = random('sample ratio, skewed');
  for (const [skew, n, least] of [
    [0.55, 5000, 95],
    [0.525, 20_000, 95],
  ] as const) {
    let found = 0;
    for (let run = 0; run < 100; run++) if (last([skew, 1 - skew], [1, 1], evenly(n), r).alarm) found++;
    ok(found >= least, `${skew} by ${n}: ${found} of 100`);
  }
});

void test('a warning stays with the look that raised it, and zero cases say nothing', () => {
  const [none, first, later] = sampleRatios(
    [
      [0, 0],
      [80, 40],
      [5000, 5000],
    ],
    [1, 1],
    100,
  );
  equal(none!.warned, null);
  equal(first!.warned?.once, true);
  equal(later!.warned, first!.warned);
});
