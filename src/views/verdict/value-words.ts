/** A value of a measure as a person reads it. */
import { money, type Currency } from '../../kernel/money.ts';
import { count, exact, moneyExact, moneyFull, percent, percentExact } from '../words/format.ts';
import type { Unit } from './judgeable.ts';
import { points } from './points.ts';

export const valueWords = (value: number, unit: Unit, currency: Currency | null): string => {
  if (unit === 'share') return points(value);
  if (unit === 'difference') return `${percent(Math.abs(value))} ${value < 0 ? 'less' : 'more'}`;
  if (unit === 'money') return moneyFull(money(Math.round(value), currency));
  return Math.abs(value) < 0.1 ? String(Number(value.toPrecision(2))) : count(value, Math.abs(value) < 10 ? 2 : 1);
};

/** A threshold or another value that people set, to its last digit. */
export const setWords = (value: number, unit: Unit, currency: Currency | null): string => {
  if (unit === 'share') return percentExact(value);
  if (unit === 'difference') return `${percentExact(Math.abs(value))} ${value < 0 ? 'less' : 'more'}`;
  return unit === 'money' ? moneyExact(value, currency) : exact(value);
};
