/**
 * Working days: which days somebody works, by weekday and without holidays.
 *
 * Counting is inclusive on both ends, as people count work ("from Monday to Friday: five days") and as cycle time is
 * counted in flow metrics; everything else in the product is half-open.
 */
import { dayFromNumber, dayNumber, type Day } from './day.ts';

/** Weekdays as in ISO 8601 (Monday 1 to Sunday 7); `holidays` answers for single days. */
export type WorkCalendar = { readonly weekdays: readonly number[]; readonly holidays: { has(day: Day): boolean } };

/** What is counted where nobody recorded a calendar: Monday to Friday, no holidays. */
export const MONDAY_TO_FRIDAY: WorkCalendar = { weekdays: [1, 2, 3, 4, 5], holidays: new Set() };

const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** True where this day is a working one. Throws RangeError when the text is no day. */
export const isWorkday = ({ weekdays, holidays }: WorkCalendar, day: Day): boolean =>
  weekdays.includes(weekdayOf(dayNumber(day))) && !holidays.has(day);

/** Working days from `from` to `to`, both included; 0 where `to` lies before `from`. */
export const workingDaysBetween = (calendar: WorkCalendar, from: Day, to: Day): number => {
  let count = 0;
  for (let n = dayNumber(from), last = dayNumber(to); n <= last; n++) {
    if (calendar.weekdays.includes(weekdayOf(n)) && !calendar.holidays.has(dayFromNumber(n))) count += 1;
  }
  return count;
};

/** The working day on which the `count`-th working day from `from` (itself the first, where it is one) falls. Throws RangeError without any weekday or for a count below 1. */
export const workdayAfter = (calendar: WorkCalendar, from: Day, count: number): Day => {
  if (calendar.weekdays.length === 0 || !(count >= 1)) throw new RangeError('workdayAfter: a weekday and a count of 1 or more are needed');
  for (let n = dayNumber(from), left = Math.ceil(count); ; n++) {
    const day = dayFromNumber(n);
    if (isWorkday(calendar, day) && --left === 0) return day;
  }
};
