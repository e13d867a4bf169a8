import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { inventedLanding, landingHeld } from '../../../tests/support/invented-landings.ts';
import { landingOf } from './landing.ts';

/** 8 companies × 5 intervals of 80 %, alike within a company: 24 to 40 of 40. The bench takes 200 companies (bench/landing-truth). */
const SEEDS = 8;

test('what lands, and what was started before, lies within its interval about four times in five', (t) => {
  let held = 0;
  for (let seed = 501; seed < 501 + SEEDS; seed++) {
    const { input, truth } = inventedLanding(seed);
    held += Object.values(landingHeld(landingOf({ ...input, draws: 120 })!, truth)).filter(Boolean).length;
  }
  t.diagnostic(`${held} of ${5 * SEEDS}`);
  ok(held >= 24, `${held} of ${5 * SEEDS}`);
});
