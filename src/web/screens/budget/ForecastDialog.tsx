import { useState } from 'react';
import type { BudgetLine } from '../../../domain/capacity/line.ts';
import type { BudgetPage } from '../../../views/budget/page.ts';
import { monthOfYear } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';

/** Says what a month will come to, where the plan is no longer what one expects. */
export const ForecastDialog = ({
  line,
  page,
  onClose,
}: {
  readonly line: BudgetLine;
  readonly page: BudgetPage;
  readonly onClose: () => void;
}) => {
  const { ask } = useCompany();
  const open = page.months.filter((m) => !m.locked);
  const [month, setMonth] = useState<string | null>((open.find((m) => !m.ended) ?? open[0])?.id ?? null);
  const [minor, setMinor] = useState<number | null>(month === null ? null : (line.forecast[month] ?? null));
  const [refused, setRefused] = useState<string | null>(null);
  const save = (): void => {
    if (month === null) return;
    const answer = ask([{ type: 'budget/forecast', id: line.id, month, minor }]);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`What will ${line.name} come to?`}
      onSubmit={save}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Expect it
          </Button>
        </>
      }
    >
      <SelectField
        label="Month"
        value={month}
        onChange={(id) => {
          setMonth(id);
          setMinor(id === null ? null : (line.forecast[id] ?? null));
        }}
        choices={open.map((m) => ({ value: m.id, label: monthOfYear(m) }))}
      />
      <MoneyField
        label="Will be spent"
        optional
        hint="Empty: the plan, or what is spent and committed where that is more."
        currency={line.currency}
        value={minor}
        onChange={setMinor}
      />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
