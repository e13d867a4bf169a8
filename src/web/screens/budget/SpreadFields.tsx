import { useState } from 'react';
import type { Currency } from '../../../kernel/money.ts';
import { splitMinor } from '../../../kernel/money.ts';
import { monthOfYear } from '../../../views/words/format.ts';
import type { MonthHead } from '../../../views/budget/page.ts';
import { Button } from '../../components/Button.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import css from './BudgetScreen.module.css';

type Props = {
  readonly months: readonly MonthHead[];
  readonly currency: Currency;
  readonly value: { readonly [month: string]: number | null };
  readonly onChange: (value: { readonly [month: string]: number | null }) => void;
};

/** A plan by month; a sum can be spread evenly, to the cent, over some of them. Closed months stay. */
export const SpreadFields = ({ months, currency, value, onChange }: Props) => {
  const open = months.filter((m) => !m.locked);
  const [sum, setSum] = useState<number | null>(null);
  const [from, setFrom] = useState<string | null>(open[0]?.id ?? null);
  const [to, setTo] = useState<string | null>(open.at(-1)?.id ?? null);
  const within = open.filter((m) => from !== null && to !== null && m.id >= from && m.id <= to);
  const choices = open.map((m) => ({ value: m.id, label: monthOfYear(m) }));
  const spread = (): void => {
    if (sum === null || within.length === 0) return;
    const parts = splitMinor(
      sum,
      within.map(() => 1),
    );
    onChange({ ...value, ...Object.fromEntries(within.map((m, i) => [m.id, parts[i]!])) });
  };
  return (
    <>
      <MoneyField label="Spread a sum" optional currency={currency} value={sum} onChange={setSum} />
      <Columns>
        <SelectField label="From" value={from} onChange={setFrom} choices={choices} />
        <SelectField label="To" value={to} onChange={setTo} choices={choices} />
      </Columns>
      <div className={css.acts}>
        <Button
          size="small"
          onPress={spread}
          forbid={sum === null ? 'Give the sum' : within.length === 0 ? 'Choose months in order' : null}
        >
          Spread it over {within.length} months
        </Button>
      </div>
      <div className={css.months} role="group" aria-label="Plan by month">
        {open.map((m) => (
          <MoneyField
            key={m.id}
            label={monthOfYear(m)}
            currency={currency}
            value={value[m.id] ?? null}
            onChange={(minor) => onChange({ ...value, [m.id]: minor })}
          />
        ))}
      </div>
      {open.length < months.length && <p className={css.total}>{months.length - open.length} closed months keep their plan.</p>}
    </>
  );
};
