/** A value of an outcome in words, in the unit of its metric. */
import type { Unit } from '../../domain/strategy/metric.ts';
import type { Currency } from '../../kernel/money.ts';
import { count, moneyFull, moneyShort } from './format.ts';

/** Two significant steps: "€3.6 M", "40", "12.5 %". */
export const valueShort = (value: number, unit: Unit, currency: Currency | null): string =>
  unit === 'money' ? shortMoney(Math.round(value), currency) : unit === 'percent' ? `${count(value, 1)} %` : count(value, 1);

/** Every unit: "€3,600,000". */
export const valueFull = (value: number, unit: Unit, currency: Currency | null): string =>
  unit === 'money' ? moneyFull({ minor: Math.round(value), currency }) : unit === 'percent' ? `${count(value, 2)} %` : count(value, 2);

/** "€3.6 M" rather than "€3.60 M": in a list of targets a trailing zero says nothing. */
const shortMoney = (minor: number, currency: Currency | null): string =>
  moneyShort({ minor, currency })
    .replace(/(\.\d*?)0+(?= [Mk]$)/, '$1')
    .replace(/\.(?= )/, '');
