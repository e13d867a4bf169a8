/**
 * Day: a calendar date without time or zone, written YYYY-MM-DD.
 *
 * All day arithmetic of the product is done here, on whole days since 1970-01-01 in the
 * proleptic Gregorian calendar, so that no clock, zone or summer time can shift a lag.
 */
export type Day = string;

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month; `month` is 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Builds a day; null when there is no such date (31 April, month 13, year outside 1 to 9999). */
export const dayOf = (year: number, month: number, date: number): Day | null => {
  const whole = [year, month, date].every(Number.isInteger);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};

/** Year, month (1 to 12) and date of a day. Throws RangeError when the text is no day. */
export const partsOf = (day: Day): { readonly year: number; readonly month: number; readonly date: number } => {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  if (dayOf(year, month, date) !== day) throw new RangeError(`not a day: ${JSON.stringify(day)}`);
  return { year, month, date };
};

/** True when the text is a date that exists, written YYYY-MM-DD. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))) === text;
};

/** Whole days since 1970-01-01; negative before it. */
export const dayNumber = (day: Day): number => {
  const { year, month, date } = partsOf(day);
  const y = year - 1;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leaps + DAYS_BEFORE[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0) + date - 719_163;
};

/** The day that lies `number` days after 1970-01-01. Throws RangeError outside the years 1 to 9999. */
export const dayFromNumber = (number: number): Day => {
  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const day = dayOf(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1);
  if (day === null) throw new RangeError(`no such day number: ${number}`);
  return day;
};

/** The day `days` later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** The same date `months` later; the 31st becomes the last day of a shorter month. Throws RangeError beyond the year 9999. */
export const addMonths = (day: Day, months: number): Day => {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const y = Math.floor(index / 12);
  const m = (((index % 12) + 12) % 12) + 1;
  const moved = dayOf(y, m, Math.min(date, daysInMonth(y, m)));
  if (moved === null) throw new RangeError(`no day ${months} months after ${day}`);
  return moved;
};

/** Monday is 1, Sunday is 7 (ISO 8601). */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
