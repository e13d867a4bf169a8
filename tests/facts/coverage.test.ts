import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Finding } from '../../src/kernel/answer.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';

const found = (answer: Answer, code: string): Finding => answer.findings.find((f) => f.code === code)!;

const company: Rows = {
  contact: [{ id: 'c1' }],
  lead: [
    { id: 'l1', channel: 'ad', campaign: 'Spring' },
    { id: 'l2', campaign: 'sprung' },
  ],
  opportunity: [
    {
      id: 'd1',
      account_id: 'A',
      product: 'GTXPro',
      stage: 'Won',
      status: 'won',
      amount_minor: 900,
      currency: 'EUR',
      closed_on: '2026-03-01',
    },
    { id: 'd2', product: 'Alpha', status: 'won', closed_on: '2026-03-02' },
    { id: 'd3', product: 'Alpha', status: 'won', amount_minor: 100, currency: 'USD', closed_on: '2026-03-03' },
    { id: 'd4', product: 'Quite another thing', status: 'open' },
    { id: 'd5', product: 'Alpha', status: 'won', amount_minor: 50, currency: 'EUR', closed_on: '2026-03-04' },
  ],
  opportunity_contact: [{ opportunity_id: 'd1', contact_id: 'c1' }],
  touch: [
    { id: 't1', contact_id: 'c1', touched_on: '2026-02-01', campaign: ' SPRING' },
    { id: 't2', contact_id: 'c1', touched_on: '2026-02-02', campaign: 'sprung' },
    { id: 't3', contact_id: 'c1', touched_on: '2026-02-03', campaign: '' },
    { id: 't4', touched_on: '2026-02-04' },
    { id: 't5', contact_id: 'c1' },
  ],
  spend: [
    { id: 's1', spent_on: '2026-02-01', campaign: 'sprung', amount_minor: 77, currency: 'EUR' },
    { id: 's2', spent_on: '2026-02-01', campaign: 'spring', amount_minor: 5, currency: 'EUR' },
  ],
  lookup: [
    { name: 'product', id: 'GTX Pro' },
    { name: 'product', id: 'Alpha' },
    { name: 'product', id: 'Beta' },
  ],
  load_field: [{ load: 1, entity: 'opportunity', field: 'product', header: 'product' }],
  thread_campaign: [{ campaign_id: 'c_s', name: 'Spring' }],
  campaign_name: [{ found: 'spring', campaign_id: 'c_s' }],
};

test('coverage counts won deals with an amount and a touch, and says what the others lack', async () => {
  const engine = await companyWith(company, { name: 'T', zone: 'UTC', currency: 'EUR' });
  const { coverage } = await answerTo(engine, 'coverage');
  deepEqual(coverage, {
    have: 1,
    of: 4,
    missing: [
      { why: 'won, without an amount', n: 1 },
      { why: 'won, amount in USD', n: 1, minor: 100 },
      { why: 'won, without a counted touch', n: 1, minor: 50 },
    ],
  });
  await engine.close();
});

test('every gap is a finding with its count, what it carries and what to do', async () => {
  const engine = await companyWith(company, { name: 'T', zone: 'UTC', currency: 'EUR' });
  const answer = await answerTo(engine, 'coverage');
  deepEqual(
    answer.findings.map((f) => [f.code, f.n, f.minor ?? null]),
    [
      ['no-amount', 2, null],
      ['mixed-currency', 1, 100],
      ['dark-deals', 3, 50],
      ['no-account', 4, null],
      ['no-people', 4, null],
      ['no-stage', 4, null],
      ['no-channel', 1, null],
      ['no-person', 1, null],
      ['undated', 1, null],
      ['untracked-touches', 4, null],
      ['unmatched-spend', 1, 77],
      ['untracked-leads', 1, null],
      ['unmatched-name', 2, 900],
      ['lookup-unused', 2, null],
    ],
  );
  equal(
    answer.findings.every((f) => (f.todo ?? '').length > 10 && f.text.endsWith('.')),
    true,
  );
  deepEqual(found(answer, 'untracked-touches').detail, { blank: 3, names: 1, list: [{ found: 'sprung', rows: 1 }] });
  await engine.close();
});

test('an unknown name is shown with the nearest one there is, where one is near', async () => {
  const engine = await companyWith(company, { name: 'T', zone: 'UTC', currency: 'EUR' });
  const list = found(await answerTo(engine, 'coverage'), 'unmatched-name').detail!['list'];
  deepEqual(list, [
    { found: 'GTXPro', rows: 1, won: 1, wonMoney: { minor: 900, currency: 'EUR' }, share: 900 / 950, nearest: 'GTX Pro' },
    { found: 'Quite another thing', rows: 1, won: 0, wonMoney: null, share: null, nearest: null },
  ]);
  await engine.close();
});

test('columns are listed with filled and empty cells under the name the file gives them', async () => {
  const engine = await companyWith(company);
  const row = (await answerTo(engine, 'coverage')).rows.find((r) => r.key === 'lead.channel')!;
  deepEqual([row.n, row['filled'], row['blank']], [2, 1, 1]);
  equal((await answerTo(engine, 'coverage')).rows.find((r) => r.key === 'opportunity.product')!['header'], 'product');
  await engine.close();
});

test('a company without a single row is covered by nothing and fails nowhere', async () => {
  const engine = await companyWith({});
  for (const question of [
    'coverage',
    'credit',
    'deals',
    'ageing',
    'funnel',
    'lag',
    'lag-curve',
    'lands',
    'started',
    'measures',
    'pipeline',
    'thread-down',
    'thread-up',
    'cuts',
  ]) {
    const { coverage } = await answerTo(engine, question);
    equal(question === 'cuts' || coverage.of === 0, true, question);
  }
  await engine.close();
});
