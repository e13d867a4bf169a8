/**
 * Thin channels that lean on each other, against known truth: how often the 80 % intervals of the half-by day and of the share that
 * ever comes hold, over 25 invented companies of eight channels (seeds 1 to 25).
 */
import { random } from '../src/kernel/random.ts';
import { fitCure } from '../src/models/lag/cure.ts';
import { halfDays } from '../src/models/lag/fit.ts';
import { intervalOf } from '../src/models/lag/interval.ts';
import { pool } from '../src/models/lag/pool.ts';
import { spellsOf, type LagTruth } from '../tests/support/invented-lags.ts';
import type { Figure } from './harness.ts';

export const name = 'Thin channels against known truth: 25 invented companies of eight';

const SIZES = [10, 15, 20, 30, 40, 60, 80, 120];
const COMPANIES = 25;

export const run = async (): Promise<readonly Figure[]> => {
  const held = { half: 0, ever: 0 };
  for (let seed = 1; seed <= COMPANIES; seed++) {
    const r = random(`pool ${seed}`);
    const truths = SIZES.map((): LagTruth => ({
      family: 'lognormal',
      median: 50 * Math.exp(0.35 * r.normal()),
      spread: 0.6,
      never: 1 / (1 + Math.exp(Math.log(1 / 3) + 0.5 * r.normal())),
    }));
    const groups = truths.map((truth, g) => spellsOf(truth, SIZES[g]!, 400, r));
    const { groups: leaning } = pool(groups, fitCure(groups.flat(), { families: ['lognormal', 'weibull'] })!);
    truths.forEach(({ median, never }, g) => {
      const half = intervalOf(leaning[g]!, halfDays, 'log', 0.8)!;
      const ever = intervalOf(leaning[g]!, (fit) => 1 - fit.never, 'logit', 0.8)!;
      held.half += half.low <= median && median <= half.high ? 1 : 0;
      held.ever += ever.low <= 1 - never && 1 - never <= ever.high ? 1 : 0;
    });
  }
  return [
    { what: 'half-by day held, of 200 channels', value: held.half, unit: 'rows', atLeast: 144, atMost: 173 },
    { what: 'share that ever comes held, of 200 channels', value: held.ever, unit: 'rows', atLeast: 144, atMost: 173 },
  ];
};
