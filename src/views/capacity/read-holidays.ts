/** Holidays out of what people have: a calendar file (.ics), a CSV file, or lines pasted from anywhere. */
import type { Holiday } from '../../domain/capacity/standing.ts';
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { pastedRows, type PastedProblem } from '../words/pasted.ts';
import { dayProblem, readDay } from '../words/read-day.ts';

export type HolidaysRead = { readonly holidays: readonly Holiday[]; readonly problems: readonly PastedProblem[] };

/** Longer than this is a school holiday or a mistake. */
const MOST_DAYS = 31;

export const readHolidays = (text: string): HolidaysRead => (/^\s*BEGIN:VCALENDAR/i.test(text) ? fromCalendar(text) : fromRows(text));

/** A date and a name in each row, in either order; a first row without any date is a head. */
const fromRows = (text: string): HolidaysRead => {
  const holidays: Holiday[] = [];
  const problems: PastedProblem[] = [];
  for (const [n, { line, cells }] of pastedRows(text).entries()) {
    const parts = cells.length === 1 ? splitLine(cells[0]!) : cells.filter((c) => c !== '');
    const read = parts.map(readDay);
    const at = read.findIndex((r) => 'day' in r);
    if (at >= 0) {
      const name = parts.find((part, i) => i !== at && !('day' in read[i]!) && /\p{L}/u.test(part));
      if (name) holidays.push({ day: (read[at] as { day: Day }).day, name: name.slice(0, 80) });
      else
        problems.push({
          line,
          column: 'name',
          found: parts.join(', '),
          text: 'The holiday has no name.',
          todo: 'Write it behind the date: 2026-12-25, Christmas.',
        });
      continue;
    }
    if (n === 0 && !parts.some((part) => /\d/.test(part))) continue;
    const either = read.find((r) => 'why' in r && r.why === 'either');
    const found = parts.find((part) => /\d/.test(part)) ?? parts[0] ?? '';
    problems.push({ line, column: 'date', found, ...dayProblem(found, either ? 'either' : 'no date') });
  }
  return { holidays, problems };
};

/** "2026-12-25 Christmas" or "25 Dec 2026 Christmas": the date first, the name behind it. */
const splitLine = (line: string): string[] => {
  const found = /^(\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\.?\s+\p{L}{3,9}\.?\s+\d{4})[\s,:–-]+(.+)$/u.exec(line);
  return found ? [found[1]!, found[2]!.trim()] : [line];
};

/** The events of an iCalendar file (RFC 5545) that last whole days. */
const fromCalendar = (text: string): HolidaysRead => {
  const holidays: Holiday[] = [];
  const problems: PastedProblem[] = [];
  let event: Record<string, string> | null = null;
  let begins = 0;
  for (const { line, text: content } of unfolded(text)) {
    if (/^BEGIN:VEVENT$/i.test(content)) [event, begins] = [{}, line];
    else if (/^END:VEVENT$/i.test(content) && event) {
      takeEvent(event, begins, holidays, problems);
      event = null;
    } else if (event) {
      const colon = content.search(/:(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      if (colon > 0) event[content.slice(0, colon).split(';')[0]!.toUpperCase()] = content.slice(colon + 1);
    }
  }
  if (holidays.length + problems.length === 0)
    problems.push({
      line: 1,
      column: null,
      found: '',
      text: 'The calendar file holds no event.',
      todo: 'Export the calendar of holidays again.',
    });
  return { holidays, problems };
};

/** Long lines are folded: one that begins with a space goes on with the line before. */
const unfolded = (text: string): { line: number; text: string }[] => {
  const lines: { line: number; text: string }[] = [];
  for (const [i, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^[ \t]/.test(raw) && lines.length > 0) lines.at(-1)!.text += raw.slice(1);
    else lines.push({ line: i + 1, text: raw });
  }
  return lines;
};

const plain = (text: string): string =>
  text
    .replace(/\\n/gi, ' ')
    .replace(/\\([,;\\])/g, '$1')
    .trim();

const takeEvent = (event: Readonly<Record<string, string>>, line: number, holidays: Holiday[], problems: PastedProblem[]): void => {
  const name = plain(event.SUMMARY ?? '').slice(0, 80);
  const said = event.DTSTART ?? '';
  const from = readDay(said.slice(0, 8));
  if (name === '' || !('day' in from)) {
    problems.push({
      line,
      column: null,
      found: name || said,
      text: 'An event has no name or no date.',
      todo: 'Type this holiday by hand.',
    });
    return;
  }
  const end = event.DTEND ? readDay(event.DTEND.slice(0, 8)) : { day: addDays(from.day, 1) };
  const days = 'day' in end ? Math.max(1, daysBetween(from.day, end.day)) : 1;
  if (/T/.test(said) || days > MOST_DAYS) {
    problems.push({
      line,
      column: null,
      found: name,
      text: /T/.test(said) ? 'An event has a time, so it is no whole day off.' : `An event lasts ${days} days.`,
      todo: 'Leave it out, or type its days by hand.',
    });
    return;
  }
  for (let i = 0; i < days; i++) holidays.push({ day: addDays(from.day, i), name });
  if (event.RRULE)
    problems.push({
      line,
      column: null,
      found: name,
      text: 'An event repeats; only its first day was taken.',
      todo: 'Add the days of the other years by hand.',
    });
};
