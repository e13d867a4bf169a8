import { useState } from 'react';
import type { BudgetLine } from '../../../domain/capacity/line.ts';
import type { BudgetId } from '../../../kernel/ids.ts';
import type { BudgetPage } from '../../../views/budget/page.ts';
import { moneyFull, monthOfYear } from '../../../views/words/format.ts';
import { Columns } from '../../components/fields/Columns.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Note } from '../../components/Note.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';

/** Moves planned money to another line or month, with a reason; the sum stays. */
export const MoveDialog = ({
  line,
  page,
  onClose,
}: {
  readonly line: BudgetLine;
  readonly page: BudgetPage;
  readonly onClose: () => void;
}) => {
  const { book, ask } = useCompany();
  const open = page.months.filter((m) => !m.locked);
  const [to, setTo] = useState<BudgetId | null>(null);
  const [month, setMonth] = useState<string | null>(open.find((m) => (line.plan[m.id] ?? 0) > 0)?.id ?? open[0]?.id ?? null);
  const [toMonth, setToMonth] = useState<string | null>(null);
  const [minor, setMinor] = useState<number | null>(null);
  const others = [...book.budget.values()].filter((l) => !l.retired && l.currency === line.currency);
  const months = open.map((m) => ({ value: m.id, label: monthOfYear(m) }));
  const there = month === null ? 0 : (line.plan[month] ?? 0);
  return (
    <WhyDialog
      title={`Move money of ${line.name}`}
      does="Move it"
      onClose={onClose}
      onWhy={(why, note) => {
        if (to === null || month === null || minor === null) return 'Say how much, from which month and to which line.';
        const answer = ask([{ type: 'budget/transfer', id: line.id, to, month, toMonth: toMonth ?? month, minor, why }], { notes: [note] });
        return answer.ok ? null : answer.words;
      }}
    >
      <SelectField
        label="To the line"
        value={to}
        onChange={(id) => setTo(id as BudgetId | null)}
        choices={others.map((l) => ({ value: l.id, label: l.id === line.id ? `${l.name} (another month)` : l.name }))}
        placeholder="Choose"
      />
      <Columns>
        <SelectField label="Out of" value={month} onChange={setMonth} choices={months} />
        <SelectField label="Into" value={toMonth ?? month} onChange={setToMonth} choices={months} />
      </Columns>
      <MoneyField
        label="Amount"
        hint={`${moneyFull({ minor: there, currency: line.currency })} are planned there.`}
        currency={line.currency}
        value={minor}
        onChange={setMinor}
      />
      {minor !== null && minor > there && <Note kind="off">That is more than is planned in that month.</Note>}
    </WhyDialog>
  );
};
