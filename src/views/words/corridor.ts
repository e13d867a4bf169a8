/** A corridor in words: "between 20 and 35 %", "at €50 k or more". */
import type { Corridor } from '../../domain/strategy/kpi.ts';
import type { Unit } from '../../domain/strategy/metric.ts';
import type { Currency } from '../../kernel/money.ts';
import { valueShort } from './values.ts';

export const corridorWords = ({ low, high }: Corridor, unit: Unit, currency: Currency | null): string => {
  const write = (n: number): string => valueShort(n, unit, currency);
  if (low !== null && high !== null) return `between ${write(low)} and ${write(high)}`;
  return low !== null ? `at ${write(low)} or more` : high !== null ? `at ${write(high)} or less` : 'at any value';
};
