import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { totalsOf, pipelineTotals } from './poisson-binomial.ts';
import { oddsOf } from './deal-odds.ts';
import { diceOf } from './dice.ts';
import { enoughOf } from './enough.ts';
import { fitOf } from './fit.ts';
import { countByAge, drawn, groupOf, pooled } from './hazards.ts';
import { knownBy, stageOn, writtenAtClose, type Past, type PastDeal } from './past.ts';
import { reportedTrend } from './reported-trend.ts';
import { simulate } from './simulate.ts';
import { NO_EFFECT } from './stage-effect.ts';
import { chanceOf, evenQuantiles, spreadOver } from './what-if.ts';
import { paceOf, wildness } from './arrivals.ts';

const deal = (opened: number, closed: number | null, won: boolean, more: Partial<PastDeal> = {}): PastDeal => ({
  opened,
  closed,
  won,
  minor: 1_000,
  segment: '',
  stages: [],
  amounts: [],
  lead: null,
  ...more,
});

test('what was known on a day holds nothing later, and amounts as they stood then', () => {
  const past: Past = {
    since: 0,
    amountsAtClose: false,
    leads: [{ created: 5, opened: 40, channel: 'mail', campaign: null }],
    deals: [
      deal(10, 50, true, {
        minor: 900,
        amounts: [
          [10, 400],
          [30, 700],
          [45, 900],
        ],
        stages: [
          ['A', 10],
          ['B', 35],
        ],
      }),
      deal(60, null, false),
    ],
  };
  const known = knownBy(past, 32);
  equal(known.deals.length, 1);
  deepEqual([known.deals[0]!.closed, known.deals[0]!.won, known.deals[0]!.minor], [null, false, 700]);
  equal(stageOn(known.deals[0]!, 32), 'A');
  equal(known.leads[0]!.opened, null);
  equal(knownBy({ ...past, amountsAtClose: true, deals: [deal(1, 50, true)] }, 20).deals[0]!.minor, null);
});

test('amounts are written at the close where won deals have one and open deals do not', () => {
  equal(writtenAtClose([deal(0, 5, true), deal(0, null, false, { minor: null })]), true);
  equal(writtenAtClose([deal(0, 5, true), deal(0, null, false)]), false);
});

test('days at risk and events are counted by age, with late entry and without counting the open as failures', () => {
  const counted = countByAge([
    { from: 0, to: 2, end: 1, ago: 0 },
    { from: 2, to: 9, end: 0, ago: 0 },
    { from: 3, to: 3, end: 2, ago: 0 },
  ]);
  const near = (a: number, b: number): void => ok(Math.abs(a - b) < 0.05 * Math.max(1, b), `${a}, not ${b}`);
  near(counted.days[groupOf(0)]!, 1);
  near(counted.days[groupOf(2)]!, 2 + 2 + 1);
  near(counted.days[groupOf(8)]!, 2);
  equal(counted.first[groupOf(2)], 1);
  equal(counted.second[groupOf(3)], 1);
});

test('pooling between ages loses no event, and draws lie around it', () => {
  const days = Float64Array.from([100, 300, 400, 500, 0, 0]);
  const events = Float64Array.from([0, 3, 9, 4, 0, 0]);
  const found = pooled(events, days);
  ok(Math.abs(found.reduce((sum, h, g) => sum + h * days[g]!, 0) - 16) < 1e-9);
  ok(found[2]! > found[1]! && found[1]! > found[0]!);
  const dice = diceOf('pooling');
  let sum = 0;
  for (let i = 0; i < 4_000; i++) sum += drawn(events, days, dice)[2]!;
  ok(Math.abs(sum / 4_000 / found[2]! - 1) < 0.02);
});

test('odds of two ends never exceed one, and without hazard nothing ends', () => {
  const flat = new Float64Array(17).fill(0.02);
  const { won, lost } = oddsOf(flat, flat, NO_EFFECT, 10, 200);
  ok(won[199]! + lost[199]! <= 1 && Math.abs(won[199]! - lost[199]!) < 1e-12);
  ok(Math.abs(won[199]! - 0.5 * (1 - 0.96 ** 200)) < 1e-12);
  equal(oddsOf(new Float64Array(17), new Float64Array(17), NO_EFFECT, 0, 9).won[8], 0);
});

/** Deals that are decided by a coin at an age of 30 days, as an endless record would have it. */
const steady = (open: number): Past => {
  const dice = diceOf('steady');
  const deals = Array.from({ length: 1_200 }, (_, i) => {
    const opened = Math.floor(i / 2);
    const lasts = 1 + Math.floor(60 * dice.uniform());
    return opened + lasts <= 700 ? deal(opened, opened + lasts, dice.uniform() < 0.4) : deal(opened, null, false);
  });
  return {
    since: 0,
    amountsAtClose: false,
    leads: [],
    deals: [
      ...deals.filter((d) => d.closed !== null && d.closed <= 700),
      ...Array.from({ length: open }, (_, i) => deal(690 - (i % 30), null, false, { minor: 1_000 + 10 * i })),
    ],
  };
};

test('with independent deals and sure odds the draws are those of the exact convolution', () => {
  const known = steady(30);
  const fit = fitOf(known, 700);
  // No new deals, no shock; the hazards stay as unsure as so many deals leave them.
  const alone = {
    ...fit,
    direct: { level: 0, growth: 0 },
    leads: null,
    shock: [1, ...fit.shock.slice(1).map(() => 0)],
    stages: new Map(),
  };
  const M = 8_000;
  const { values } = simulate({ known, fit: alone, checkpoints: [60], draws: M, seed: 'exact' });
  const open = known.deals.filter((d) => d.closed === null);
  const chances = open.map((d) => oddsOf(fit.win, fit.loss, NO_EFFECT, 700 - d.opened, 60).won[59]!);
  const exact = totalsOf(
    pipelineTotals(
      chances,
      open.map(() => 1),
    ),
  );
  const mean = values.won.reduce((a, b) => a + b, 0) / M;
  ok(Math.abs(mean - exact.mean) < 0.6, `${mean}, not ${exact.mean}`);
  const sd = Math.sqrt(values.won.reduce((sum, v) => sum + (v - mean) ** 2, 0) / M);
  ok(sd >= exact.sd * 0.97 && sd < exact.sd * 1.6, `${sd}, and ${exact.sd} were the odds sure`);
});

test('the same seed gives the same draws', () => {
  const known = steady(10);
  const one = (): Float64Array =>
    simulate({ known, fit: fitOf(known, 700), checkpoints: [14, 30], draws: 200, seed: 'same' }).values.wonMinor;
  deepEqual(one(), one());
});

test('too little to learn from is said in numbers', () => {
  const { lacking } = enoughOf({ since: 0, amountsAtClose: false, leads: [], deals: [deal(0, 5, true)] }, 20);
  deepEqual(lacking, ['opened', 'weeks', 'closed', 'won', 'close-weeks']);
  deepEqual(enoughOf(steady(5), 700).lacking, []);
});

test('an even pace is found, growth is damped, and steady weeks are hardly wild', () => {
  const dice = diceOf('pace');
  const weeks = Array.from({ length: 80 }, () => dice.poisson(6));
  const pace = paceOf(weeks)!;
  ok(Math.abs(pace.level - 6) < 1.5, `${pace.level}`);
  ok(wildness(weeks, 8) < 0.03);
  ok(
    wildness(
      weeks.map((n, i) => (Math.floor(i / 13) % 2 === 0 ? n * 3 : n)),
      8,
    ) > 0.1,
  );
  equal(paceOf([1, 2, 3]), null);
});

test('work moved earlier brings more by the due date, work left out nothing, and chances follow quantiles', () => {
  const pulse = Float64Array.from({ length: 91 }, (_, u) => u / 90);
  const part = { leads: 10, first: 20, last: 29, pulse };
  ok(spreadOver(part, 60, -7) > spreadOver(part, 60) && spreadOver(part, 60) > 0);
  equal(spreadOver(part, 15), 0);
  equal(spreadOver({ ...part, first: -20, last: -1 }, 60), 0);
  const even = evenQuantiles(
    Float64Array.from({ length: 1_000 }, (_, i) => i),
    200,
  );
  ok(Math.abs(chanceOf(even, 300, true) - 0.7) < 0.006);
  ok(Math.abs(chanceOf(even, 300, false) - 0.3) < 0.006);
  ok(chanceOf(even, 5_000, true) < 0.01);
});

test('a reported trend holds about as often as it says, and two points are refused', () => {
  const dice = diceOf('reports');
  let held = 0;
  for (let n = 0; n < 400; n++) {
    const said = [{ day: 0, value: 0 }];
    for (let i = 1; i <= 7; i++) said.push({ day: i * 7, value: said[i - 1]!.value + 2 + 3 * dice.normal() });
    const end = said.at(-1)!.value + 6 * 2 + Math.sqrt(6) * 3 * dice.normal();
    const draws = reportedTrend(said, 42, true, 400, `r ${n}`)!.toSorted();
    if (end >= draws[40]! && end <= draws[359]!) held += 1;
  }
  ok(held >= 296 && held <= 344, `${held} of 400`);
  equal(
    reportedTrend(
      [
        { day: 0, value: 1 },
        { day: 30, value: 2 },
      ],
      10,
      true,
      10,
      'x',
    ),
    null,
  );
});
