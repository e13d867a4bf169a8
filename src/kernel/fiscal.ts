/**
 * Fiscal calendar: what a year, a quarter and a month are in this company.
 *
 * Two patterns. `calendar`: quarters of three calendar months from `startMonth`.
 * `4-4-5`: years of 52 weeks from the Monday nearest to the first of `startMonth`, quarters of
 * 4, 4 and 5 weeks; when the next year's start lies 53 weeks on, the last month has 6 weeks.
 * A fiscal year is named after the calendar year in which its last month ends; in 4-4-5 the last days may
 * reach into the year after, since weeks are kept whole.
 * Periods are half-open: `[from, to)`.
 */
import { addDays, addMonths, dayOf, daysBetween, partsOf, weekday, type Day } from './day.ts';

export type Fiscal = { readonly startMonth: number; readonly pattern: 'calendar' | '4-4-5' };
export type Period = { readonly id: string; readonly from: Day; readonly to: Day };

export const CALENDAR_YEAR: Fiscal = { startMonth: 1, pattern: 'calendar' };

/** Years that have a start and an end among the days there are: 0001-01-01 to 9999-12-31. */
const isYear = (year: number): boolean => year >= 2 && year <= 9998;

const named = (year: number): string => String(year).padStart(4, '0');

/** First day of the fiscal year named `year`; throws RangeError where the calendar does not reach. */
const yearStart = ({ startMonth, pattern }: Fiscal, year: number): Day => {
  const first = dayOf(startMonth === 1 ? year : year - 1, startMonth, 1);
  if (first === null) throw new RangeError(`no such fiscal year: ${year}`);
  if (pattern === 'calendar') return first;
  const over = weekday(first) - 1;
  return addDays(first, over <= 3 ? -over : 7 - over);
};

/** The fiscal year named `year`, as `[from, to)`. */
export const fiscalYear = (fiscal: Fiscal, year: number): Period => ({
  id: named(year),
  from: yearStart(fiscal, year),
  to: yearStart(fiscal, year + 1),
});

/** Quarter 1 to 4 of the fiscal year named `year`. The id reads 2026-Q2. */
export const fiscalQuarter = (fiscal: Fiscal, year: number, quarter: number): Period => {
  const { from, to } = fiscalYear(fiscal, year);
  const at = (q: number): Day => (q === 4 ? to : fiscal.pattern === 'calendar' ? addMonths(from, q * 3) : addDays(from, q * 91));
  return { id: `${named(year)}-Q${quarter}`, from: at(quarter - 1), to: at(quarter) };
};

/** The quarter a day falls in. */
export const quarterOf = (fiscal: Fiscal, day: Day): Period => {
  const { year } = partsOf(day);
  for (const y of [year, year + 1, year - 1]) {
    const { from, to } = fiscalYear(fiscal, y);
    if (day < from || day >= to) continue;
    for (const q of [1, 2, 3, 4]) {
      const period = fiscalQuarter(fiscal, y, q);
      if (day >= period.from && day < period.to) return period;
    }
  }
  throw new RangeError(`no fiscal quarter holds ${day}`);
};

/** The quarter named by an id such as 2026-Q2; null when the text names none. */
export const quarterNamed = (fiscal: Fiscal, id: string): Period | null => {
  const found = /^(\d{4})-Q([1-4])$/.exec(id);
  return found && isYear(Number(found[1])) ? fiscalQuarter(fiscal, Number(found[1]), Number(found[2])) : null;
};

/** The quarter `steps` after (before, when negative) the one given. */
export const quarterAfter = (fiscal: Fiscal, id: string, steps = 1): Period => {
  const found = /^(\d{4})-Q([1-4])$/.exec(id);
  if (!found) throw new RangeError(`not a quarter: ${id}`);
  const index = Number(found[1]) * 4 + Number(found[2]) - 1 + steps;
  return fiscalQuarter(fiscal, Math.floor(index / 4), (((index % 4) + 4) % 4) + 1);
};

/** Week of the period a day stands in (1 = first), and how many weeks the period has. */
export const weekOf = (period: Period, day: Day): { readonly week: number; readonly of: number } => ({
  week: Math.floor(daysBetween(period.from, day) / 7) + 1,
  of: Math.ceil(daysBetween(period.from, period.to) / 7),
});
