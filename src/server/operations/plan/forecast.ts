/** When each item of the Backlog is finished. */
import { CALENDAR_YEAR, quarterOf } from '../../../kernel/fiscal.ts';
import { ok } from '../../../kernel/result.ts';
import { forecastFacts } from '../../../views/delivery/facts.ts';
import { periodOf, readerOf } from '../ask/reader.ts';
import { lagsFor } from './lags.ts';
import type { Run } from '../operation.ts';

export const forecast: Run<'forecast'> = async (world, { company, period: asked, limit }, caller) => {
  const found = await readerOf(world, company, caller);
  if (!found.ok) return found;
  const { book, today } = found.value.context;
  // Work is finished from today on, whatever day the data reach to.
  const period = periodOf(found.value, asked ?? quarterOf(book.company.get('company')?.fiscal ?? CALENDAR_YEAR, today).id);
  if (!period.ok) return period;
  return ok(forecastFacts(book, today, period.value.id, limit, await lagsFor(world.house, found.value)));
};
