import { exponentOf, type Currency } from '../../../kernel/money.ts';
import { count } from '../../../views/words/format.ts';
import { NumberField, type NumberProps } from './NumberField.tsx';

type Props = Omit<NumberProps, 'unit' | 'write'> & { readonly currency: Currency | null };

/** Money in major units, kept as whole minor units: "3.6 M" is 360000000 cents. */
export const MoneyField = ({ currency, value, onChange, ...field }: Props) => {
  const minor = 10 ** exponentOf(currency);
  return (
    <NumberField
      {...field}
      value={value === null ? null : value / minor}
      onChange={(major) => onChange(major === null ? null : Math.round(major * minor))}
      unit={currency ?? 'no currency'}
      write={(major) => count(major, exponentOf(currency))}
    />
  );
};
