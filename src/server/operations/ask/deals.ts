/** Deals as a list, the latest first, with what the thread knows of each. */
import { listDeals } from '../../../facts/questions/deal-list.ts';
import { ok } from '../../../kernel/result.ts';
import { dealList } from '../../../views/deal/deals.ts';
import type { Run } from '../operation.ts';
import { readerOf } from './reader.ts';

export const deals: Run<'deals'> = async (world, { company, status, search, limit, offset }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { engine, context } = reader.value;
  const wish = { limit, offset, ...(status !== undefined && { status }), ...(search !== undefined && { search }) };
  const found = await listDeals(engine, wish, { today: context.today });
  return ok(
    dealList({
      currency: found.currency,
      rows: found.deals.map(({ src: _src, minor, opened_on: openedOn, closed_on: closedOn, ...deal }) => ({
        ...deal,
        amountMinor: minor,
        openedOn,
        closedOn,
      })),
      total: found.total.total,
      won: found.total.won,
      wonMinor: found.total.won_minor,
      darkWon: found.total.dark_won,
    }),
  );
};
