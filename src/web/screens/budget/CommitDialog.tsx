import { useState } from 'react';
import type { BudgetLine } from '../../../domain/capacity/line.ts';
import type { Day } from '../../../kernel/day.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';

/** Promises money of a line: an order, a contract, a booked stand. */
export const CommitDialog = ({ line, onClose }: { readonly line: BudgetLine; readonly onClose: () => void }) => {
  const { ask, today } = useCompany();
  const [what, setWhat] = useState('');
  const [minor, setMinor] = useState<number | null>(null);
  const [due, setDue] = useState<Day | null>(today);
  const [refused, setRefused] = useState<string | null>(null);
  const add = (): void => {
    if (minor === null || due === null) return;
    const answer = ask([{ type: 'budget/commit', id: line.id, commitment: newId('g'), what, on: today, due, minor }]);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Commit money of ${line.name}`}
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            submit
            forbid={what.trim() === '' ? 'Say to what' : minor === null ? 'Give the amount' : due === null ? 'Say when it is due' : null}
          >
            Commit it
          </Button>
        </>
      }
    >
      <TextField label="To what" hint="An order, a contract, a booked stand." value={what} onChange={setWhat} maxLength={200} autoFocus />
      <MoneyField label="Amount" currency={line.currency} value={minor} onChange={setMinor} />
      <DateField label="Due" hint="When it will have to be paid: it stands in that month." value={due} onChange={setDue} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
