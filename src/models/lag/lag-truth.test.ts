import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { inventedCompany, trueShare } from '../../../tests/support/invented-lags.ts';
import { fitCure } from './cure.ts';
import { halfDays, shareBy } from './fit.ts';
import { intervalOf, neverInterval } from './interval.ts';
import { plateau } from './plateau.ts';

const SEEDS = 24;
/** 24 intervals of 80 %: 13 to 23 is what chance does to an honest one (over 99 in 100). The bench takes 200. */
const honest = (what: string, held: number): void => ok(held >= 13 && held <= 24, `${what}: ${held} of ${SEEDS}`);

test('intervals of invented companies hold the truth about four times in five', () => {
  const held = { half: 0, by90: 0, never: 0 };
  for (let seed = 301; seed < 301 + SEEDS; seed++) {
    const { truth, spells } = inventedCompany(seed, 400);
    const fit = fitCure(spells)!;
    const holds = ({ low, high }: { low: number; high: number }, value: number): number => (low <= value && value <= high ? 1 : 0);
    held.half += holds(intervalOf(fit, halfDays, 'log', 0.8)!, truth.median);
    held.by90 += holds(
      intervalOf(fit, (f) => shareBy(f, 90), 'logit', 0.8)!,
      (1 - truth.never) * trueShare(truth, 90.5),
    );
    held.never += holds(neverInterval(spells, fit, 0.8), truth.never);
  }
  honest('half by', held.half);
  honest('within 90 days', held.by90);
  honest('never comes', held.never);
});

test('a curve watched too short is called so, one watched long is not', () => {
  let [short, long] = [0, 0];
  for (let seed = 1; seed <= 12; seed++) {
    const warned = (window: number): number => {
      const { spells } = inventedCompany(seed, window);
      const fit = fitCure(spells);
      if (!fit) return 1;
      const never = neverInterval(spells, fit, 0.8);
      return plateau(spells, fit, { value: 1 - never.value, low: 1 - never.high, high: 1 - never.low })?.short ? 1 : 0;
    };
    short += warned(40);
    long += warned(600);
  }
  ok(short >= 9, `short: ${short} of 12`);
  ok(long <= 3, `long: ${long} of 12`);
});
