/**
 * Numbers, money and days as a person reads them: EXPERIENCE's "Words" in code.
 *
 * Short forms keep two significant steps (€1.42 M, €640 k, 3,418); full forms keep every unit. Unknown
 * is never written here: the caller says why it is unknown. No locale of the machine is used, so
 * server, browser and report write the same.
 */
import { addDays, daysBetween, partsOf, weekday, type Day } from '../../kernel/day.ts';
import { decimalOf, exponentOf, type Currency, type Money } from '../../kernel/money.ts';

const SIGNS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥', INR: '₹', KRW: '₩', BRL: 'R$' };
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const sign = (currency: Currency | null): string => (currency === null ? '' : (SIGNS[currency] ?? `${currency} `));

/** 3418 → "3,418"; at most `digits` after the point, trailing zeros dropped. */
export const count = (n: number, digits = 0): string => {
  const [whole = '0', rest] = Math.abs(n).toFixed(digits).split('.');
  const tail = rest?.replace(/0+$/, '');
  return `${n < 0 && Number(Math.abs(n).toFixed(digits)) !== 0 ? '−' : ''}${grouped(whole)}${tail ? `.${tail}` : ''}`;
};

/** 0 to 12 in words, larger in digits: "nine", "214". */
export const inWords = (n: number): string => WORDS[n] ?? count(n);

/** "one deal", "nine deals": a number and its noun; `many` where adding an s is wrong. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${inWords(n)} ${n === 1 ? one : many}`;

/** The same with digits: "1 deal", "9 deals". */
export const tally = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

/** "Nine deals": for the start of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 0.174 → "17 %"; one digit below 10 % so that 0.4 % does not read as 0. */
export const percent = (share: number): string => {
  const p = share * 100;
  const digits = p !== 0 && Math.abs(p) < 10 && Math.abs(p - Math.round(p)) > 0.05 ? 1 : 0;
  return `${count(p, digits)} %`;
};

/** A number that people set, with every digit that they gave: 0.0004 stays "0.0004"; what binary fractions add is left away. */
export const exact = (n: number): string => {
  const whole = Math.max(1, Math.abs(Math.trunc(n)).toString().length);
  return count(Number(n.toPrecision(12)), Math.max(0, 13 - whole));
};

/** A share that people set, with every digit that they gave: 0.105 → "10.5 %", 0.0004 → "0.04 %". What is estimated is rounded: `percent`. */
export const percentExact = (share: number): string => `${exact(share * 100)} %`;

/** Every unit: "€86,400", "€86,400.50" where there are cents. */
export const moneyFull = (m: Money): string => {
  const [whole = '0', cents] = decimalOf({ minor: Math.abs(m.minor), currency: m.currency }).split('.');
  return `${m.minor < 0 ? '−' : ''}${sign(m.currency)}${grouped(whole)}${cents && Number(cents) !== 0 ? `.${cents}` : ''}`;
};

/** Money that people set: as `moneyFull`, and where it is no whole number of minor units with every digit that they gave. */
export const moneyExact = (minor: number, currency: Currency | null): string =>
  Number.isInteger(minor)
    ? moneyFull({ minor, currency })
    : `${minor < 0 ? '−' : ''}${sign(currency)}${exact(Math.abs(minor) / 10 ** exponentOf(currency))}`;

/** Two significant steps: "€1.42 M", "€640 k", "€950". */
export const moneyShort = (m: Money): string => {
  const major = Math.abs(m.minor) / 10 ** exponentOf(m.currency);
  const minus = m.minor < 0 ? '−' : '';
  const s = sign(m.currency);
  if (major >= 999_500) return `${minus}${s}${count(major / 1e6, major >= 9_995_000 ? 1 : 2)} M`;
  if (major >= 10_000) return `${minus}${s}${count(major / 1e3)} k`;
  if (major >= 1000) return `${minus}${s}${count(major / 1e3, 1)} k`;
  return `${minus}${s}${count(major)}`;
};

/** "21 May", with the year only when it differs from that of `today`; no `today` always writes it. */
export const dayWords = (day: Day, today?: Day): string => {
  const { year, month, date } = partsOf(day);
  const known = today !== undefined && today.slice(0, 4) === day.slice(0, 4);
  return `${date} ${month === 5 || month === 6 || month === 7 ? MONTHS[month - 1] : MONTHS[month - 1]!.slice(0, 3)}${known ? '' : ` ${year}`}`;
};

/** "21 March 2026": for the places where something was signed. */
export const dayLong = (day: Day, today?: Day): string => {
  const { year, month, date } = partsOf(day);
  return `${date} ${MONTHS[month - 1]}${today !== undefined && today.slice(0, 4) === day.slice(0, 4) ? '' : ` ${year}`}`;
};

/** "Thu 14 May". */
export const dayWithWeekday = (day: Day, today?: Day): string => `${WEEKDAYS[weekday(day) - 1]} ${dayWords(day, today)}`;

/** "18 Jun", "18 Jun 27" where the year is another: for columns. */
export const dayBrief = (day: Day, today: Day): string => {
  const { month, date } = partsOf(day);
  return `${date} ${MONTHS[month - 1]!.slice(0, 3)}${day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(2, 4)}`}`;
};

/** "February 2031": for what lies too far ahead to name the day. */
export const monthLong = (day: Day): string => `${MONTHS[partsOf(day).month - 1]} ${partsOf(day).year}`;

/** "May", for axes. */
export const monthShort = (day: Day): string => MONTHS[partsOf(day).month - 1]!.slice(0, 3);

/** A fiscal month as people call it: the month its middle day lies in, with the year only when it differs from that of `today`. */
export const monthOfYear = ({ from, to }: { readonly from: Day; readonly to: Day }, today?: Day): string => {
  const { year, month } = partsOf(addDays(from, Math.floor(daysBetween(from, to) / 2)));
  return `${MONTHS[month - 1]!}${today !== undefined && today.slice(0, 4) === String(year) ? '' : ` ${year}`}`;
};

/** 2026-Q2 → "Q2 2026". */
export const quarterWords = (id: string): string => id.replace(/^(\d{4})-(Q[1-4])$/, '$2 $1');

/** "a, b and c". */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** Person-days: "1 day", "19 days", "0.5 days". */
export const days = (n: number): string => `${count(n, 1)} ${n === 1 ? 'day' : 'days'}`;

/** At most `most` characters, cut at a word, with an ellipsis. */
export const short = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most * 0.6 ? cut.slice(0, space) : cut).replace(/[ ,;:.]+$/, '')}…`;
};
