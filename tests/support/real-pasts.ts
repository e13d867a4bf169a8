/** Real records as a forecast reads them: Maven's CRM and Olist's funnel (data under shared, never copied). */
import { readFileSync } from 'node:fs';
import { dayNumber } from '../../src/kernel/day.ts';
import { firstClose, writtenAtClose, type Past, type PastDeal } from '../../src/models/outcome-forecast/past.ts';
import { shared } from './shared.ts';

const rowsIn = (file: string): Record<string, string>[] => {
  const [head, ...lines] = readFileSync(shared(file), 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
};

const bare = { stages: [], amounts: [], lead: null };
const past = (deals: readonly PastDeal[]): Past => ({ since: firstClose(deals)!, deals, leads: [], amountsAtClose: writtenAtClose(deals) });

/** Amounts are written at the close; deals without a day of engagement cannot be followed. */
export const mavenPast = (): Past =>
  past(
    rowsIn('data/maven-crm/sales_pipeline.csv')
      .filter((row) => row['engage_date'] !== '')
      .map((row) => ({
        ...bare,
        opened: dayNumber(row['engage_date']!),
        closed: row['close_date'] === '' ? null : dayNumber(row['close_date']!),
        won: row['deal_stage'] === 'Won',
        minor: row['deal_stage'] === 'Won' ? Number(row['close_value']) * 100 : null,
        segment: row['product']!,
      })),
  );

/** A lead is followed to its deal; one deal is dated before its lead and counts on the lead's day. */
export const olistPast = (): Past => {
  const won = new Map(
    rowsIn('data/olist-funnel/olist_closed_deals_dataset.csv').map((row) => [row['mql_id']!, dayNumber(row['won_date']!.slice(0, 10))]),
  );
  return past(
    rowsIn('data/olist-funnel/olist_marketing_qualified_leads_dataset.csv').map((row) => {
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
    }),
  );
};
