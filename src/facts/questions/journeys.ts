/** Journeys: the statement parts that credit, coverage and the thread share. */
import type { Params as Bound } from '../engine.ts';
import type { Cut } from './cut.ts';
import type { Head, Params } from './question.ts';
import { fill, sqlOf } from './statement.ts';
import { directSql, leftOutSql, rulesBound, salesSourceSql, salesSql, type TouchRules } from './touch-rules.ts';

/** Won deals of a period, their touches, and how each touch is keyed by a cut. */
export const creditParts = (head: Head, cut: Cut): { readonly [slot: string]: string } => ({
  won_deals: sqlOf('won-deals'),
  made: sqlOf('lead-made'),
  journey: journeySql(
    head,
    cut.joins.includes('t.attrs') || cut.keys.includes('t.attrs') || cut.where.includes('t.attrs') ? 'attributes' : 'columns',
  ),
  joins: cut.joins,
  where: cut.where,
  keys: cut.keys,
  ids: cut.ids,
  nth: cut.splits ? 'coalesce(tx.nth, 0)' : '0',
  outcomes: cut.splits ? 'coalesce(tx.outcomes, 1)' : '1',
  direct: directSql('t'),
  sales: salesSql('t'),
  sales_source: salesSourceSql('l.channel'),
});

/** The touches of deals under the rules in force, carrying the touch's campaign, its columns, or those and its attributes. */
export const journeySql = (
  { rules, kept = false }: Pick<Head, 'rules'> & Partial<Pick<Head, 'kept'>>,
  carry: 'campaign' | 'columns' | 'attributes',
  touch = 'touch',
): string =>
  journeyOf(
    fill(sqlOf(kept && carry !== 'attributes' ? 'journey-kept' : 'journey-found'), { carry: CARRIED[needed(rules, carry)], touch }),
    rules,
  );

/** The same over touches that are found already: a select of rows as journey-found.sql gives them, with a touch's own columns. */
export const journeyOver = (found: string, { rules }: Pick<Head, 'rules'>): string =>
  journeyOf(`found as not materialized (${found})`, rules);

const journeyOf = (found: string, rules: TouchRules): string =>
  fill(sqlOf('journey'), {
    found,
    left_out: leftOutSql(rules, 'f'),
    repeated: rules.repeats.keep === 'all' ? 'select * from dated' : fill(sqlOf('journey-repeats'), NEIGHBOUR[rules.repeats.keep]),
  });

/** Rules that look at a touch's columns need them there. */
const needed = ({ leaveOut, repeats }: TouchRules, carry: keyof typeof CARRIED): keyof typeof CARRIED =>
  carry === 'campaign' && (repeats.keep !== 'all' || leaveOut.channels.length + leaveOut.kinds.length > 0) ? 'columns' : carry;
/** The first of a row of repeats has none before it, the last none after it. */
const NEIGHBOUR = { first: { neighbour: 'lag' }, last: { neighbour: 'lead' } };

/** A touch's own columns, as journeys carry them and as they are kept. */
export const COLUMNS = ', t.campaign, t.channel, t.contact_id, t.account_id, t.email, t.kind, t.what, t.offline, t.load';
const CARRIED = { campaign: ', t.campaign', columns: COLUMNS, attributes: `${COLUMNS}, t.attrs` };

export const periodBound = (head: Head, params: Params): Bound => ({
  as_of: head.asOf,
  currency: head.currency,
  ...rulesBound(head.rules),
  since: (params['since'] as string | undefined) ?? null,
  until: (params['until'] as string | undefined) ?? null,
});
