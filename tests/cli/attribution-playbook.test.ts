/** dbt Labs' attribution playbook: sessions, conversions and spend through the command line, to return on ad spend. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Answer, Figure, Row } from '../../src/kernel/answer.ts';
import { describeShared, shared } from '../support/shared.ts';
import { byKey, findingOf, reproduces, rowOf, type FactsTable } from './facts-table.ts';
import { openShell } from './shell.ts';

/** A conversion is a deal that was won: its customer is the deal and its one contact. */
const CONVERSIONS = {
  src: 'files',
  feeds: [
    {
      entity: 'opportunity',
      fields: {
        id: { header: 'customer_id' },
        closed_on: { header: 'converted_at', format: 'iso' },
        amount: { header: 'revenue', format: 'plain' },
        status: { constant: 'won' },
      },
      attributes: [],
    },
    {
      entity: 'opportunity_contact',
      fields: { opportunity_id: { header: 'customer_id' }, contact_id: { header: 'customer_id' } },
      attributes: [],
    },
  ],
  currency: 'USD',
  zone: 'UTC',
  answers: {},
  headers: ['customer_id', 'converted_at', 'revenue'],
};

const dollars = (figure: Figure | undefined): number | null =>
  figure !== null && typeof figure === 'object' && 'minor' in figure ? Number(figure['minor']) / 100 : null;
const ROI = ['roi', '--by', 'utm_source'] as const;
const CREDIT = ['credit', '--by', 'utm_source'] as const;
const withCost = (read: (row: Row) => unknown) => (roi: Answer) =>
  byKey({ ...roi, rows: roi.rows.filter((row) => row['cost'] !== null) }, read as never);

const factsIn = (file: string): { readonly [name: string]: { readonly [source: string]: number } } =>
  Object.fromEntries(
    (JSON.parse(readFileSync(shared(file), 'utf8')) as { facts: { name: string; value: { [source: string]: number } }[] }).facts.map(
      (f) => [f.name, f.value],
    ),
  );

/** Largest remainder keeps money in whole cents, so a share may differ from the exact one by less than a cent a deal. */
const cents = (read: string) => (credit: Answer) => byKey(credit, (row) => dollars(row[read]));

const TABLE: FactsTable = {
  rows: {
    ask: [
      ['values', '--of', 'touch.id'],
      ['values', '--of', 'opportunity.id'],
      ['values', '--of', 'spend.id'],
    ],
    read: (sessions, conversions, spend) => ({ sessions: sessions.total.n, conversions: conversions.total.n, spend: spend.total.n }),
  },
  totals: {
    ask: [[...ROI], [...CREDIT]],
    read: (roi, credit) => ({
      revenue: dollars(roi.total['return']),
      spend: dollars(roi.total['cost']),
      touches: credit.total['touches'],
      customers: roi.total.n,
    }),
  },
  first_revenue_by_source: { ask: [[...CREDIT]], read: cents('first') },
  last_revenue_by_source: { ask: [[...CREDIT]], read: cents('last') },
  linear_points_by_source: { ask: [[...ROI]], read: (roi) => byKey(roi, (row) => row['wins']) },
  spend_by_source: { ask: [[...ROI]], read: withCost((row) => dollars(row['cost'])) },
};

describeShared('data/dbt-attribution-playbook, imported through the command line', () => {
  const shell = openShell();
  const file = (name: string): string => shared(`data/dbt-attribution-playbook/${name}.csv`);
  before(async () => {
    const company = await shell.run('company', 'add', 'playbook', '--currency', 'USD');
    equal(company.code, 0, company.err);
    const files = await shell.run('import', file('sessions'), file('ad_spend'), '--currency', 'USD', '--time-zone', 'UTC', '--yes');
    equal(files.code, 0, files.err);
    const mapping = path.join(shell.folder, 'conversions.json');
    writeFileSync(mapping, JSON.stringify(CONVERSIONS));
    const won = await shell.run('import', file('customer_conversions'), '--edited', `@${mapping}`);
    equal(won.code, 0, won.err);
  });
  after(shell.end);

  const near = new Set(['linear_revenue_by_source', 'forty_twenty_forty_revenue_by_source', 'roas_linear', 'cpa_linear']);
  reproduces('data/dbt-attribution-playbook/facts.json', 'playbook', () => shell, TABLE, near);

  test('shares of money and what is divided from them lie within the cents that whole minor units leave', async () => {
    const roi = await shell.get<Answer>('ask', ...ROI);
    const facts = factsIn('data/dbt-attribution-playbook/facts.json');
    for (const [source, revenue] of Object.entries(facts['linear_revenue_by_source']!))
      ok(Math.abs(dollars(rowOf(roi, source)['return'])! - revenue) < 0.01 * 21, source);
    const positions = await shell.get<Answer>('ask', ...ROI, '--model', 'u-first-last');
    for (const [source, revenue] of Object.entries(facts['forty_twenty_forty_revenue_by_source']!))
      ok(Math.abs(dollars(rowOf(positions, source)['return'])! - revenue) < 0.01 * 21, source);
    for (const [source, roas] of Object.entries(facts['roas_linear']!))
      ok(Math.abs(Number(rowOf(roi, source)['roas']) - roas) < (0.01 * 21) / 47, source);
    for (const [source, cpa] of Object.entries(facts['cpa_linear']!))
      ok(Math.abs(dollars(rowOf(roi, source)['costPerWin'])! - cpa) <= 0.005, source);
    equal(dollars(roi.total['return']), roi.rows.reduce((sum, row) => sum + Math.round(dollars(row['return'])! * 100), 0) / 100);
  });

  test('sources with credit and no cost have no return on cost: unknown, neither 0 nor infinite', async () => {
    const roi = await shell.get<Answer>('ask', ...ROI);
    for (const source of ['direct', 'google', 'bing'])
      deepEqual(
        ['cost', 'roi', 'roas', 'costPerWin'].map((figure) => rowOf(roi, source)[figure]),
        [null, null, null, null],
      );
    deepEqual(findingOf(roi, 'no-cost').ids.toSorted(), ['bing', 'direct', 'google']);
  });
});
