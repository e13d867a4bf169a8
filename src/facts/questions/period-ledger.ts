/**
 * Period ledger: the rows behind the numbers of a period, as few columns as a later comparison needs to name the cause of
 * each difference. No names of people or accounts: what is frozen cannot be erased.
 */
import type { Day } from '../../kernel/day.ts';
import type { Engine } from '../engine.ts';
import { journeySql } from './journeys.ts';
import type { Head } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';
import { rulesBound } from './touch-rules.ts';

/** [src, id, campaign id, channel, number of its load]: a touch that counts. */
export type LedgerTouch = readonly [string, string, string | null, string | null, string];
export type LedgerDeal = {
  readonly src: string;
  readonly id: string;
  /** In the answer's currency; null where it has no such amount. */
  readonly minor: number | null;
  readonly own_minor: number | null;
  readonly own_currency: string | null;
  readonly closed_on: Day;
  readonly load: number;
  readonly touches: readonly LedgerTouch[];
};
export type LedgerRow = { readonly src: string; readonly id: string; readonly on: Day; readonly load: number };
export type LedgerSpend = {
  readonly src: string;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly currency: string | null;
  readonly minor: number;
  readonly n: number;
  readonly load: number;
};
export type PeriodLedger = {
  readonly won: readonly LedgerDeal[];
  readonly opened: readonly LedgerRow[];
  readonly leads: readonly LedgerRow[];
  readonly spend: readonly LedgerSpend[];
};

/** What stands behind the numbers of `[since, until)`, by what the facts say now of the time up to the head's as-of. */
export const periodLedger = async (
  engine: Engine,
  head: Pick<Head, 'asOf' | 'currency' | 'rules'>,
  since: Day,
  until: Day,
): Promise<PeriodLedger> => {
  const bound = { since, until, as_of: head.asOf, currency: head.currency, ...rulesBound(head.rules) };
  const won = fill(sqlOf('period-won'), { won_deals: sqlOf('won-deals'), journey: journeySql(head, 'columns') });
  return {
    won: await rowsOf<LedgerDeal>(engine, won, bound),
    opened: await rowsOf<LedgerRow>(engine, sqlOf('period-opened'), bound),
    leads: await rowsOf<LedgerRow>(engine, sqlOf('period-leads'), bound),
    spend: await rowsOf<LedgerSpend>(engine, sqlOf('period-spend'), bound),
  };
};

/** How a deal stands now, and what loads after `after` said otherwise of it: [field, was, is now, load], latest first. */
export type ChangedDeal = {
  readonly key: string;
  readonly there: boolean;
  readonly status: string | null;
  readonly closed_on: Day | null;
  readonly opened_on: Day | null;
  readonly minor: number | null;
  readonly currency: string | null;
  readonly load: number | null;
  readonly said: readonly (readonly [string, string | null, string | null, string])[];
};

/** Deals by their keys, `src/id`. */
export const changedDeals = (engine: Engine, keys: readonly string[], after: number): Promise<ChangedDeal[]> =>
  rowsOf<ChangedDeal>(engine, sqlOf('changed-deals'), { keys: JSON.stringify(keys), after });

/** What deals are called now, by their keys `src/id`; one without a name is left out. */
export const dealNames = (engine: Engine, keys: readonly string[]): Promise<{ readonly key: string; readonly name: string }[]> =>
  keys.length === 0 ? Promise.resolve([]) : rowsOf(engine, sqlOf('deal-names'), { keys: JSON.stringify(keys) });
