import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { spellsOf, trueShare, type LagTruth } from '../../../tests/support/invented-lags.ts';
import { random } from '../../kernel/random.ts';
import { fitCure } from './cure.ts';
import { halfDays, type LagFit } from './fit.ts';
import { intervalOf } from './interval.ts';
import { pool } from './pool.ts';

/** Channels of 10 to 120 leads each, whose medians differ by a factor of 1.4 and whose odds by 1.6 (one standard deviation). */
const SIZES = [10, 15, 20, 30, 40, 60, 80, 120];
const COMPANIES = 12;

test('channels that lean on each other are nearer the truth than each alone and than all as one, and say how near', () => {
  const errors = { alone: [0, 0], leaning: [0, 0], one: [0, 0] };
  let [held, of] = [0, 0];
  for (let seed = 1; seed <= COMPANIES; seed++) {
    const r = random(`pool ${seed}`);
    const truths = SIZES.map((): LagTruth => ({
      family: 'lognormal',
      median: 50 * Math.exp(0.35 * r.normal()),
      spread: 0.6,
      never: 1 / (1 + Math.exp(Math.log(1 / 3) + 0.5 * r.normal())),
    }));
    const groups = truths.map((truth, g) => spellsOf(truth, SIZES[g]!, 400, r));
    const all = fitCure(groups.flat(), { families: ['lognormal', 'weibull'] })!;
    const leaning = pool(groups, all).groups;
    truths.forEach((truth, g) => {
      const alone = fitCure(groups[g]!, { families: [all.come.family] }) ?? all;
      const add = (to: number[], fit: LagFit): void => {
        to[0]! += Math.min(4, Math.log(halfDays(fit) / truth.median) ** 2);
        to[1]! += (fit.never - truth.never) ** 2;
      };
      add(errors.alone, alone);
      add(errors.leaning, leaning[g]!);
      add(errors.one, all);
      const half = intervalOf(leaning[g]!, halfDays, 'log', 0.8)!;
      held += half.low <= truth.median && truth.median <= half.high ? 1 : 0;
      of++;
    });
  }
  for (const k of [0, 1])
    ok(
      errors.leaning[k]! < 0.85 * errors.alone[k]! && errors.leaning[k]! < 0.85 * errors.one[k]!,
      `squared errors: ${JSON.stringify(errors)}`,
    );
  // 80 % of 96 is 77; between 66 and 87 is what chance does to an honest interval (99 in 100).
  ok(held >= 66 && held <= 88, `held ${held} of ${of}`);
});

test('a group of which nothing came gets the centre, widely bounded; a large one keeps its own', () => {
  const r = random('pool extremes');
  const truth = (median: number): LagTruth => ({ family: 'lognormal', median, spread: 0.5, never: 0.7 });
  const groups = [spellsOf(truth(30), 900, 400, r), spellsOf(truth(90), 900, 400, r), spellsOf(truth(50), 300, 400, r), []];
  const all = fitCure(groups.flat(), { families: ['lognormal'] })!;
  const { groups: fits, centre, between } = pool(groups, all);
  const own = fitCure(groups[0]!, { families: ['lognormal'] })!;
  ok(Math.abs(halfDays(fits[0]!) / halfDays(own) - 1) < 0.03, 'a large group keeps its own lag');
  deepEqual(
    fits[3]!.compared[0]!.maximum.at.map((p, i) => Math.abs(p - centre[i]!) < 0.02 * Math.max(1, Math.abs(centre[i]!))),
    [true, true, true],
  );
  const [wide, narrow] = [intervalOf(fits[3]!, halfDays, 'log', 0.8)!, intervalOf(fits[0]!, halfDays, 'log', 0.8)!];
  ok(wide.high / wide.low > 2 && narrow.high / narrow.low < 1.2, JSON.stringify([wide, narrow]));
  ok(between.every((s) => s > 0.1));
  ok(trueShare(truth(30), 30) > 0.499);
});
