import type { BudgetId } from '../../../kernel/ids.ts';
import { CALENDAR_YEAR } from '../../../kernel/fiscal.ts';
import { monthNamed, monthOf } from '../../../kernel/fiscal-month.ts';
import { lineChoices } from '../../../views/budget/line-choices.ts';
import { moneyFull, monthOfYear } from '../../../views/words/format.ts';
import { Columns } from '../../components/fields/Columns.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { useCompany } from '../../state/company.tsx';

/** Planned money that comes from another line when a campaign scales: from which, out of which month, how much. */
export type Move = { readonly from: BudgetId; readonly month: string; readonly minor: number | null };

type Props = { readonly line: BudgetId; readonly move: Move | null; readonly onChange: (move: Move | null) => void };

/** Chooses the line and month that give; only lines of the same currency with plan in a month to come. */
export const MoveFrom = ({ line, move, onChange }: Props) => {
  const { book, today } = useCompany();
  const fiscal = book.company.get('company')?.fiscal ?? CALENDAR_YEAR;
  const pays = book.budget.get(line);
  const now = monthOf(fiscal, today).id;
  const monthsOf = (id: BudgetId): readonly string[] =>
    Object.entries(book.budget.get(id)?.plan ?? {})
      .filter(([month, minor]) => minor > 0 && month >= now)
      .map(([month]) => month)
      .toSorted();
  const givers = [...book.budget.values()].filter(
    (one) => one.id !== line && !one.retired && one.currency === pays?.currency && monthsOf(one.id).length > 0,
  );
  if (!pays || givers.length === 0) return null;
  const words = (month: string): string => {
    const named = monthNamed(fiscal, month);
    return named ? monthOfYear(named) : month;
  };
  const planned = move ? (book.budget.get(move.from)?.plan[move.month] ?? 0) : 0;
  return (
    <>
      <SelectField
        label={`Plan moved to “${pays.name}” from (empty: nothing is moved)`}
        value={move?.from ?? null}
        onChange={(id) =>
          onChange(id === null ? null : { from: id as BudgetId, month: monthsOf(id as BudgetId)[0]!, minor: move?.minor ?? null })
        }
        choices={lineChoices(book, pays.currency, null, ({ id }) => givers.some((one) => one.id === id))}
        clearable
      />
      {move && (
        <Columns>
          <SelectField
            label="Out of"
            value={move.month}
            onChange={(month) => month !== null && onChange({ ...move, month })}
            choices={monthsOf(move.from).map((month) => ({ value: month, label: words(month) }))}
          />
          <MoneyField
            label="Moved"
            hint={`${moneyFull({ minor: planned, currency: pays.currency })} are planned there.`}
            currency={pays.currency}
            value={move.minor}
            onChange={(minor) => onChange({ ...move, minor })}
          />
        </Columns>
      )}
    </>
  );
};
