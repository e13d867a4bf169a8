/**
 * Grains: the period a day falls in, as SQL text.
 *
 * day      2017-03-01        the day itself
 * week     2017-W09          ISO week
 * month    2017-03           calendar month, also where quarters are 4-4-5
 * quarter  2017-Q1           quarter of the company's fiscal calendar
 * year     2017              fiscal year, named after the calendar year in which it ends
 * Keys of one grain sort as the periods do. A null day has a null period.
 */
import type { Fiscal } from '../../kernel/fiscal.ts';

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** SQL for the key of the period that the SQL date `day` falls in. */
export const grainSql = (grain: Grain, day: string, fiscal: Fiscal): string => {
  if (grain === 'day') return `strftime(${day}, '%Y-%m-%d')`;
  if (grain === 'week') return `strftime(${day}, '%G-W%V')`;
  if (grain === 'month') return `strftime(${day}, '%Y-%m')`;
  const { year, quarter } = fiscal.pattern === 'calendar' ? calendar(day, fiscal.startMonth) : weeks(day, fiscal.startMonth);
  return grain === 'year' ? `printf('%04d', ${year})` : `printf('%04d-Q%d', ${year}, ${quarter})`;
};

type Parts = { readonly year: string; readonly quarter: string };

/** Quarters of three calendar months: shift the month so that the fiscal year starts in January. */
const calendar = (day: string, startMonth: number): Parts => {
  const shifted = `(date_trunc('month', ${day}) + interval ${(13 - startMonth) % 12} month)`;
  return { year: `year(${shifted})`, quarter: `quarter(${shifted})` };
};

/** 4-4-5: years from the Monday nearest to the first of the start month, quarters of 13 weeks, a 53rd week in the last. */
const weeks = (day: string, startMonth: number): Parts => {
  const shifted = `year(date_trunc('month', ${day}) + interval ${(13 - startMonth) % 12} month)`;
  const start = (year: string): string =>
    `date_trunc('week', make_date(${year} - ${startMonth === 1 ? 0 : 1}, ${startMonth}, 1) + 3)::date`;
  const year = `(${shifted} + case when ${day} >= ${start(`(${shifted} + 1)`)} then 1 when ${day} < ${start(shifted)} then -1 else 0 end)`;
  return { year, quarter: `least(4, (${day} - ${start(year)}) // 91 + 1)` };
};
