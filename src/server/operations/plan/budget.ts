/** The budget of a fiscal year, with imported spend on the lines that take it. */
import { CALENDAR_YEAR, fiscalYear, quarterOf } from '../../../kernel/fiscal.ts';
import { ok } from '../../../kernel/result.ts';
import { budgetFacts } from '../../../views/budget/facts.ts';
import { readerOf } from '../ask/reader.ts';
import type { Run } from '../operation.ts';
import { spentIn } from './spent.ts';

export const budget: Run<'budget'> = async (world, { company, year: asked }, caller) => {
  const found = await readerOf(world, company, caller);
  if (!found.ok) return found;
  const { book, today } = found.value.context;
  const fiscal = book.company.get('company')?.fiscal ?? CALENDAR_YEAR;
  const year = asked ?? Number(quarterOf(fiscal, today).id.slice(0, 4));
  return ok(budgetFacts(book, year, today, await spentIn(found.value, fiscalYear(fiscal, year))));
};
