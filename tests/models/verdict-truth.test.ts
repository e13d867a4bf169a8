/**
 * Wrong words at known truths: never more often than accepted, whatever the number of looks. For shares exactly, looked at after every
 * case; for the rest by drawing campaigns (the whole table: bench/verdict-truth.bench.ts). Bands: one time in a thousand, of a
 * binomial count whose chance is the accepted error.
 */
import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { reached } from '../../src/models/verdict/needed.ts';
import { tuningFor } from '../../src/models/verdict/evidence.ts';
import { priorAt } from '../../src/models/verdict/share-against.ts';
import {
  AMOUNTS,
  bandOf,
  countAt,
  countLift,
  evenly,
  meanAt,
  meanLift,
  ratioAt,
  shareAt,
  shareLift,
  threeAlike,
  told,
  unevenArms,
  unevenly,
  wrong,
  type Schedule,
  type Truth,
} from '../support/verdict-truth.ts';

void test('shares: the chance of a wrong word is at most the accepted one, looked at after every one of 5,000 cases', () => {
  for (const truth of [0.01, 0.05, 0.1, 0.3, 0.5])
    for (const error of [0.1, 0.02])
      for (const minimum of [10, 150])
        for (const side of ['above', 'below'] as const) {
          const most = error === 0.1 && minimum === 10 ? 5000 : 1000;
          const claim = { side, threshold: truth, prior: priorAt(truth, tuningFor(minimum), error), error, minimum };
          const chance = reached(claim, truth, most).at(-1)!;
          ok(chance <= error, `${side} at ${truth}, from ${minimum} on: ${chance} is more than ${error}`);
          const beyond = reached(claim, side === 'above' ? truth * 0.7 : truth * 1.3, most).at(-1)!;
          ok(beyond <= chance, `${side} beyond ${truth}: ${beyond}`);
        }
});

const RUNS = 300;
const ERROR = 0.1;
const rows: readonly (readonly [Truth, Schedule, number])[] = [
  [shareAt(0.05), unevenly(5000), 20],
  [shareAt(0.2), evenly(30), 10],
  [countAt(0.05), unevenly(2000), 20],
  [countAt(0.5), evenly(300), 20],
  ...Object.keys(AMOUNTS).flatMap((amounts): [Truth, Schedule, number][] => [
    [meanAt(amounts), evenly(1000), 100],
    [meanLift(amounts, 0.1), unevenly(1000), 100],
  ]),
  [ratioAt(), evenly(1000), 100],
  [shareLift(0.05, 0), evenly(2000), 50],
  [shareLift(0.3, 0.2), unevenly(1000), 50],
  [countLift(0.2, 0.1), evenly(1000), 50],
  [threeAlike(0.1), evenly(1000), 50],
  [unevenArms(shareLift(0.1, 0)), evenly(600), 50],
  [shareAt(0.04, 0.05), unevenly(5000), 20],
  [countAt(0.24, 0.2), evenly(1000), 20],
  [meanAt('exponential', 1.1), evenly(1000), 100],
  [ratioAt(0.9), evenly(1000), 100],
  [shareLift(0.1, 0.1, 0.2), evenly(2000), 50],
];

for (const [truth, schedule, least] of rows)
  void test(`${truth.name}: wrong words at ${schedule.length} looks up to ${schedule.at(-1)} cases`, () => {
    const found = told(truth, schedule, least, ERROR, RUNS, 'test');
    const most = bandOf(ERROR, RUNS);
    ok(wrong(truth, found) <= most, `${JSON.stringify(found)}, at most ${most}`);
  });

void test('a truth that is clearly better, or clearly worse, is found', () => {
  ok(told(shareAt(0.12, 0.08), evenly(1500), 100, ERROR, 100, 'test').scale >= 85);
  ok(told(shareAt(0.03, 0.05), evenly(1500), 100, ERROR, 100, 'test').abort >= 85);
  ok(told(shareLift(0.1, 0.4, 0.1), evenly(4000), 100, ERROR, 100, 'test').scale >= 85);
});
