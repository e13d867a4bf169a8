import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../../kernel/random.ts';
import type { Spell } from '../survival/spell.ts';
import { fitsOf } from './curves.ts';
import { conditionalWin, halfDays, shareBy } from './fit.ts';
import { landingOf, type LandingInput } from './landing.ts';

const WINDOW = 500;
/** Leads become deals (30 %, median 40 days) and deals are won (40 %, median 60) or lost (median 80). */
const history = (): LandingInput['all'] => {
  const r = random('landing');
  const opens: Spell[] = [];
  const wins: Spell[] = [];
  for (let i = 0; i < 1500; i++) {
    const watched = Math.floor(r.next() * WINDOW);
    const lag = r.chance(0.3) ? Math.round(40 * Math.exp(0.5 * r.normal())) : Infinity;
    opens.push(lag <= watched ? { day: lag, event: 1, n: 1 } : { day: watched, event: 0, n: 1 });
    if (i >= 800) continue;
    const won = r.chance(0.4);
    const close = Math.round((won ? 60 : 80) * Math.exp(0.5 * r.normal()));
    wins.push(close <= watched ? { day: close, event: won ? 1 : 2, n: 1 } : { day: watched, event: 0, n: 1 });
  }
  return { opens, wins };
};
const all = history();
const input = (more: Partial<LandingInput>): LandingInput => ({
  channels: [all],
  all,
  leads: [],
  deals: [],
  amounts: { n: 10, minor: 1000, squares: 100_000 },
  ends: [30, 120, 210],
  confidence: 0.8,
  draws: 200,
  seed: 'test',
  ...more,
});
const near = (what: string, got: number, want: number, tolerance: number): void =>
  ok(Math.abs(got - want) <= tolerance, `${what}: ${got} is not ${want}`);

test('open deals land by the chance of one of their age, and what is won already is there in full', () => {
  const landing = landingOf(
    input({
      deals: [
        { channel: 0, place: 3, weeks: 5, n: 40, won: false, priced: 40, minor: 4000, squares: 400_000 },
        { channel: 0, place: 1, weeks: 0, n: 2, won: true, priced: 2, minor: 500, squares: 0 },
      ],
    }),
  )!;
  const fit = fitsOf(all.wins, [all.wins]).groups[0]!;
  near('this quarter', landing.lands[0]!.value, 4000 * conditionalWin(fit, 38, 30)!, 1e-6);
  near('in all', landing.landsAll.value, 4000 * conditionalWin(fit, 38, Infinity)!, 1e-6);
  deepEqual([landing.closed, landing.starts[1]!.value], [500, 500]);
  near(
    'parts sum to the whole',
    landing.lands.reduce((sum, l) => sum + l.value, 0),
    landing.landsAll.value,
    1e-6,
  );
  ok(landing.lands.every((l) => l.low <= l.value && l.value <= l.high));
});

test('leads land by two lags in turn: a simulation of single leads agrees', () => {
  const leads = [{ channel: 0, place: 3, weeks: 2, n: 1000 }];
  const landing = landingOf(input({ leads }))!;
  const opens = fitsOf(all.opens, [all.opens]).groups[0]!;
  const wins = fitsOf(all.wins, [all.wins]).groups[0]!;
  const r = random('simulated');
  const age = 2 * 7 + 3;
  const counts = [0, 0, 0, 0];
  const trials = 200_000;
  const quantiles = Array.from({ length: 2000 }, (_, i) => halfDays(opens, (i + 0.5) / 2000));
  const winQuantiles = Array.from({ length: 2000 }, (_, i) => halfDays(wins, (i + 0.5) / 2000));
  let open = 0;
  for (let i = 0; i < trials; i++) {
    const lag = r.next() < 1 - opens.never ? quantiles[Math.floor(r.next() * 2000)]! : Infinity;
    if (lag <= age + 0.5) continue;
    open++;
    if (lag === Infinity || r.next() >= 1 - wins.never) continue;
    const lands = lag - age + winQuantiles[Math.floor(r.next() * 2000)]!;
    const k = [30, 120, 210].findIndex((end) => lands <= end);
    counts[k < 0 ? 3 : k]!++;
  }
  // 100 in minor units a deal; four standard errors of the simulation, and half a week of the grid.
  counts.forEach((count, k) =>
    near(`quarter ${k}`, landing.lands[k]!.value / 100, (1000 * count) / open, 4 + 0.04 * landing.lands[k]!.deals),
  );
  ok(shareBy(wins, 30) < shareBy(wins, 120));
});

test('the draw is the same for the same seed, and nothing is said where nothing was won or nothing has an amount', () => {
  const deals: LandingInput['deals'] = [{ channel: 0, place: 3, weeks: 1, n: 9, won: false, priced: 9, minor: 900, squares: 90_000 }];
  deepEqual(landingOf(input({ deals })), landingOf(input({ deals })));
  equal(landingOf(input({ deals, amounts: { n: 0, minor: 0, squares: 0 } })), null);
  const never: Spell[] = [{ day: 50, event: 0, n: 30 }];
  equal(landingOf(input({ deals, channels: [{ opens: never, wins: never }], all: { opens: never, wins: never } })), null);
});
