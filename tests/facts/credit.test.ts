import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Money } from '../../src/kernel/money.ts';
import { MODELS } from '../../src/models/attribution/models.ts';
import { creditMinor } from '../../src/models/attribution/weights.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';
import { credits, deal, of, touch, type Line } from './credits.ts';

test('three touches share a deal to the cent, the odd cent to the earliest', async () => {
  const { by, answer } = await credits({
    opportunity: [deal('d', 10_000, '2026-03-31')],
    opportunity_contact: of('d', 'c1', 'c2'),
    touch: [
      touch('t1', 'c1', '2026-01-10', 'search'),
      touch('t2', 'c2', '2026-02-10', 'webinar'),
      touch('t3', 'c1', '2026-03-10', 'direct'),
    ],
  });
  deepEqual(by, { search: [10_000, 0, 3334], webinar: [0, 0, 3333], direct: [0, 10_000, 3333] });
  deepEqual(answer.total['linear'], { minor: 10_000, currency: 'EUR' });
});

test('a credit note is shared as the sale was', async () => {
  const { by } = await credits({
    opportunity: [deal('sale', 10_000, '2026-03-31'), deal('note', -10_000, '2026-03-31')],
    opportunity_contact: [...of('sale', 'c1'), ...of('note', 'c1')],
    touch: ['a', 'b', 'c'].map((ch, i) => touch(`t${i}`, 'c1', `2026-01-1${i}`, ch)),
  });
  deepEqual(by, { a: [0, 0, 0], b: [0, 0, 0], c: [0, 0, 0] });
});

test('a touch later on the day of a dated close counts; one after the hour of a timed close does not', async () => {
  const rows = (close: Line): Rows => ({
    opportunity: [deal('d', 900, '2026-03-31', close)],
    opportunity_contact: of('d', 'c1'),
    touch: [
      touch('t1', 'c1', '2026-03-31', 'before', { touched_at: '2026-03-31 09:00:00' }),
      touch('t2', 'c1', '2026-03-31', 'after', { touched_at: '2026-03-31 18:00:00' }),
      touch('t3', 'c1', '2026-03-31', 'dated'),
      touch('t4', 'c1', '2026-04-01', 'next day'),
    ],
  });
  // A touch given as a date stands first on its day.
  deepEqual((await credits(rows({}))).by, { dated: [900, 0, 300], before: [0, 0, 300], after: [0, 900, 300] });
  deepEqual((await credits(rows({ closed_at: '2026-03-31 12:00:00' }))).by, { dated: [900, 0, 450], before: [0, 900, 450] });
});

test('the look-back holds its edge: 365 days before the close count, 366 do not', async () => {
  const { by } = await credits({
    opportunity: [deal('d', 1000, '2026-03-31')],
    opportunity_contact: of('d', 'c1'),
    touch: [touch('t1', 'c1', '2025-03-30', 'too early'), touch('t2', 'c1', '2025-03-31', 'just in')],
  });
  deepEqual(by, { 'just in': [1000, 1000, 1000] });
});

test("a deal with linked people takes only theirs; one without takes its account's people and the account itself", async () => {
  const rows: Rows = {
    account: [{ id: 'A', name: 'Acme' }],
    contact: [
      { id: 'c1', account_id: 'A' },
      { id: 'c2', account_id: 'A' },
    ],
    opportunity: [deal('linked', 1000, '2026-03-31', { account_id: 'A' }), deal('bare', 600, '2026-03-31', { account_id: 'A' })],
    opportunity_contact: of('linked', 'c1'),
    touch: [
      touch('t1', 'c1', '2026-01-01', 'ad'),
      touch('t2', 'c2', '2026-01-02', 'mail'),
      touch('t3', null, '2026-01-03', 'fair', { account_id: 'A' }),
    ],
  };
  const { by, answer } = await credits(rows);
  deepEqual(by, { ad: [1600, 1000, 1200], mail: [0, 0, 200], fair: [0, 600, 200] });
  equal(answer.findings.find((f) => f.code === 'account-rule')?.n, 1);
});

test("a touch that names no person is a person's where the address is theirs", async () => {
  const { by } = await credits({
    contact: [{ id: 'c1', email: 'Ann@Acme.example' }],
    opportunity: [deal('d', 1000, '2026-03-31')],
    opportunity_contact: of('d', 'c1'),
    touch: [
      touch('w1', null, '2026-01-01', 'web', { src: 'site', email: ' ann@acme.example' }),
      touch('w2', null, '2026-01-02', 'other', { email: 'bob@acme.example' }),
    ],
  });
  deepEqual(by, { web: [1000, 1000, 1000] });
});

test('touches of one day without hours stand in order of their ids', async () => {
  const { by } = await credits({
    opportunity: [deal('d', 101, '2026-03-31')],
    opportunity_contact: of('d', 'c1'),
    touch: [touch('b', 'c1', '2026-01-01', 'second'), touch('a', 'c1', '2026-01-01', 'first')],
  });
  deepEqual(by, { first: [101, 0, 51], second: [0, 101, 50] });
});

test('a deal without touches stands in "no touch", and both gaps are counted as missing', async () => {
  const { by, answer } = await credits(
    {
      opportunity: [deal('d', 1000, '2026-03-31'), deal('dark', 500, '2026-03-30')],
      opportunity_contact: of('d', 'c1'),
      touch: [
        touch('t1', 'c1', '2026-01-01', 'ad', { campaign: 'Spring' }),
        touch('t2', 'c1', '2026-01-02', 'mail', { campaign: 'nobody knows' }),
      ],
      thread_campaign: [{ campaign_id: 'c_spring', name: 'Spring sale' }],
      campaign_name: [{ found: 'spring', campaign_id: 'c_spring' }],
    },
    { by: ['campaign'] },
  );
  deepEqual(by, { 'Spring sale': [1000, 0, 500], 'no campaign': [0, 1000, 500], 'no touch': [500, 500, 500] });
  deepEqual(answer.coverage, {
    have: 0,
    of: 2,
    missing: [
      { why: 'no touch', n: 1, minor: 500 },
      { why: 'no campaign', n: 1, minor: 500 },
    ],
  });
  deepEqual(answer.findings.find((f) => f.code === 'dark-deals')?.ids, ['dark']);
  equal(answer.rows.find((row) => row.key === 'Spring sale')?.['id'], 'c_spring');
});

test('money in another currency is left out of sums and counted, never added', async () => {
  const { answer, by } = await credits({
    opportunity: [
      deal('eur', 1000, '2026-03-31'),
      deal('eur2', 3, '2026-03-31'),
      deal('usd', 700, '2026-03-31', { currency: 'USD' }),
      deal('none', null, '2026-03-31'),
    ],
    opportunity_contact: ['eur', 'eur2', 'usd', 'none'].flatMap((id) => of(id, 'c1')),
    touch: [touch('t1', 'c1', '2026-01-01', 'ad')],
    company: [],
  });
  // Two currencies, and the company has none: nothing can be summed in either.
  equal((answer.total['linear'] as Money).currency, null);
  deepEqual(by, { ad: [0, 0, 0] });
  deepEqual(answer.coverage.missing, [
    { why: 'no amount', n: 1 },
    { why: 'amount in EUR', n: 2, minor: 1003 },
    { why: 'amount in USD', n: 1, minor: 700 },
  ]);
});

test('the period is half-open on the local day of the close, and nothing after the as-of is used', async () => {
  const rows: Rows = {
    opportunity: [
      deal('march', 1, '2026-03-31'),
      deal('april', 10, '2026-04-01'),
      deal('june', 100, '2026-06-30'),
      deal('july', 1000, '2026-07-01'),
    ],
    opportunity_contact: ['march', 'april', 'june', 'july'].flatMap((id) => of(id, 'c1')),
    touch: [touch('t1', 'c1', '2026-01-01', 'ad')],
  };
  deepEqual((await credits(rows, { by: ['channel'], since: '2026-04-01', until: '2026-07-01' })).by, { ad: [110, 110, 110] });
  deepEqual((await credits(rows, { by: ['channel'], since: '2026-04-01', asOf: '2026-06-29' })).by, { ad: [10, 10, 10] });
});

test('outcomes of one priority share equally and to the cent, and an objective gathers its outcomes', async () => {
  const rows: Rows = {
    opportunity: [deal('d', 1001, '2026-03-31')],
    opportunity_contact: of('d', 'c1'),
    touch: [touch('t1', 'c1', '2026-01-01', 'ad', { campaign: 'x' })],
    thread_campaign: [{ campaign_id: 'c_x', name: 'X', item_id: 'w_1' }],
    thread_item: [{ item_id: 'w_1', ref: 'W-1', title: 'Do X', priority_id: 'r_1' }],
    thread_outcome: [
      ['u_1', 'o_1'],
      ['u_2', 'o_1'],
      ['u_3', 'o_2'],
    ].map(([outcome_id, objective_id]) => ({ priority_id: 'r_1', outcome_id: outcome_id!, objective_id: objective_id! })),
    campaign_name: [{ found: 'x', campaign_id: 'c_x' }],
  };
  deepEqual((await credits(rows, { by: ['outcome'] })).by, { u_1: [334, 334, 334], u_2: [334, 334, 334], u_3: [333, 333, 333] });
  deepEqual((await credits(rows, { by: ['objective'] })).by, { o_1: [668, 668, 668], o_2: [333, 333, 333] });
  deepEqual((await credits(rows, { by: ['priority'] })).by, { r_1: [1001, 1001, 1001] });
  deepEqual((await credits(rows, { by: ['item'] })).by, { 'W-1 Do X': [1001, 1001, 1001] });
});

const journey = fc.record({
  minor: fc.integer({ min: -5_000_000, max: 5_000_000 }),
  linked: fc.boolean(),
  touches: fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      channel: fc.constantFrom('a', 'b', 'c', null),
      campaign: fc.constantFrom('x', 'y', 'lost', null),
    }),
    { maxLength: 9 },
  ),
});

test('for random journeys with credit notes every model sums to closed revenue to the cent, however it is cut, and equals the model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(journey, { minLength: 1, maxLength: 50, size: 'max' }), async (journeys) => {
      const rows: Rows = {
        account: journeys.map((_, i) => ({ id: `A${i}` })),
        contact: journeys.map((_, i) => ({ id: `c${i}`, account_id: `A${i}` })),
        opportunity: journeys.map(({ minor }, i) => deal(`d${i}`, minor, '2026-03-31', { account_id: `A${i}` })),
        opportunity_contact: journeys.flatMap(({ linked }, i) => (linked ? of(`d${i}`, `c${i}`) : [])),
        touch: journeys.flatMap(({ touches }, i) =>
          touches.map((t, k) =>
            touch(`t${i}-${k}`, `c${i}`, `2026-02-${String(t.day).padStart(2, '0')}`, t.channel, { campaign: t.campaign }),
          ),
        ),
        thread_campaign: [
          { campaign_id: 'c_x', name: 'X', priority_id: 'r_1' },
          { campaign_id: 'c_y', name: 'Y', priority_id: 'r_2' },
        ],
        thread_outcome: [
          { priority_id: 'r_1', outcome_id: 'u_1', objective_id: 'o_1' },
          { priority_id: 'r_1', outcome_id: 'u_2', objective_id: 'o_2' },
        ],
        campaign_name: [
          { found: 'x', campaign_id: 'c_x' },
          { found: 'y', campaign_id: 'c_y' },
        ],
      };
      const engine = await companyWith(rows);
      const closed = journeys.reduce((sum, { minor }) => sum + minor, 0);
      for (const by of ['channel', 'campaign', 'priority', 'outcome', 'objective']) {
        const answer = await answerTo(engine, 'credit', { by: [by], model: ['all'] });
        for (const model of MODELS)
          equal(
            answer.rows.reduce((sum, row) => sum + (row[model] as Money).minor, 0),
            closed,
            `${model} by ${by}`,
          );
        ok((answer.total['linear'] as Money).minor === closed);
      }
      const answer = await answerTo(engine, 'credit', { by: ['channel'], model: ['all'] });
      for (const model of MODELS) {
        const want = new Map<string, number>();
        const add = (key: string, minor: number): unknown => want.set(key, (want.get(key) ?? 0) + minor);
        for (const { minor, touches } of journeys) {
          const path = touches.map((t, k) => ({ ...t, k })).toSorted((a, b) => a.day - b.day || a.k - b.k);
          if (path.length === 0) add('no touch', minor);
          else
            creditMinor(model, minor, {
              n: path.length,
              lead: -1,
              opened: -1,
              nonDirect: path.length - 1,
              ages: path.map(({ day }) => 28 - day + 31),
              from: 0,
            }).forEach((part, i) => add(path[i]!.channel ?? '(blank)', part));
        }
        for (const row of answer.rows) equal((row[model] as Money).minor, want.get(row.key) ?? 0, `${model} ${row.key}`);
      }
      await engine.close();
    }),
    { numRuns: 12 },
  );
});
