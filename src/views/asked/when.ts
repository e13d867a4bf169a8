/** A day or a period that somebody typed: "30 June", "2026-06-30", "june 2026", "q2", "last quarter", "yesterday". */
import { addDays, isDay, partsOf, type Day } from '../../kernel/day.ts';
import { quarterAfter, quarterNamed, quarterOf, type Fiscal } from '../../kernel/fiscal.ts';

/** `from` and `to` (half-open) where a period was meant; for a day `from` is null and `to` the day after it. */
export type When = { readonly from: Day | null; readonly to: Day; readonly words: readonly string[] };

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
/** A month by its first three letters or more; 0 for none. */
const monthOf = (word: string | undefined): number =>
  word === undefined || word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word)) + 1;
const two = (n: number): string => String(n).padStart(2, '0');
const isYear = (word: string | undefined): boolean => /^20\d\d$/.test(word ?? '');
const date = (year: number, month: number, day: number): Day => `${year}-${two(month)}-${two(day)}`;

const onDay = (day: Day, words: readonly string[]): When | null => (isDay(day) ? { from: null, to: addDays(day, 1), words } : null);
/** The latest year in which it does not lie in the future. */
const lately = (make: (year: number) => Day, today: Day): Day => {
  const year = partsOf(today).year;
  return isDay(make(year)) && make(year) <= today ? make(year) : make(year - 1);
};
const wholeMonth = (year: number, month: number, words: readonly string[]): When => ({
  from: date(year, month, 1),
  to: month === 12 ? date(year + 1, 1, 1) : date(year, month + 1, 1),
  words,
});

type Read = (words: readonly string[], at: number, today: Day, fiscal: Fiscal) => When | null;

const asIso: Read = (w, at) =>
  isYear(w[at]) && /^\d\d$/.test(w[at + 1] ?? '') && /^\d\d$/.test(w[at + 2] ?? '')
    ? onDay(`${w[at]}-${w[at + 1]}-${w[at + 2]}`, w.slice(at, at + 3))
    : null;
const asDayAndMonth: Read = (w, at, today) => {
  const [first, second] = /^\d{1,2}$/.test(w[at] ?? '') ? [w[at], w[at + 1]] : [w[at + 1], w[at]];
  const month = monthOf(second);
  if (!/^\d{1,2}$/.test(first ?? '') || month === 0) return null;
  const year = isYear(w[at + 2]);
  const day = year ? date(Number(w[at + 2]), month, Number(first)) : lately((y) => date(y, month, Number(first)), today);
  return onDay(day, w.slice(at, at + (year ? 3 : 2)));
};
const asQuarter: Read = (w, at, today, fiscal) => {
  const before = isYear(w[at]) ? 1 : 0;
  const n = /^q([1-4])$/.exec(w[at + before] ?? '')?.[1];
  if (!n) return null;
  const after = before === 0 && isYear(w[at + 1]);
  const year = before ? w[at] : after ? w[at + 1] : null;
  const now = quarterOf(fiscal, today);
  const id = year ? `${year}-Q${n}` : now.id.replace(/Q\d$/, `Q${n}`);
  const named = quarterNamed(fiscal, id);
  if (!named) return null;
  const quarter = !year && named.from > today ? quarterAfter(fiscal, id, -4) : named;
  return { from: quarter.from, to: quarter.to, words: w.slice(at, at + 1 + before + (after ? 1 : 0)) };
};
const asMonth: Read = (w, at, today) => {
  const month = monthOf(w[at]);
  if (month === 0) return null;
  if (isYear(w[at + 1])) return wholeMonth(Number(w[at + 1]), month, w.slice(at, at + 2));
  const first = lately((y) => date(y, month, 1), today);
  return wholeMonth(partsOf(first).year, month, w.slice(at, at + 1));
};
const asWord: Read = (w, at, today, fiscal) => {
  if (w[at] === 'today' || w[at] === 'now') return onDay(today, w.slice(at, at + 1));
  if (w[at] === 'yesterday') return onDay(addDays(today, -1), w.slice(at, at + 1));
  if (w[at] !== 'this' && w[at] !== 'last') return null;
  const back = w[at] === 'last' ? -1 : 0;
  const words = w.slice(at, at + 2);
  if (w[at + 1] === 'quarter') {
    const { from, to } = quarterAfter(fiscal, quarterOf(fiscal, today).id, back);
    return { from, to, words };
  }
  if (w[at + 1] !== 'month') return null;
  const { year, month } = partsOf(back === 0 ? today : addDays(date(partsOf(today).year, partsOf(today).month, 1), -1));
  return wholeMonth(year, month, words);
};

/** The first day or period in these words (plain already); null where none is said. */
export const whenIn = (words: readonly string[], today: Day, fiscal: Fiscal): When | null => {
  for (let at = 0; at < words.length; at++)
    for (const read of [asIso, asDayAndMonth, asQuarter, asMonth, asWord]) {
      const found = read(words, at, today, fiscal);
      if (found) return found;
    }
  return null;
};
