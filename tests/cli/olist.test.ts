/** Olist's marketing funnel, imported and asked as a person would at the command line. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Answer, Estimate, Row } from '../../src/kernel/answer.ts';
import { describeShared, shared } from '../support/shared.ts';
import { byKey, findingOf, rateOf, reproduces, rowOf, type FactsTable } from './facts-table.ts';
import { openShell, type Ran } from './shell.ts';

const converted = (row: Row) => ({ n: row.n, converted: row['converted'], rate: rateOf(row['rate']) });
const columns = [
  'business_segment',
  'lead_type',
  'lead_behaviour_profile',
  'has_company',
  'has_gtin',
  'average_stock',
  'business_type',
  'declared_product_catalog_size',
];

const TABLE: FactsTable = {
  mql_rows: { ask: [['funnel']], read: (funnel) => funnel.total.n },
  won_rows: { ask: [['funnel']], read: (funnel) => funnel.total['converted'] },
  mql_to_won_rate: { ask: [['funnel']], read: (funnel) => rateOf(funnel.total['rate']) },
  mql_to_won_by_origin: { ask: [['funnel', '--by', 'origin']], read: (funnel) => byKey(funnel, converted) },
  lag_days_first_contact_to_won: {
    ask: [['lag', '--from', 'lead', '--to', 'won']],
    read: (lag) => {
      const { min, p10, p25, median, mean, p75, p90, p95, max } = lag.total;
      return { min, p10, p25, median, mean, p75, p90, p95, max };
    },
  },
  negative_lag_deals: {
    ask: [['lag']],
    read: (lag) => {
      const { n, ids, detail } = findingOf(lag, 'negative-lag');
      return { count: n, mql_id: ids[0], days: (detail!['days'] as Record<string, number>)[ids[0]!] };
    },
  },
  median_lag_days_by_origin: { ask: [['lag', '--by', 'origin']], read: (lag) => byKey(lag, (row) => row['median']) },
  mql_by_cohort_month: { ask: [['funnel', '--by', 'lead:month']], read: (funnel) => byKey(funnel, converted) },
  won_by_month: { ask: [['deals', '--by', 'won:month']], read: (deals) => byKey(deals, (row) => row['won']) },
  conversion_within_30_60_90_days_2018_cohorts: {
    ask: [['funnel', '--by', 'lead:month', '--since', '2018-01-01', '--within', '30,60,90']],
    read: (funnel) =>
      byKey(funnel, (row) =>
        Object.fromEntries(
          Object.entries(row['within'] as Record<string, { rate: Estimate }>).map(([days, { rate }]) => [`${days}d`, rate.value]),
        ),
      ),
  },
  landing_pages: {
    ask: [
      ['values', '--of', 'landing_page_id'],
      ['funnel', '--by', 'landing_page_id'],
    ],
    read: (values, funnel) => ({
      distinct: values.total['distinct'],
      top3: byKey({ ...funnel, rows: funnel.rows.slice(0, 3) }, converted),
    }),
  },
  sdr_sr: {
    ask: [
      ['values', '--of', 'sdr_id'],
      ['values', '--of', 'sr_id'],
      ['deals', '--by', 'sdr_id,sr_id'],
    ],
    read: (sdr, sr, both) => ({
      sdr: sdr.total['distinct'],
      sr: sr.total['distinct'],
      same_id: both.rows.filter(({ keys }) => (keys as string[])[0] === (keys as string[])[1]).reduce((sum, row) => sum + row.n, 0),
      max_sdr: sdr.rows[0]!.n,
      max_sr: sr.rows[0]!.n,
    }),
  },
  declared_monthly_revenue: {
    ask: [['values', '--of', 'declared_monthly_revenue']],
    read: (values) => {
      const { over0: gt0, sum, max, maxShare: max_share } = values.total;
      return { gt0, sum, max, max_share };
    },
  },
  blank_cells_closed_deals: {
    ask: [['coverage']],
    read: (coverage) => Object.fromEntries(columns.map((column) => [column, rowOf(coverage, `opportunity.${column}`)['blank']])),
  },
  sellers_joined: {
    ask: [['deals', '--by', 'seller_state']],
    read: (deals) => ({ matched: deals.total.n - rowOf(deals, '(no match)').n, SP: rowOf(deals, 'SP').n }),
  },
  won_by_business_segment_top5: {
    ask: [['deals', '--by', 'business_segment']],
    read: (deals) => Object.fromEntries(deals.rows.slice(0, 5).map((row) => [row.key, row['won']])),
  },
};

describeShared('data/olist-funnel, imported through the command line', () => {
  const shell = openShell();
  const files = ['olist_marketing_qualified_leads_dataset.csv', 'olist_closed_deals_dataset.csv', 'olist_sellers_dataset.csv'].map((file) =>
    shared(`data/olist-funnel/${file}`),
  );
  let imported: Ran;
  before(async () => {
    imported = await shell.spawn(
      'import',
      ...files,
      '--company',
      'olist',
      '--currency',
      'BRL',
      '--time-zone',
      'America/Sao_Paulo',
      '--yes',
    );
  });
  after(shell.end);

  test('the three files load without a question, and nothing is held', async () => {
    equal(imported.code, 0, imported.err);
    const { loads } = await shell.get<{ loads: { file: string; rows: number; loadedRows: number; heldRows: number }[] }>('loads');
    deepEqual(
      loads.map(({ rows, loadedRows, heldRows }) => [rows, loadedRows, heldRows]),
      [
        [8000, 8000, 0],
        [842, 842, 0],
        [3095, 3095, 0],
      ],
    );
  });

  reproduces('data/olist-funnel/facts.json', 'olist', () => shell, TABLE, new Set());

  test('the negative lag, blank and unknown origins and cohorts that began before the data are findings', async () => {
    const [origins, cohorts] = [
      await shell.get<Answer>('ask', 'funnel', '--by', 'origin'),
      await shell.get<Answer>('ask', 'funnel', '--by', 'lead:month'),
    ];
    const negative = findingOf(origins, 'negative-lag');
    ok(negative.text.includes('b91cf8812365f50ff4bda4bcd6206b05') && negative.todo);
    equal(findingOf(origins, 'blank-key').n, 60);
    deepEqual([rowOf(origins, '(blank)').n, rowOf(origins, 'unknown').n], [60, 1099]);
    deepEqual(findingOf(cohorts, 'left-truncated').ids, ['2017-06', '2017-07', '2017-08', '2017-09', '2017-10', '2017-11', '2017-12']);
  });

  test('the same files again say nothing new, and every number stays', async () => {
    const first = await shell.get<Answer>('ask', 'funnel', '--by', 'origin');
    const again = await shell.get<{ loads: { nothingNew: boolean }[] }>(
      'import',
      ...files,
      '--company',
      'olist',
      '--currency',
      'BRL',
      '--time-zone',
      'America/Sao_Paulo',
      '--yes',
    );
    deepEqual(
      again.loads.map(({ nothingNew }) => nothingNew),
      [true, true, true],
    );
    const { rows, total } = await shell.get<Answer>('ask', 'funnel', '--by', 'origin');
    deepEqual({ rows, total }, { rows: first.rows, total: first.total });
  });
});
