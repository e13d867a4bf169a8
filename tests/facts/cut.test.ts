import { deepEqual, equal, ok } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { dayFromNumber } from '../../src/kernel/day.ts';
import { fiscalYear, quarterOf, type Fiscal } from '../../src/kernel/fiscal.ts';
import { openEngine, type Engine } from '../../src/facts/engine.ts';
import { GRAINS, grainSql } from '../../src/facts/questions/grain.ts';
import type { AskRefusal, Params } from '../../src/facts/questions/question.ts';
import { ask } from '../../src/facts/questions/registry.ts';
import { answerTo } from './answer-to.ts';
import { companyWith } from './company.ts';

const WILD = `O'Brien "x"/y~z; drop table lead; --`;
let engine: Engine;
before(async () => {
  engine = await companyWith({
    account: [
      { id: 'A', name: 'Acme', attrs: { sector: 'steel', size: 'big' } },
      { id: 'B', attrs: { sector: '  ' } },
    ],
    lead: [
      { id: 'l1', channel: 'unknown', account_id: 'A', created_on: '2026-03-31', attrs: { [WILD]: `it's "so"` } },
      { id: 'l2', channel: ' ', account_id: 'B', created_on: '2026-04-01', attrs: { size: 'small' } },
      { id: 'l3', account_id: 'gone', campaign: 'spring', owner: 'Ann' },
    ],
    opportunity: [
      {
        id: 'd1',
        lead_id: 'l1',
        account_id: 'A',
        owner: 'Ann',
        product: 'P',
        status: 'won',
        amount_minor: 100,
        opened_on: '2026-04-01',
        closed_on: '2026-04-30',
      },
    ],
    attribute: [
      { entity: 'lead', name: WILD, kind: 'text' },
      { entity: 'lead', name: 'size', kind: 'text' },
      { entity: 'account', name: 'sector', kind: 'text' },
      { entity: 'account', name: 'size', kind: 'text' },
    ],
    load_field: [
      { load: 1, entity: 'lead', field: 'channel', header: 'Origin' },
      { load: 1, entity: 'opportunity', field: 'owner', header: 'Sales Agent' },
    ],
    lookup: [
      { name: 'sales_agent', id: 'Ann', attrs: { manager: 'Zoe', Region: 'North' } },
      { name: 'product', id: 'P', attrs: { Region: 'Global' } },
    ],
  });
});
after(() => engine.close());

const keys = async (question: string, params: Params): Promise<Record<string, number>> =>
  Object.fromEntries((await answerTo(engine, question, params)).rows.map((row) => [row.key, row.n]));
const refused = async (question: string, params: Params): Promise<AskRefusal> => {
  const raw = await ask(engine, question, params);
  if (raw.ok) throw new Error(`${question} was answered`);
  return raw.refusal;
};

test('an empty cell is (blank), apart from a value that is spelled out', async () =>
  deepEqual(await keys('funnel', { by: ['channel'] }), { '(blank)': 2, unknown: 1 }));

test('a column is known by its own name and by the header of the file, whatever the case', async () => {
  for (const by of ['channel', 'Origin', 'origin', 'lead.origin'])
    deepEqual(await keys('funnel', { by: [by] }), { '(blank)': 2, unknown: 1 });
});

test('the wildest header is a name like any other and harms nothing', async () => {
  deepEqual(await keys('funnel', { by: [WILD] }), { '(blank)': 2, [`it's "so"`]: 1 });
  deepEqual(await keys('funnel', { by: ['channel'], where: [`${WILD}=it's "so"`] }), { unknown: 1 });
  deepEqual(await keys('funnel', { by: ['channel'], where: [`channel=x' or '1'='1`] }), {});
});

test('a name that no table near has is refused with what there is', async () => {
  const { code, choices } = await refused('funnel', { by: ['sectr'] });
  equal(code, 'unknown-cut');
  ok(['channel', 'Origin', 'sector', WILD, 'campaign'].every((name) => choices!.includes(name)));
});

test('the nearest table that has a name is meant; two at one distance are refused, and a qualified name says which', async () => {
  deepEqual(await keys('funnel', { by: ['size'] }), { '(blank)': 2, small: 1 });
  deepEqual(await keys('funnel', { by: ['account.size'] }), { '(blank)': 2, big: 1 });
  const { code, choices } = await refused('deals', { by: ['Region'] });
  deepEqual([code, choices], ['ambiguous-cut', ['product.Region', 'sales_agent.Region']]);
  deepEqual(await keys('deals', { by: ['sales_agent.region'] }), { North: 1 });
});

test('cuts go through the account, the lead and reference files, and several join in one key', async () => {
  deepEqual(await keys('deals', { by: ['sector', 'manager', 'origin'] }), { 'steel · Zoe · unknown': 1 });
  deepEqual((await answerTo(engine, 'deals', { by: ['sector', 'manager'] })).rows[0]!['keys'], ['steel', 'Zoe']);
});

test('an account is named, by its id where its file is not here', async () =>
  deepEqual(await keys('funnel', { by: ['account'] }), { Acme: 1, B: 1, gone: 1 }));

test('filters join, and take in or leave out a value', async () => {
  deepEqual(await keys('funnel', { by: ['owner'], where: ['channel=(blank)', 'owner!=Ann'] }), { '(blank)': 1 });
  equal((await refused('funnel', { where: ['channel'] })).code, 'bad-parameter');
});

test('a day takes a period; anything else does not, and no other period is known', async () => {
  deepEqual(await keys('funnel', { by: ['created:month'] }), { '2026-03': 1, '2026-04': 1, '(blank)': 1 });
  deepEqual(await keys('funnel', { by: ['created:week'] }), { '2026-W14': 2, '(blank)': 1 });
  deepEqual(await keys('deals', { by: ['lead:quarter', 'won:year'] }), { '2026-Q1 · 2026': 1 });
  equal((await refused('funnel', { by: ['channel:month'] })).code, 'unfit-cut');
  deepEqual((await refused('funnel', { by: ['created:decade'] })).choices, [
    'created:day',
    'created:week',
    'created:month',
    'created:quarter',
    'created:year',
  ]);
});

test('where no campaign is recorded the spelling of the file stands for it', async () =>
  deepEqual(await keys('funnel', { by: ['campaign'] }), { 'no campaign': 2, spring: 1 }));

test('the cuts that exist are listed with what they mean', async () => {
  const { rows } = await answerTo(engine, 'cuts', { of: 'opportunity' });
  equal(rows.find((row) => row.key === 'manager')?.['means'], 'sales_agent.manager');
  ok(rows.some((row) => row.key === 'product.Region'));
  deepEqual(rows.find((row) => row.key === 'closed')?.['grains'], [...GRAINS]);
});

test('what a question does not take is refused with what it takes', async () => {
  equal((await refused('funel', {})).code, 'unknown-question');
  deepEqual((await refused('funnel', { form: 'lead' })).code, 'unknown-parameter');
  equal((await refused('funnel', { since: '2026-02-30' })).code, 'bad-parameter');
  equal((await refused('funnel', { since: '2026-02-01', until: '2026-02-01' })).code, 'bad-parameter');
  equal((await refused('values', {})).code, 'missing-parameter');
  ok((await refused('funnel', { to: 'wonn' })).choices!.includes('won'));
});

const someDay = fc.integer({ min: 10_957, max: 25_567 }).map(dayFromNumber); // 2000 to 2039
const someFiscal = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  pattern: fc.constantFrom<Fiscal['pattern']>('calendar', '4-4-5'),
});

test('quarters and years are those of the fiscal calendar on any day, 4-4-5 and shifted starts too', async () => {
  const scratch = await openEngine(':memory:');
  await fc.assert(
    fc.asyncProperty(someFiscal, fc.array(someDay, { minLength: 1, maxLength: 40 }), async (fiscal, days) => {
      const sql = `select ${grainSql('quarter', 'd', fiscal)} as q, ${grainSql('year', 'd', fiscal)} as y from (select unnest(from_json($days::json, '["date"]')) as d)`;
      const rows = await scratch.read<{ q: string; y: string }>(sql, { days: JSON.stringify(days) });
      deepEqual(
        rows.map((row) => row.q),
        days.map((day) => quarterOf(fiscal, day).id),
      );
      for (const [i, day] of days.entries()) {
        const { from, to } = fiscalYear(fiscal, Number(rows[i]!.y));
        ok(from <= day && day < to);
      }
    }),
    { numRuns: 60 },
  );
  await scratch.close();
});
