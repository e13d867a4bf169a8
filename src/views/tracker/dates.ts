/**
 * Days as trackers write them: ISO with or without time, 11/May/24 03:26 PM, Fri Mar 01 2024 …, 13/05/2024.
 * An instant is put into the company's zone; a time without a zone keeps its own day.
 * Whether 05/06/2024 is in May or in June is told by the other dates of the file, else asked.
 */
import { dayOf, type Day } from '../../kernel/day.ts';
import { dayIn } from '../../kernel/zone.ts';

export type DayOrder = 'day-first' | 'month-first';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const fullYear = (year: string): number => (year.length <= 2 ? 2000 + Number(year) : Number(year));
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/;

/** What a column of dates says about its order: a first number over 12 is a day, a second one is. Null: nothing told. `mixed`: both. */
export const orderOfDates = (cells: Iterable<string>): DayOrder | 'mixed' | 'either' | null => {
  let dayFirst = false;
  let monthFirst = false;
  let numeric = false;
  for (const cell of cells) {
    const found = NUMERIC.exec(cell.trim());
    if (!found) continue;
    numeric = true;
    if (Number(found[1]) > 12) dayFirst = true;
    if (Number(found[2]) > 12) monthFirst = true;
  }
  if (!numeric) return null;
  return dayFirst && monthFirst ? 'mixed' : dayFirst ? 'day-first' : monthFirst ? 'month-first' : 'either';
};

/** The day in the company's zone; null where the text is no date. */
export const dayOfCell = (cell: string, order: DayOrder, zone: string): Day | null => {
  const text = cell.trim();
  const iso =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?) ?(Z|UTC|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?/.exec(text);
  if (iso) {
    const [, year, month, date, time, offset] = iso;
    const day = dayOf(Number(year), Number(month), Number(date));
    if (!day || !time || !offset) return day;
    return dayIn(zone, `${day}T${time}${offset === 'UTC' ? 'Z' : offset}`);
  }
  const named = /^(\d{1,2})[/ .-]([A-Za-z]{3,9})[/ .,-]+(\d{4}|\d{2})(?!\d)/.exec(text);
  if (named) return dayOf(fullYear(named[3]!), monthOf(named[2]!), Number(named[1]));
  const spelled =
    /^(?:[A-Za-z]{3},? )?([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})(?: ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) GMT([+-](?:0\d|1[0-4]))([0-5]\d))?/.exec(
      text,
    );
  if (spelled) {
    const day = dayOf(Number(spelled[3]), monthOf(spelled[1]!), Number(spelled[2]));
    if (!day || !spelled[4]) return day;
    return dayIn(zone, `${day}T${spelled[4]}${spelled[5]}:${spelled[6]}`);
  }
  const numeric = NUMERIC.exec(text);
  if (!numeric) return null;
  const [day, month] = order === 'day-first' ? [numeric[1], numeric[2]] : [numeric[2], numeric[1]];
  return dayOf(fullYear(numeric[3]!), Number(month), Number(day));
};
