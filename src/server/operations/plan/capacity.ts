/** Recorded capacity and the meters of a quarter. */
import { CALENDAR_YEAR, quarterOf } from '../../../kernel/fiscal.ts';
import { ok } from '../../../kernel/result.ts';
import { capacityFacts } from '../../../views/capacity/facts.ts';
import { periodOf, readerOf } from '../ask/reader.ts';
import type { Run } from '../operation.ts';
import { spentIn } from './spent.ts';

export const capacity: Run<'capacity'> = async (world, { company, period: asked }, caller) => {
  const found = await readerOf(world, company, caller);
  if (!found.ok) return found;
  const { book, today, nameOf } = found.value.context;
  // A plan is about today, not about the last day the data know.
  const now = quarterOf(book.company.get('company')?.fiscal ?? CALENDAR_YEAR, today).id;
  const period = periodOf(found.value, asked ?? now);
  if (!period.ok) return period;
  return ok(capacityFacts(book, period.value.id, today, nameOf, await spentIn(found.value, period.value)));
};
