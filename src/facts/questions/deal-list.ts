/** Deal list: deals one by one, the latest first, with what the thread knows of each. */
import type { Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Engine } from '../engine.ts';
import { headOf } from './head.ts';
import { journeySql } from './journeys.ts';
import type { Params } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';
import { rulesBound } from './touch-rules.ts';

export type DealListWish = {
  readonly status?: 'won' | 'lost' | 'open';
  readonly search?: string;
  readonly limit: number;
  readonly offset: number;
};

export type ListedDeal = {
  readonly src: string;
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly status: 'open' | 'won' | 'lost' | null;
  readonly stage: string | null;
  readonly minor: number | null;
  readonly opened_on: Day | null;
  readonly closed_on: Day | null;
  readonly touches: number;
  readonly people: number;
  readonly campaigns: number;
};
export type DealListFound = {
  readonly currency: Currency | null;
  readonly deals: readonly ListedDeal[];
  readonly total: { readonly total: number; readonly won: number; readonly won_minor: number; readonly dark_won: number };
};

export const listDeals = async (
  engine: Engine,
  { status, search, limit, offset }: DealListWish,
  params: Params,
): Promise<DealListFound> => {
  const head = await headOf(engine, 'deals', params);
  const slots = { listed: sqlOf('deal-listed'), journey: journeySql(head, 'campaign') };
  const bound = {
    as_of: head.asOf,
    currency: head.currency,
    ...rulesBound(head.rules),
    status: status ?? null,
    search: search?.trim() || null,
    most: limit,
    pass: offset,
  };
  const [deals, [total]] = await Promise.all([
    rowsOf<ListedDeal>(engine, fill(sqlOf('deal-list'), slots), bound),
    rowsOf<DealListFound['total']>(engine, fill(sqlOf('deal-list-total'), slots), bound),
  ]);
  if (!total) throw new Error('the total of a list of deals is one row');
  return { currency: head.currency, deals, total };
};
