/** Return against cost: every table sums to its total to the cent, and what is not known is said. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Engine } from '../../src/facts/engine.ts';
import { projectCosts, type CostFacts } from '../../src/facts/loads/costs.ts';
import { projectRates } from '../../src/facts/loads/rates.ts';
import type { Figure, Row } from '../../src/kernel/answer.ts';
import { fractionOf } from '../../src/kernel/rate.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';

const EUR = { name: 'T', zone: 'UTC', currency: 'EUR' };
const eur = (minor: number): { minor: number; currency: string } => ({ minor, currency: 'EUR' });
const minorOf = (figure: Figure | undefined): number => (figure === null || figure === undefined ? 0 : (figure as { minor: number }).minor);
const rowOf = (rows: readonly Row[], key: string): Row => rows.find((row) => row.key === key) ?? { key, n: -1 };

const RULES: CostFacts = {
  version: 1,
  spend: true,
  lines: true,
  dayMinor: 10_000,
  salesMonthMinor: 60_000,
  currency: 'EUR',
  margin: 0.8,
  termMonths: 12,
};

/** Two campaigns of one item, a third of a priority of its own; the fair was seen in January, its deal closed in May. */
const ROWS: Rows = {
  account: [{ id: 'A' }, { id: 'B' }],
  contact: [
    { id: 'p', account_id: 'A' },
    { id: 'q', account_id: 'B' },
  ],
  opportunity: [
    { id: '1', account_id: 'A', status: 'won', amount_minor: 100_001, currency: 'EUR', opened_on: '2026-02-01', closed_on: '2026-05-10' },
    { id: '2', account_id: 'A', status: 'won', amount_minor: 50_000, currency: 'EUR', opened_on: '2026-03-01', closed_on: '2026-06-10' },
    { id: '3', account_id: 'B', status: 'won', amount_minor: 30_000, currency: 'EUR', opened_on: '2026-03-01', closed_on: '2026-06-20' },
    { id: '4', account_id: 'B', status: 'open', amount_minor: 30_000, currency: 'EUR', opened_on: '2026-05-01' },
  ],
  opportunity_contact: [
    { opportunity_id: '1', contact_id: 'p' },
    { opportunity_id: '2', contact_id: 'p' },
    { opportunity_id: '3', contact_id: 'q' },
  ],
  touch: [
    { id: 'a', contact_id: 'p', touched_on: '2026-01-15', campaign: 'fair', channel: 'event' },
    { id: 'b', contact_id: 'p', touched_on: '2026-04-15', campaign: 'mail', channel: 'email' },
    { id: 'c', contact_id: 'q', touched_on: '2026-05-15', campaign: 'who', channel: 'social' },
  ],
  spend: [
    { id: 's1', campaign: 'Fair', channel: 'event', amount_minor: 20_000, currency: 'EUR', spent_on: '2026-01-15' },
    { id: 's2', campaign: 'ads', channel: 'paid', amount_minor: 7_001, currency: 'EUR', spent_on: '2026-05-02' },
    { id: 's3', campaign: 'lost name', channel: 'paid', amount_minor: 999, currency: 'EUR', spent_on: '2026-05-03' },
    { id: 's4', campaign: 'ads', channel: 'paid', amount_minor: 500, currency: 'GBP', spent_on: '2026-05-04' },
  ],
  work_done: [
    { id: 'w1', item: 'W-1', days: 1.5, done_on: '2026-05-05' },
    { id: 'w2', item: 'W-2', days: 1, done_on: '2026-05-06' },
  ],
  thread_item: [
    { item_id: 'w_1', ref: 'W-1', title: 'Fair and mail', priority_id: 'r_1' },
    { item_id: 'w_2', ref: 'W-2', title: 'No campaign', priority_id: 'r_2' },
  ],
  thread_campaign: [
    { campaign_id: 'c_fair', name: 'Fair', channel: 'event', item_id: 'w_1' },
    { campaign_id: 'c_mail', name: 'Mail', channel: 'email', item_id: 'w_1' },
    { campaign_id: 'c_ads', name: 'Ads', channel: 'paid', item_id: null },
  ],
  thread_outcome: [
    { priority_id: 'r_1', outcome_id: 'u_1', objective_id: 'o_1' },
    { priority_id: 'r_1', outcome_id: 'u_2', objective_id: 'o_1' },
    { priority_id: 'r_2', outcome_id: 'u_2', objective_id: 'o_1' },
  ],
  campaign_name: [
    { found: 'fair', campaign_id: 'c_fair' },
    { found: 'c_fair', campaign_id: 'c_fair' },
    { found: 'mail', campaign_id: 'c_mail' },
    { found: 'c_mail', campaign_id: 'c_mail' },
    { found: 'ads', campaign_id: 'c_ads' },
    { found: 'c_ads', campaign_id: 'c_ads' },
  ],
};

const settled = async (rules: CostFacts | null = RULES): Promise<Engine> => {
  const engine = await companyWith(ROWS, EUR);
  await engine.write(async (tx) => {
    await projectCosts(tx, rules, [
      { lineId: 'b_1', line: 'Stand', on: '2026-05-20', minor: 4000, currency: 'EUR', campaignId: 'c_fair', priorityId: null },
      { lineId: 'b_2', line: 'Film', on: '2026-05-21', minor: 3000, currency: 'EUR', campaignId: null, priorityId: 'r_2' },
    ]);
  });
  return engine;
};
const QUARTER = { since: '2026-04-01', until: '2026-07-01', asOf: '2026-06-30' };

test('spend, invoices and effort stand where the work belongs; effort of an item is shared among its campaigns', async () => {
  const engine = await settled();
  const { rows, total, findings, coverage } = await answerTo(engine, 'roi', { ...QUARTER, by: ['campaign'] });
  deepEqual(rowOf(rows, 'Fair')['costParts'], { line: eur(4000), effort: eur(7500) });
  deepEqual(rowOf(rows, 'Mail')['costParts'], { effort: eur(7500) });
  deepEqual(rowOf(rows, 'Ads')['costParts'], { spend: eur(7001) });
  // W-2 has no campaign, the film belongs to a priority, and nobody knows "lost name".
  deepEqual(rowOf(rows, 'no campaign')['costParts'], { spend: eur(999), line: eur(3000), effort: eur(10_000) });
  deepEqual([total['cost'], total['return']], [eur(7001 + 999 + 4000 + 3000 + 25_000), eur(180_001)]);
  // The mail is in both deals of A, half of each; 150,001 is odd, and the leftover cent went to the earlier touch.
  deepEqual(rowOf(rows, 'Mail')['return'], eur(75_000));
  equal(rowOf(rows, 'Mail')['roi'], (75_000 - 7500) / 7500);
  equal(rowOf(rows, 'Mail')['roas'], null);
  deepEqual(
    coverage.missing.map(({ why, minor }) => [why, minor]),
    [
      ['cost in GBP, without a rate', 500],
      ['cost under no campaign', 13_999],
    ],
  );
  deepEqual(
    findings
      .filter(({ code }) => ['unmatched-spend', 'no-credit', 'mixed-currency'].includes(code))
      .map(({ code, minor }) => [code, minor]),
    [
      ['unmatched-spend', 13_999],
      ['no-credit', 7001],
      ['mixed-currency', 500],
    ],
  );
  const byItem = await answerTo(engine, 'roi', { ...QUARTER, by: ['item'] });
  deepEqual(rowOf(byItem.rows, 'W-2 No campaign')['cost'], eur(10_000));
  const byPriority = await answerTo(engine, 'roi', { ...QUARTER, by: ['priority'] });
  deepEqual(rowOf(byPriority.rows, 'r_2')['cost'], eur(13_000));
  const byChannel = await answerTo(engine, 'roi', { ...QUARTER, by: ['channel'] });
  deepEqual(rowOf(byChannel.rows, 'email')['cost'], eur(7500));
  await engine.close();
});

test('before anybody settled what counts, money counts and effort is said to be free', async () => {
  const engine = await settled(null);
  const { total, findings, definition } = await answerTo(engine, 'roi', QUARTER);
  deepEqual(total['cost'], eur(15_000));
  equal(findings.find(({ code }) => code === 'effort-not-priced')?.n, 3);
  ok(definition.includes('nobody has settled'));
  const only = await answerTo(engine, 'roi', { ...QUARTER, count: 'spend' });
  deepEqual(only.total['cost'], eur(8000));
  await engine.close();
});

test('the cost of the credited days is that of the campaigns whose touches the credit stems from, when they gave them', async () => {
  const engine = await settled();
  const { rows, total } = await answerTo(engine, 'roi', { ...QUARTER, cost: 'credited' });
  // The fair was paid in January; its invoice of May came after the touch, so it belongs to a later harvest.
  deepEqual(rowOf(rows, 'Fair')['costParts'], { spend: eur(20_000) });
  deepEqual(rowOf(rows, 'Ads').n, -1);
  deepEqual(total['cost'], eur(20_000));
  await engine.close();
});

test('a rate settles foreign spend into the sum, and the price of a day', async () => {
  const engine = await settled({ ...RULES, currency: 'GBP' });
  const before = await answerTo(engine, 'roi', QUARTER);
  deepEqual(before.total['costParts'], { spend: eur(8000), line: eur(7000) });
  await engine.write((tx) => projectRates(tx, [{ currency: 'GBP', since: '2026-01-01', until: null, ...fractionOf('GBP', 'EUR', '1.2') }]));
  const after = await answerTo(engine, 'roi', QUARTER);
  deepEqual(after.total['costParts'], { spend: eur(8600), line: eur(7000), effort: eur(30_000) });
  await engine.close();
});

test('the cost of a customer and both paybacks, worked by hand', async () => {
  const engine = await settled();
  const { total, rows } = await answerTo(engine, 'cac', QUARTER);
  // Deal 1 makes A a customer, deal 2 is upsell, deal 3 makes B one. Sales: 3 months at 600.00.
  deepEqual(
    rows.map(({ key, cost }) => [key, cost]),
    [
      ['imported spend', eur(8000)],
      ['invoices on budget lines', eur(7000)],
      ['effort', eur(25_000)],
      ['sales', eur(180_000)],
    ],
  );
  deepEqual([total['newCustomers'], total['cac'], total['newRevenue'], total['wonRevenue']], [2, eur(110_000), eur(130_001), eur(180_001)]);
  // 1100.00 ÷ (650.005 ÷ 12 × 0.8); before, the fair and 3 months of sales: 2000.00 ÷ (1800.01 a year) × 12.
  ok(Math.abs(Number(total['paybackMarginAdjusted']) - 110_000 / ((65_000.5 / 12) * 0.8)) < 1e-5);
  ok(Math.abs(Number(total['paybackRevenue']) - (200_000 / 180_001) * 12) < 1e-5);
  const bare = await settled({ ...RULES, margin: null, salesMonthMinor: null });
  const poor = await answerTo(bare, 'cac', QUARTER);
  equal(poor.total['paybackMarginAdjusted'], null);
  deepEqual(
    poor.findings.map(({ code }) => code).filter((code) => code.startsWith('pay') || code.startsWith('sales')),
    ['payback-unknown', 'sales-not-priced'],
  );
  await Promise.all([engine.close(), bare.close()]);
});

test('whatever the amounts, rows sum to the total to the cent: returns, costs and their parts, by any link', async () => {
  const amounts = fc.array(fc.integer({ min: -5000, max: 2_000_000 }), { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(amounts, fc.constantFrom('period', 'credited'), async (minors, cost) => {
      let i = 0;
      const priced = (table: Rows[string]): Rows[string] =>
        table.map((row) => ('amount_minor' in row ? { ...row, amount_minor: minors[i++ % 8]! } : row));
      const engine = await companyWith({ ...ROWS, opportunity: priced(ROWS['opportunity']!), spend: priced(ROWS['spend']!) }, EUR);
      await engine.write((tx) => projectCosts(tx, RULES, []));
      for (const by of ['campaign', 'channel', 'item', 'priority', 'outcome', 'objective']) {
        const { rows, total } = await answerTo(engine, 'roi', { ...QUARTER, by: [by], cost });
        for (const figure of ['return', 'cost'])
          equal(
            rows.reduce((sum, row) => sum + minorOf(row[figure]), 0),
            minorOf(total[figure]),
            `${by} ${figure}`,
          );
        for (const kind of ['spend', 'effort']) {
          const part = (row: Row): number => minorOf((row['costParts'] as { [kind: string]: Figure } | undefined)?.[kind]);
          equal(
            rows.reduce((sum, row) => sum + part(row), 0),
            part(total),
            `${by} ${kind}`,
          );
        }
      }
      await engine.close();
    }),
    { numRuns: 6 },
  );
});
