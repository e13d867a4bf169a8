/**
 * How often the 80 % intervals of a lag hold the truth, over invented companies of seeds 1 to 200: 144 to 173 of 200 is what an
 * honest 80 % gives but for one time in a hundred at either end. Watched for 500 days, follow-up is long enough for nearly all;
 * watched for 60 it is not, and the warning must say so.
 */
import { inventedCompany, trueShare } from '../tests/support/invented-lags.ts';
import { fitCure } from '../src/models/lag/cure.ts';
import { halfDays, shareBy } from '../src/models/lag/fit.ts';
import { intervalOf, neverInterval } from '../src/models/lag/interval.ts';
import { plateau } from '../src/models/lag/plateau.ts';
import type { Figure } from './harness.ts';

export const name = 'Lag against known truth: 200 invented companies';

const SEEDS = Number(process.env['LAG_SEEDS'] ?? 200);
const CONFIDENCE = 0.8;
const [LEAST, MOST] = [Math.ceil((144 * SEEDS) / 200), Math.floor((173 * SEEDS) / 200)];
/** Follow-up is long where nearly all who ever come could have been seen to. */
const LONG = 0.99;
const SHORT = 0.8;

type Held = { half: number; by90: number; never: number; long: number; longWarned: number; short: number; shortWarned: number; n: number };

const watched = (window: number): Held => {
  const held: Held = { half: 0, by90: 0, never: 0, long: 0, longWarned: 0, short: 0, shortWarned: 0, n: 0 };
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { truth, spells } = inventedCompany(seed, window);
    const fit = fitCure(spells);
    if (!fit) continue;
    held.n++;
    const holds = (interval: { low: number; high: number } | null, value: number): number =>
      interval !== null && interval.low <= value && value <= interval.high ? 1 : 0;
    held.half += holds(intervalOf(fit, halfDays, 'log', CONFIDENCE), truth.median);
    held.by90 += holds(
      intervalOf(fit, (f) => shareBy(f, 90), 'logit', CONFIDENCE),
      (1 - truth.never) * trueShare(truth, 90.5),
    );
    const never = neverInterval(spells, fit, CONFIDENCE);
    held.never += holds(never, truth.never);
    const ever = { value: 1 - never.value, low: 1 - never.high, high: 1 - never.low };
    const warned = plateau(spells, fit, ever)?.short ? 1 : 0;
    const followed = trueShare(truth, window);
    if (followed > LONG) {
      held.long++;
      held.longWarned += warned;
    }
    if (followed < SHORT) {
      held.short++;
      held.shortWarned += warned;
    }
  }
  return held;
};

export const run = async (): Promise<readonly Figure[]> => {
  const long = watched(500);
  const short = watched(60);
  return [
    { what: `watched 500 days: half-by day held, of ${long.n}`, value: long.half, unit: 'companies', atLeast: LEAST, atMost: MOST },
    { what: 'watched 500 days: share within 90 days held', value: long.by90, unit: 'companies', atLeast: LEAST, atMost: MOST },
    { what: 'watched 500 days: share that never comes held', value: long.never, unit: 'companies', atLeast: LEAST, atMost: MOST },
    {
      what: `watched 500 days: warned of short follow-up, of ${long.long} long enough`,
      value: long.longWarned,
      unit: 'companies',
      atMost: 0.2 * long.long,
    },
    {
      what: `watched 60 days: warned, of ${short.short} too short`,
      value: short.shortWarned,
      unit: 'companies',
      atLeast: 0.8 * short.short,
    },
    { what: `watched 60 days: share that never comes held, of ${short.n}`, value: short.never, unit: 'companies' },
    { what: 'watched 60 days: half-by day held', value: short.half, unit: 'companies' },
  ];
};
