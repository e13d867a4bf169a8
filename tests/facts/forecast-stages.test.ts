/** Forecasts read the stages people signed, from the day on which they had signed them; the backtest reads the same. */
import { deepEqual, equal, notDeepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { readForecastRows, type DefinedFrom } from '../../src/facts/questions/forecast-past.ts';
import { headOf } from '../../src/facts/questions/head.ts';
import { dayFromNumber, dayNumber } from '../../src/kernel/day.ts';
import { backtest } from '../../src/models/outcome-forecast/backtest.ts';
import { diceOf } from '../../src/models/outcome-forecast/dice.ts';
import { fitOf } from '../../src/models/outcome-forecast/fit.ts';
import { knownBy, stageOn, type Past } from '../../src/models/outcome-forecast/past.ts';
import { pastOf } from '../../src/views/forecast/past-of.ts';
import { companyWith, type Rows } from './company.ts';
import { at } from './signed.ts';

const END = '2026-06-30';
const pastBy = async (rows: Rows, signed: readonly DefinedFrom[]): Promise<Past> => {
  const engine = await companyWith(rows, { name: 'T', zone: 'UTC', currency: 'EUR' });
  const head = await headOf(engine, 'deals', { today: END });
  const found = await readForecastRows(engine, { ...head, lastDay: END }, [], signed);
  ok(found.ok);
  await engine.close();
  return pastOf(found.value, END);
};
const standing = (past: Past, day: string): string[] => knownBy(past, dayNumber(day)).deals.map((deal) => stageOn(deal, dayNumber(day)));

const FIRST = { from: '2026-03-01', stages: [at('Talking', ['Intro', 'Discovery']), at('Trying', ['Demo']), at('Closed', 'won')] };
const SECOND = { from: '2026-05-01', stages: [at('Open', 'opened'), at('Trying', ['Demo', 'Trial', 'Offer']), at('Closed', ['Won'])] };

test('where a deal stands is read by the definitions signed and in force on that day, case by case', async () => {
  const entries = (id: string, ...list: readonly (readonly [string, string, number?])[]) =>
    list.map(([stage, day, seq = 10]) => ({ opportunity_id: id, stage, entered_on: day, seq }));
  const past = await pastBy(
    {
      opportunity: ['a', 'b', 'c', 'd'].map((id) => ({ id, status: 'open', opened_on: '2026-01-02' })),
      stage_entry: [
        ...entries('a', ['Intro', '2026-01-03'], ['Legal', '2026-01-10']), // a stage no definition names is looked past
        ...entries('b', ['Demo', '2026-01-05'], ['Discovery', '2026-01-20']), // it fell back
        ...entries('c', ['Discovery', '2026-01-05'], ['Won', '2026-02-01', 19]), // closed once, open again: by the files it stands in what closed it
        ...entries('d', ['Trial', '2026-05-20']), // nothing but the opening was known of it
      ],
    },
    [FIRST, SECOND],
  );
  deepEqual(standing(past, '2026-02-28'), ['Legal', 'Discovery', 'Won', '']);
  deepEqual(standing(past, '2026-03-01'), ['Talking', 'Talking', 'Talking', '']);
  deepEqual(standing(past, '2026-05-01'), ['Open', 'Trying', 'Open', 'Open']);
  deepEqual(standing(past, '2026-06-01'), ['Open', 'Trying', 'Open', 'Trying']);
  // What was known on a day is looked at again from an earlier one, as forecasts do to see which way came nearer.
  deepEqual(standing(knownBy(past, dayNumber('2026-06-01')), '2026-02-28'), ['Legal', 'Discovery', 'Won', '']);
});

/** A deal that is tried closes within weeks, mostly won; each seller calls that stage by a name of his own. */
const sellersOwnNames = (): Rows => {
  const dice = diceOf('sellers');
  const first = dayNumber('2025-01-06');
  const deals = Array.from({ length: 420 }, (_, i) => {
    const opened = first + Math.floor(i * 1.25);
    const tried = dice.uniform() < 0.5 ? opened + 10 + Math.floor(dice.uniform() * 60) : null;
    const closed = tried === null ? opened + 60 + Math.floor(dice.uniform() * 120) : tried + 4 + Math.floor(dice.uniform() * 20);
    const won = tried !== null && dice.uniform() < 0.8;
    return { id: `d${i}`, opened, tried, closed: closed <= dayNumber(END) ? closed : null, won };
  });
  const day = dayFromNumber;
  return {
    opportunity: deals.map(({ id, opened, closed, won }) => ({
      id,
      opened_on: day(opened),
      closed_on: closed === null ? null : day(closed),
      status: closed === null ? 'open' : won ? 'won' : 'lost',
      amount_minor: 1_000_00,
      currency: 'EUR',
    })),
    stage_entry: deals.flatMap(({ id, tried }, i) =>
      tried === null || tried > dayNumber(END)
        ? []
        : [{ opportunity_id: id, stage: `Trial by ${i % 140}`, entered_on: day(tried), seq: 10 }],
    ),
  };
};

test('what the signed stages join is learnt together; before they were signed nothing is, and the backtest does the same', async () => {
  const rows = sellersOwnNames();
  const names = Array.from({ length: 140 }, (_, i) => `Trial by ${i}`);
  const from = '2026-01-05';
  const signed = [{ from, stages: [at('Open', 'opened'), at('Trying', names), at('Closed', 'won')] }];
  const [files, agreed] = [await pastBy(rows, []), await pastBy(rows, signed)];
  const fastest = (past: Past, on: string): number =>
    Math.max(...[...fitOf(knownBy(past, dayNumber(on)), dayNumber(on)).stages.values()].map(({ winSoon }) => winSoon));
  ok(fastest(agreed, END) > 4, `deals being tried are won ${fastest(agreed, END)} times as fast as others of their age`);
  ok(fastest(files, END) < 2.5, `by a name that one in a hundred deals has, ${fastest(files, END)} times`);
  equal(fastest(agreed, '2025-12-31'), fastest(files, '2025-12-31'));

  const origins = ['2025-12-08', '2026-01-04', '2026-01-05', '2026-03-02'].map(dayNumber);
  const made = (past: Past) => backtest({ past, figure: 'won', days: 28, origins, draws: 200, seed: 'signed' });
  const [before, after] = [made(files), made(agreed)];
  deepEqual(after.slice(0, 2), before.slice(0, 2));
  for (const n of [2, 3]) notDeepEqual(after[n]!.said, before[n]!.said);
  const crps = (of: typeof before): number => of.slice(2).reduce((sum, one) => sum + one.crps, 0);
  ok(crps(after) < crps(before), `nearer by the signed stages: ${crps(after)} against ${crps(before)}`);
});
