import type { Unit } from '../../../domain/strategy/metric.ts';
import type { Currency } from '../../../kernel/money.ts';
import { MoneyField } from './MoneyField.tsx';
import { NumberField, type NumberProps } from './NumberField.tsx';

type Props = Omit<NumberProps, 'unit' | 'write'> & { readonly unit: Unit; readonly currency: Currency | null };

/** A value in the unit of a metric. */
export const ValueField = ({ unit, currency, ...field }: Props) =>
  unit === 'money' ? <MoneyField {...field} currency={currency} /> : <NumberField {...field} {...(unit === 'percent' && { unit: '%' })} />;
