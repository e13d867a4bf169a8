import { isDay } from '../../../kernel/day.ts';
import type { Money } from '../../../kernel/money.ts';
import { count, dayWords, moneyFull } from '../../../views/words/format.ts';

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'minor' in value;

/** One value of a row as it was loaded; an empty one says so. */
export const RowCell = ({ value }: { readonly value: unknown }) => {
  if (value === null || value === undefined || value === '') return <span className="dim">(blank)</span>;
  if (isMoney(value)) return moneyFull(value);
  if (typeof value === 'number') return count(value, 4);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  return isDay(value) ? dayWords(value) : value;
};

/** Numbers stand on the right. */
export const isNumber = (value: unknown): boolean => typeof value === 'number' || isMoney(value);
