/**
 * The backtest on real records: Maven's CRM and Olist's funnel. Weekly origins after 12 weeks of closes, 28 days ahead, with only
 * what was known then. Fails where the forecast is wholly worse than the rate of the last twelve weeks.
 *
 * Maven writes amounts at the close and has no last year; Olist has no lost deals, and begins truncated: leads of months
 * before its first close are in it, their closes are not. Its leads end in May 2018, its closes do not: of leads it tells nothing.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dayNumber } from '../../src/kernel/day.ts';
import { backtest, weeklyOrigins } from '../../src/models/outcome-forecast/backtest.ts';
import { judgedOf, type Judged } from '../../src/models/outcome-forecast/judged.ts';
import { firstClose, knownBy, writtenAtClose, type Past, type PastDeal } from '../../src/models/outcome-forecast/past.ts';
import type { FigureName } from '../../src/models/outcome-forecast/simulate.ts';
import { describeShared, shared } from '../support/shared.ts';

const rowsIn = (file: string): Record<string, string>[] => {
  const [head, ...lines] = readFileSync(shared(file), 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
};

const bare = { stages: [], amounts: [], lead: null };

const maven = (): PastDeal[] =>
  rowsIn('data/maven-crm/sales_pipeline.csv')
    .filter((row) => row['engage_date'] !== '')
    .map((row) => ({
      ...bare,
      opened: dayNumber(row['engage_date']!),
      closed: row['close_date'] === '' ? null : dayNumber(row['close_date']!),
      won: row['deal_stage'] === 'Won',
      minor: row['deal_stage'] === 'Won' ? Number(row['close_value']) * 100 : null,
      segment: row['product']!,
    }));

/** A lead is followed to its deal; one deal is dated before its lead and counts on the lead's day. */
const olist = (): PastDeal[] => {
  const won = new Map(
    rowsIn('data/olist-funnel/olist_closed_deals_dataset.csv').map((row) => [row['mql_id']!, dayNumber(row['won_date']!.slice(0, 10))]),
  );
  return rowsIn('data/olist-funnel/olist_marketing_qualified_leads_dataset.csv').map((row) => {
    const opened = dayNumber(row['first_contact_date']!);
    const on = won.get(row['mql_id']!);
    return {
      ...bare,
      opened,
      closed: on === undefined ? null : Math.max(on, opened),
      won: on !== undefined,
      minor: null,
      segment: row['origin']!,
    };
  });
};

const DAYS = 28;

const judge = (deals: readonly PastDeal[], figure: FigureName): Judged => {
  const past: Past = { since: firstClose(deals)!, deals, leads: [], amountsAtClose: writtenAtClose(deals) };
  const last = deals.reduce((most, d) => Math.max(most, d.opened, d.closed ?? 0), 0);
  const origins = weeklyOrigins(past, last, DAYS);
  equal(origins[0]! >= past.since + 84, true);
  return judgedOf(backtest({ past, figure, days: DAYS, origins, draws: 300, seed: 'real' }), DAYS, 7, 'real')!;
};

const words = ({ n, apart, most, half, gap, skill }: Judged): string =>
  `${n} weekly origins (${apart} apart): 80 % held ${most.held} (${most.low} to ${most.high} within chance), 50 % held ${half.held} (${half.low} to ${half.high}); CRPS less that of the trailing rate ${gap.mean.toPrecision(3)} (${gap.low.toPrecision(3)} to ${gap.high.toPrecision(3)}); skill ${skill.trailing?.toFixed(2)}`;

describeShared('real records, forecast with only what was known then', () => {
  test('nothing later than the day is in what was known, and amounts that are written at the close were not there', () => {
    const deals = maven();
    const day = dayNumber('2017-08-01');
    const known = knownBy({ since: firstClose(deals)!, deals, leads: [], amountsAtClose: writtenAtClose(deals) }, day);
    ok(known.deals.every((d) => d.opened <= day && (d.closed === null || d.closed <= day)));
    deepEqual([...new Set(known.deals.filter((d) => d.closed === null).map((d) => d.minor))], [null]);
  });

  for (const [name, deals, figure] of [
    ['Maven, won revenue', maven, 'wonMinor'],
    ['Maven, deals lost', maven, 'lost'],
    ['Olist, deals won', olist, 'won'],
  ] as const)
    test(`${name}: not wholly worse than the rate of the last twelve weeks`, (t) => {
      const found = judge(deals(), figure);
      t.diagnostic(words(found));
      ok(found.gap.low <= 0, words(found));
      ok(found.most.held >= found.most.low && found.most.held <= found.most.high, words(found));
    });
});
