/** Dollars: what one was worth in euro on the first of each month, and the few deals that were closed in them. */
import { dayFromNumber, type Day } from '../kernel/day.ts';
import { CALENDAR_YEAR } from '../kernel/fiscal.ts';
import { monthsOfQuarter } from '../kernel/fiscal-month.ts';
import { convert } from '../kernel/rate.ts';
import { money } from '../kernel/money.ts';
import type { World } from './world.ts';

export type DollarRate = { readonly from: Day; readonly rate: string };

/** One dollar in euro, month by month, as somebody looked it up. */
export const dollarRates = ({ root, calendar: { quarters } }: World): DollarRate[] => {
  const r = root.fork('rates');
  return quarters
    .flatMap((quarter) => monthsOfQuarter(CALENDAR_YEAR, quarter.id))
    .map(({ from }) => ({ from, rate: (0.9 + r.whole(0, 450) / 10_000).toFixed(4) }));
};

/** Which of the won deals, in the order of the accounts, were agreed in dollars. */
const IN_DOLLARS: ReadonlySet<number> = new Set([5, 17]);

/** A won deal's amount in dollars where it is one of those: the amount that the rate of its close makes the euro it is worth. */
export const dollarAmount = (rates: readonly DollarRate[], nth: number, minor: number | null, closed: number | null): number | null => {
  if (!IN_DOLLARS.has(nth) || minor === null || closed === null) return null;
  const rate = rates.findLast(({ from }) => from <= dayFromNumber(closed));
  return rate ? convert(money(minor, 'EUR'), 'USD', rate.rate, true).minor : null;
};
