/**
 * Working days of a forecast: Monday to Friday. Holidays are in the weeks that throughput was counted in, and in the
 * capacity that was recorded; a forecast does not take them off a second time.
 */
import { addDays, daysBetween, weekday, type Day } from '../../kernel/day.ts';

/** The n-th working day on or after a day; n is 1 or more. */
export const workdayFrom = (from: Day, n: number): Day => {
  const at = weekday(from);
  const first = at > 5 ? addDays(from, 8 - at) : from;
  const into = (at > 5 ? 1 : at) - 1 + n - 1;
  return addDays(first, Math.floor(into / 5) * 7 + (into % 5) - ((at > 5 ? 1 : at) - 1));
};

/** How many working days lie from a day on, up to and without another; 0 where that is not later. */
export const workdaysUntil = (from: Day, to: Day): number => {
  const days = Math.max(0, daysBetween(from, to));
  const first = weekday(from);
  let count = Math.floor(days / 7) * 5;
  for (let i = 0; i < days % 7; i++) if ((first - 1 + i) % 7 < 5) count += 1;
  return count;
};
