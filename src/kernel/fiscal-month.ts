/**
 * Fiscal months: twelve to a fiscal year, three to a quarter, named by their place in the year: 2026-M04 is the fourth.
 * In `calendar` they are calendar months; in `4-4-5` they have 4, 4 and 5 weeks (the last of a long year 6).
 */
import { addDays, addMonths, type Day } from './day.ts';
import { fiscalQuarter, quarterNamed, quarterOf, type Fiscal, type Period } from './fiscal.ts';

const named = (year: string, n: number): string => `${year}-M${String(n).padStart(2, '0')}`;

/** The three months of a quarter such as 2026-Q2; throws RangeError where the text names none. */
export const monthsOfQuarter = (fiscal: Fiscal, id: string): readonly Period[] => {
  const quarter = quarterNamed(fiscal, id);
  if (!quarter) throw new RangeError(`not a quarter: ${id}`);
  const { from, to } = quarter;
  const at = (m: number): Day => (m === 3 ? to : fiscal.pattern === 'calendar' ? addMonths(from, m) : addDays(from, m * 28));
  const first = (Number(id.slice(-1)) - 1) * 3;
  return [0, 1, 2].map((m) => ({ id: named(id.slice(0, 4), first + m + 1), from: at(m), to: at(m + 1) }));
};

/** The twelve months of the fiscal year named `year`. */
export const monthsOfYear = (fiscal: Fiscal, year: number): readonly Period[] =>
  [1, 2, 3, 4].flatMap((q) => monthsOfQuarter(fiscal, fiscalQuarter(fiscal, year, q).id));

/** The month named by an id such as 2026-M04; null when the text names none. */
export const monthNamed = (fiscal: Fiscal, id: string): Period | null => {
  const found = /^(\d{4})-M(0[1-9]|1[0-2])$/.exec(id);
  const quarter = found && `${found[1]}-Q${Math.ceil(Number(found[2]) / 3)}`;
  if (!quarter || !quarterNamed(fiscal, quarter)) return null;
  return monthsOfQuarter(fiscal, quarter).find((m) => m.id === id) ?? null;
};

/** The month a day falls in. */
export const monthOf = (fiscal: Fiscal, day: Day): Period =>
  monthsOfQuarter(fiscal, quarterOf(fiscal, day).id).find(({ from, to }) => day >= from && day < to)!;

/** The month after this one; throws RangeError where the text names none. */
export const monthAfter = (fiscal: Fiscal, id: string): Period => {
  const month = monthNamed(fiscal, id);
  if (!month) throw new RangeError(`not a month: ${id}`);
  return monthOf(fiscal, month.to);
};
