/** The funnel step by step, and which cohorts may be set against each other. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../src/kernel/day.ts';
import type { Row } from '../../src/kernel/answer.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';

const EUR = { name: 'T', zone: 'UTC', currency: 'EUR' };
const ROWS: Rows = {
  account: [{ id: 'A' }, { id: 'B' }, { id: 'C' }],
  contact: [{ id: 'p', account_id: 'A' }],
  touch: [
    { id: '1', contact_id: 'p', touched_on: '2026-01-01' },
    { id: '2', account_id: 'B', touched_on: '2026-01-05' },
    { id: '3', account_id: 'C', touched_on: '2026-02-05' },
  ],
  lead: [
    { id: 'l1', contact_id: 'p', created_on: '2026-01-11' },
    { id: 'l2', account_id: 'B', created_on: '2026-01-09' },
  ],
  opportunity: [
    {
      id: 'd1',
      lead_id: 'l1',
      account_id: 'A',
      status: 'won',
      stage: 'Won',
      amount_minor: 100,
      currency: 'EUR',
      opened_on: '2026-01-21',
      closed_on: '2026-03-01',
    },
    { id: 'd2', lead_id: 'l2', account_id: 'B', status: 'lost', stage: 'Lost', opened_on: '2026-01-19', closed_on: '2026-02-10' },
  ],
  stage_entry: [
    // d1 goes back to Demo, which counts for nothing; d2 skips Demo.
    { opportunity_id: 'd1', stage: 'Demo', seq: 10, entered_on: '2026-01-25' },
    { opportunity_id: 'd1', stage: 'Offer', seq: 10, entered_on: '2026-02-04' },
    { opportunity_id: 'd1', stage: 'Demo', seq: 20, entered_on: '2026-02-06' },
    { opportunity_id: 'd1', stage: 'Won', seq: 19, entered_on: '2026-03-01' },
    { opportunity_id: 'd2', stage: 'Offer', seq: 10, entered_on: '2026-01-29' },
    { opportunity_id: 'd2', stage: 'Lost', seq: 19, entered_on: '2026-02-10' },
  ],
};
const shown = ({ key, n, lost, waiting }: Row): unknown[] => [key, n, lost, waiting];

test('accounts are followed from their first touch to the won deal; a skipped step is passed, going back counts for nothing', async () => {
  const engine = await companyWith(ROWS, EUR);
  const { rows, total } = await answerTo(engine, 'funnel-steps', { from: 'touched' });
  deepEqual(rows.map(shown), [
    ['Awareness: first touch', 3, 0, 1],
    ['Engagement: lead', 2, 0, 0],
    ['Qualified opportunity: deal opened', 2, 0, 0],
    ['Demo', 2, 0, 0],
    ['Offer', 2, 0, 1],
    ['Closed: won', 1, 0, 1],
  ]);
  deepEqual([total.n, total['converted']], [3, 1]);
  // Demo to Offer took d1 ten days; d2 never stood in Demo, so it has no such time.
  deepEqual(rows[4]!['days'], { median: 10, low: 10, high: 10 });
  const leads = await answerTo(engine, 'funnel-steps', { from: 'lead' });
  deepEqual(leads.rows.map(shown).at(-2), ['Offer', 2, 1, 0]);
  await engine.close();
});

test('the calendar view counts what happened, whoever it happened to, and calls no ratio a conversion', async () => {
  const engine = await companyWith(ROWS, EUR);
  const { rows, definition } = await answerTo(engine, 'funnel-steps', {
    view: 'calendar',
    from: 'opened',
    since: '2026-02-01',
    until: '2026-03-02',
  });
  deepEqual(
    rows.map(({ key, n, before }) => [key, n, before]),
    [
      ['Qualified opportunity: deal opened', 0, 2],
      // d2 skipped Demo: it passed it on the day of its offer.
      ['Demo', 0, 2],
      ['Offer', 1, 1],
      ['Closed: won', 1, 0],
    ],
  );
  match(definition, /no conversion/);
  await engine.close();
});

/** Every month thirty deals open; every third is won, up to ninety days later. The files show wins from `first` on. */
const monthly = (months: readonly string[], first: string): Rows => ({
  opportunity: months.flatMap((month, m) =>
    Array.from({ length: 30 }, (_, i) => {
      const opened = `${month}-0${(i % 9) + 1}`;
      const closed = addDays(opened, 10 + ((i * 7 + m) % 80));
      const won = i % 3 === 0 && closed <= '2026-06-30' && closed >= first;
      return { id: `${month}-${i}`, status: won ? 'won' : 'open', opened_on: opened, ...(won && { closed_on: closed }) };
    }),
  ),
});
const MONTHS = [
  '2025-07',
  '2025-08',
  '2025-09',
  '2025-10',
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
];

test('a cohort too young or from before the files is marked, said, and never set against another', async () => {
  const engine = await companyWith(monthly(MONTHS, '2025-10-01'), EUR);
  const by = { by: ['opened:month'], asOf: '2026-06-30' };
  const { rows, findings } = await answerTo(engine, 'funnel', by);
  const row = (key: string): Row => rows.find((r) => r.key === key)!;
  deepEqual([row('2025-08')['leftTruncated'], row('2025-12')['leftTruncated']], [true, false]);
  deepEqual([row('2025-12')['ripe'], row('2026-06')['ripe']], [true, false]);
  equal(findings.find(({ code }) => code === 'immature')?.ids.includes('2026-06'), true);
  // The share within the days watched: every third in the end, fewer so far.
  const came = row('2026-05')['cameBy'] as { days: number; share: { value: number } };
  ok(came.days < 90 && came.share.value > 0 && came.share.value < 1 / 3);
  const compared = async (compare: string[], within?: number[]) =>
    await answerTo(engine, 'funnel', { ...by, compare, ...(within && { within }) });
  const young = await compared(['2025-12', '2026-06']);
  equal(young.total['comparison'], null);
  match(young.findings.find(({ code }) => code === 'not-comparable')!.text, /2026-06 is not ripe before/);
  const early = await compared(['2025-12', '2025-08']);
  match(early.findings.find(({ code }) => code === 'not-comparable')!.text, /2025-08 began before the files show any conversion/);
  const fine = (await compared(['2025-11', '2025-12'])).total['comparison'] as { difference: { low: number; high: number }; text: string };
  ok(fine.difference.low < 0 && fine.difference.high > 0);
  // Within a window that has passed for both, a young one may be compared.
  const within = (await compared(['2026-04', '2026-05'], [30])).total['comparison'] as { within: number };
  equal(within.within, 30);
  await engine.close();
});
