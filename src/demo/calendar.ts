/**
 * The demo's calendar: eight fiscal quarters that end with the one holding `asOf`.
 *
 * Days are whole days since 1970-01-01 (kernel/day). The story is told in quarters counted from 0 to 7 and days
 * counted from a quarter's first; negative days lie before it. So the whole company moves with `asOf`.
 */
import { dayFromNumber, dayNumber, partsOf, type Day } from '../kernel/day.ts';
import { CALENDAR_YEAR, quarterAfter, quarterOf, type Period } from '../kernel/fiscal.ts';

export type Quarter = Period & { readonly index: number; readonly first: number; readonly days: number };

/** `today` is the number of the day `asOf`; `start` that of the first day of the first quarter. */
export type Calendar = { readonly asOf: Day; readonly today: number; readonly start: number; readonly quarters: readonly Quarter[] };

const QUARTERS = 8;

export const calendarOf = (asOf: Day): Calendar => {
  const now = quarterOf(CALENDAR_YEAR, asOf);
  const quarters = Array.from({ length: QUARTERS }, (_, index): Quarter => {
    const period = quarterAfter(CALENDAR_YEAR, now.id, index - QUARTERS + 1);
    const first = dayNumber(period.from);
    return { ...period, index, first, days: dayNumber(period.to) - first };
  });
  return { asOf, today: dayNumber(asOf), start: quarters[0]!.first, quarters };
};

/** The day itself, or the Friday before it; Monday is 0 (day 0 was a Thursday). */
export const workday = (day: number): number => day - Math.max(0, ((((day + 3) % 7) + 7) % 7) - 4);

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SEASONS = ['winter', 'spring', 'summer', 'autumn'];

/** Puts the calendar's own words into a sentence of the story: {lastMonth}, {lastDay}, {year}, {nextYear}, {quarter}, {nextQuarter}, {season}. */
export const told = (text: string, { id, first, days }: Quarter): string => {
  const last = partsOf(dayFromNumber(first + days - 1));
  const number = Number(id.slice(-1));
  const words: Readonly<Record<string, string>> = {
    lastMonth: MONTHS[last.month - 1]!,
    lastDay: `${last.date} ${MONTHS[last.month - 1]!}`,
    year: `${last.year}`,
    nextYear: `${last.year + 1}`,
    quarter: `Q${number}`,
    nextQuarter: `Q${(number % 4) + 1}`,
    season: SEASONS[number - 1]!,
  };
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? name);
};
