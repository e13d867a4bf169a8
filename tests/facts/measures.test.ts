import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { ask } from '../../src/facts/questions/registry.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';

const eur = (minor: number): { minor: number; currency: string } => ({ minor, currency: 'EUR' });
const deals: Rows = {
  opportunity: [
    { id: 'a', status: 'won', amount_minor: 100, currency: 'EUR', opened_on: '2026-01-10', closed_on: '2026-04-10' },
    { id: 'b', status: 'lost', amount_minor: 0, currency: 'EUR', opened_on: '2026-02-01', closed_on: '2026-05-01' },
    { id: 'c', status: 'open', amount_minor: 30, currency: 'EUR', opened_on: '2026-03-31' },
    { id: 'd', status: 'open', opened_on: '2026-04-01' },
    { id: 'e', status: 'open', amount_minor: 7, currency: 'EUR' },
    { id: 'f', status: 'won', amount_minor: 1000, currency: 'USD', opened_on: '2026-01-01', closed_on: '2026-06-30' },
    { id: 'g', status: 'won', amount_minor: 5, currency: 'EUR', opened_on: '2026-01-01', closed_on: '2026-07-01' },
  ],
};
const EUR = { name: 'T', zone: 'UTC', currency: 'EUR' };

test('won revenue and deals opened are counted in a half-open period, open pipeline at its end', async () => {
  const engine = await companyWith(deals, EUR);
  const answer = await answerTo(engine, 'measures', { since: '2026-04-01', until: '2026-07-01' });
  deepEqual(
    answer.rows.map((row) => [row['metric'], row.n, row['value']]),
    [
      ['won-revenue', 2, eur(100)],
      ['open-pipeline', 3, eur(37)],
      ['opportunities-opened', 1, 1],
      ['deals-won', 2, 2],
      ['deals-lost', 1, 1],
    ],
  );
  deepEqual(answer.coverage, {
    have: 3,
    of: 5,
    missing: [
      { why: 'won, amount in a currency without a rate', n: 1 },
      { why: 'open, without an amount', n: 1 },
    ],
  });
  await engine.close();
});

test('the pipeline of a past day is what was open then; a deal of unknown opening is not guessed into it', async () => {
  const engine = await companyWith(deals, EUR);
  const then = await answerTo(engine, 'measures', { asOf: '2026-04-09' });
  deepEqual(then.rows[1]!['value'], eur(135));
  equal(then.findings.find((f) => f.text.includes('nobody can say'))?.n, 1);
  const { rows } = await answerTo(engine, 'pipeline', { since: '2026-03-31', until: '2026-04-11', every: 1 });
  deepEqual(
    rows.filter(({ key }) => ['2026-03-31', '2026-04-01', '2026-04-10'].includes(key)).map((row) => [row.key, row.n, row['value']]),
    [
      ['2026-03-31', 5, eur(135)],
      ['2026-04-01', 6, eur(135)],
      ['2026-04-10', 5, eur(35)],
    ],
  );
  const last = await answerTo(engine, 'pipeline', { every: 30 });
  deepEqual([last.rows.at(-1)!.key, last.rows.at(-1)!.n, last.rows.at(-1)!['value']], ['2026-07-01', 3, eur(37)]);
  await engine.close();
});

test('too many points are refused with what to do', async () => {
  const engine = await companyWith(deals, EUR);
  const raw = await ask(engine, 'pipeline', { since: '2000-01-01', every: 1 });
  equal(!raw.ok && raw.refusal.parameter, 'every');
  await engine.close();
});

test('a sum without a single amount is not 0 but unknown', async () => {
  const engine = await companyWith({ opportunity: [{ id: 'a', status: 'open', opened_on: '2026-01-01' }] });
  const { rows } = await answerTo(engine, 'measures');
  deepEqual(
    rows.map((row) => row['value']),
    [{ minor: 0, currency: null }, null, 1, 0, 0],
  );
  await engine.close();
});
