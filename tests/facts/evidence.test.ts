/** Evidence of a campaign: which cases there are, what came of them and when, by a small company worked out by hand. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure } from '../../src/kernel/answer.ts';
import { ask } from '../../src/facts/questions/registry.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';

const sent = (id: string, who: object, touched_on: string, content: string | null, kind = 'Sent') => ({
  id,
  ...who,
  touched_on,
  campaign: ' Tender-Mail ',
  kind,
  attrs: content === null ? {} : { utm_content: content },
});
const ROWS: Rows = {
  contact: [1, 2, 3, 4].map((i) => ({ id: `c${i}`, email: `${i}@x.example` })),
  touch: [
    sent('1', { contact_id: 'c1' }, '2026-01-01', 'Plain'),
    sent('2', { email: '2@X.example' }, '2026-01-02', 'With date'),
    sent('3', { contact_id: 'c2' }, '2026-01-03', 'with-date'),
    sent('4', { contact_id: 'c3' }, '2026-01-03', 'plain'),
    sent('5', { contact_id: 'c3' }, '2026-01-04', 'with date'),
    sent('6', { contact_id: 'c4' }, '2026-01-04', null),
    sent('7', { contact_id: 'c1' }, '2026-01-05', null, 'reply'),
    sent('8', { contact_id: 'c1' }, '2026-01-06', null, 'reply'),
    { id: '9', contact_id: 'c2', touched_on: '2026-01-05', campaign: 'other', kind: 'reply' },
    { ...sent('10', { contact_id: 'c2' }, '2026-03-01', null, 'reply'), kind: 'reply' },
  ],
  lead: [
    { id: 'l1', contact_id: 'c2', created_on: '2026-01-06' },
    { id: 'l2', contact_id: 'c1', created_on: '2026-01-01', campaign: 'tender-mail' },
    { id: 'l3', contact_id: 'c1', created_on: '2026-01-09', campaign: 'something else' },
  ],
  opportunity: [
    { id: 'D1', status: 'won', amount_minor: 500_000, currency: 'EUR', opened_on: '2026-01-07', closed_on: '2026-02-07' },
    { id: 'D2', status: 'won', amount_minor: 300_000, currency: 'EUR', opened_on: '2026-01-08', closed_on: '2026-02-10', lead_id: 'l1' },
    { id: 'D3', status: 'won', amount_minor: 100_000, currency: 'EUR', opened_on: '2026-01-09' },
    { id: 'D0', status: 'won', amount_minor: 900_000, currency: 'EUR', opened_on: '2025-12-01', closed_on: '2026-02-07' },
  ],
  opportunity_contact: [
    { opportunity_id: 'D1', contact_id: 'c1' },
    { opportunity_id: 'D1', contact_id: 'c2' },
    { opportunity_id: 'D0', contact_id: 'c1' },
    { opportunity_id: 'D3', contact_id: 'c1' },
  ],
  spend: [
    { id: 's1', spent_on: '2026-01-02', campaign: 'tender-mail', amount_minor: 10_000, currency: 'EUR' },
    { id: 's2', spent_on: '2026-01-04', campaign: 'TENDER-MAIL', amount_minor: 2000, currency: 'EUR' },
    { id: 's3', spent_on: '2026-01-04', campaign: 'other', amount_minor: 2000, currency: 'EUR' },
  ],
  campaign_name: [{ found: 'tender-mail', campaign_id: 'c_mail' }],
};
const engine = await companyWith(ROWS, { name: 'Test', zone: 'UTC', currency: 'EUR' });
const asked = (of: string, outOf: string, more: object = {}) =>
  answerTo(engine, 'evidence', { id: 'c_mail', of, outOf, asOf: '2026-02-28', ...more });
type Day = { readonly [figure: string]: Figure };
const days = (row: { readonly [figure: string]: Figure }, ...figures: string[]) =>
  (row['days'] as readonly Day[]).map((day) => [day['day'], ...figures.map((f) => day[f])]);

void test('people are cases from their first day on, in the variant they met; replies after the as-of are not known', async () => {
  const { rows, coverage } = await asked('touch:reply', 'touch:sent', { variants: ['Plain', 'With date'] });
  deepEqual(
    rows.map(({ key, n, hits, happened }) => ({ key, n, hits, happened })),
    [
      { key: 'Plain', n: 1, hits: 1, happened: 2 },
      { key: 'With date', n: 1, hits: 0, happened: 0 },
    ],
  );
  deepEqual(days(rows[0]!, 'n', 'hits', 'happened'), [
    ['2026-01-01', 1, 0, 0],
    ['2026-01-02', 1, 0, 0],
    ['2026-01-05', 1, 1, 1],
    ['2026-01-06', 1, 1, 2],
  ]);
  deepEqual(coverage, {
    have: 2,
    of: 4,
    missing: [
      { why: 'naming no variant', n: 1 },
      { why: 'standing in more than one variant', n: 1 },
    ],
  });
  const later = await asked('touch:reply', 'touch:sent', { asOf: '2026-03-01' });
  deepEqual([later.rows[0]!.n, later.rows[0]!['hits']], [4, 2]);
});

void test('a deal counts once, for the person reached first, with its money on the day it was won; one opened before is not its', async () => {
  const { rows } = await asked('revenue', 'touch:sent', { kind: 'mean', wait: 30 });
  deepEqual(days(rows[0]!, 'n', 'hits', 'minor', 'squares', 'ripe_n', 'ripe_minor').at(-1), [
    '2026-02-10',
    4,
    2,
    800_000,
    500_000 ** 2 + 300_000 ** 2,
    4,
    0,
  ]);
  const leads = await asked('won', 'lead');
  deepEqual(leads.rows[0]!.n, 2, 'the lead that names it, and the one that names nothing after a touch');
  const deals = await asked('won', 'opportunity');
  deepEqual([deals.rows[0]!.n, deals.rows[0]!['hits']], [3, 2]);
  ok(
    deals.findings.some(({ code, n }) => code === 'undated' && n === 1),
    'D3 was won, on no day that a file says',
  );
});

void test('cases are counted over money', async () => {
  const { rows } = await asked('lead', 'spend', { kind: 'count' });
  deepEqual(days(rows[0]!, 'n', 'happened'), [
    ['2026-01-01', 0, 1],
    ['2026-01-02', 10_000, 1],
    ['2026-01-04', 12_000, 1],
    ['2026-01-06', 12_000, 2],
  ]);
  deepEqual(rows[0]!['spent'], { minor: 12_000, currency: 'EUR' });
});

void test('what cannot be asked is refused with what can, and a kind that nobody has names those there are', async () => {
  for (const [of, outOf] of [
    ['spend', 'lead'],
    ['lead', 'revenue'],
    ['stage:nowhere', 'lead'],
    ['visits', 'lead'],
  ] as const) {
    const refused = await ask(engine, 'evidence', { id: 'c_mail', of, outOf });
    ok(!refused.ok, `${of} of ${outOf}`);
  }
  const { findings } = await asked('lead', 'touch:delivered');
  equal(
    findings.find(({ code }) => code === 'other-kinds')?.text,
    'No case of this kind; the touches of the campaign are: sent (6) and reply (2).',
  );
});
