/** Words for figures inside sentences. Plain English, no locale: an answer reads the same on every machine. */
import { decimalOf, type Money } from '../../kernel/money.ts';

/** 8000 → "8,000". */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** 1 → "1 deal", 2 → "2 deals". */
export const many = (n: number, one: string, more = `${one}s`): string => `${count(n)} ${n === 1 ? one : more}`;

/** 0.350864 → "35 %". */
export const percent = (share: number): string =>
  `${share > 0 && share < 0.005 ? 'under 1' : share < 1 && share > 0.995 ? 'over 99' : Math.round(share * 100)} %`;

/** 3510578.00 in no currency → "3,510,578.00". */
export const amount = (money: Money): string => {
  const [whole, fraction] = decimalOf(money).split('.');
  const sign = whole!.startsWith('-') ? '-' : '';
  const text = sign + count(Number(whole!.replace('-', ''))) + (fraction ? `.${fraction}` : '');
  return money.currency ? `${money.currency} ${text}` : text;
};

/** ["a", "b", "c"] → "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
