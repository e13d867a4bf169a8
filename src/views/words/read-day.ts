/** A day as people write it: 2026-05-21, 21.5.2026, 21/05/2026, 21 May 2026, 20260521. */
import { dayOf, type Day } from '../../kernel/day.ts';
import { dayWords } from './format.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Dutch, German and French spellings whose first three letters differ. */
const ALSO: Readonly<Record<string, number>> = { mrt: 3, mär: 3, mai: 5, mei: 5, okt: 10, dez: 12, fév: 2, avr: 4, aoû: 8, déc: 12 };
const monthOf = (word: string): number => {
  const three = word.toLowerCase().slice(0, 3);
  return ALSO[three] ?? MONTHS.indexOf(three) + 1;
};

/** `either`: day and month could be exchanged, so it must be written so that they cannot. */
export type DayRead = { readonly day: Day } | { readonly why: 'no date' | 'either' };

const read = (year: string, month: number, date: string): DayRead => {
  const day = dayOf(Number(year), month, Number(date));
  return day === null ? { why: 'no date' } : { day };
};

export const readDay = (typed: string): DayRead => {
  const text = typed.trim();
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return read(iso[1]!, Number(iso[2]), iso[3]!);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted) return read(dotted[3]!, Number(dotted[2]), dotted[1]!);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    if (first <= 12 && second <= 12 && first !== second) return { why: 'either' };
    return second > 12 ? read(slashed[3]!, first, slashed[2]!) : read(slashed[3]!, second, slashed[1]!);
  }
  const worded = /^(?:\p{L}{2,9},?\s+)?(\d{1,2})\.?\s+(\p{L}{3,9})\.?,?\s+(\d{4})$/u.exec(text);
  if (worded) return read(worded[3]!, monthOf(worded[2]!), worded[1]!);
  const american = /^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text);
  if (american) return read(american[3]!, monthOf(american[1]!), american[2]!);
  return { why: 'no date' };
};

/** What is wrong with a date, and how to write it. */
export const dayProblem = (typed: string, why: 'no date' | 'either'): { readonly text: string; readonly todo: string } =>
  why === 'either'
    ? { text: `“${typed.trim()}” could mean two days.`, todo: 'Write it as year-month-day: 2026-05-21.' }
    : {
        text: typed.trim() === '' ? 'The date is empty.' : `“${typed.trim()}” is no date.`,
        todo: 'Write it as year-month-day: 2026-05-21.',
      };

/** A day as it is typed into a field, within the days that it takes; else what is wrong with it, in a sentence or two. */
export const typedDay = (
  typed: string,
  { earliest, latest }: { readonly earliest?: Day | undefined; readonly latest?: Day | undefined },
): { readonly day: Day } | { readonly why: string } => {
  const found = readDay(typed);
  if ('why' in found) {
    const { text, todo } = dayProblem(typed, found.why);
    return { why: `${text} ${todo}` };
  }
  if (latest !== undefined && found.day > latest)
    return { why: `${dayWords(found.day)} is after ${dayWords(latest)}, the last day that can stand here.` };
  if (earliest !== undefined && found.day < earliest)
    return { why: `${dayWords(found.day)} is before ${dayWords(earliest)}, the first day that can stand here.` };
  return found;
};
