import { useState } from 'react';
import { openOf, type BudgetLine } from '../../../domain/capacity/line.ts';
import { convertedOn } from '../../../domain/capacity/rate.ts';
import { isCurrency } from '../../../kernel/money.ts';
import type { Day } from '../../../kernel/day.ts';
import type { CommitmentId } from '../../../kernel/ids.ts';
import { moneyFull } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';

/** Records an invoice on a line; in another currency it is converted by the rate of its day, shown before it counts. */
export const RecordDialog = ({ line, onClose }: { readonly line: BudgetLine; readonly onClose: () => void }) => {
  const { book, ask, today } = useCompany();
  const [on, setOn] = useState<Day | null>(today);
  const [what, setWhat] = useState('');
  const [ref, setRef] = useState('');
  const [minor, setMinor] = useState<number | null>(null);
  const [currency, setCurrency] = useState<string>(line.currency);
  const [commitment, setCommitment] = useState<CommitmentId | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const open = line.commitments.filter((c) => openOf(line, c) > 0);
  const foreign = currency !== line.currency && isCurrency(currency);
  const converted = foreign && minor !== null && on !== null ? convertedOn(book, minor, currency, line.currency, on) : null;
  const add = (): void => {
    if (minor === null || on === null) return;
    const answer = ask([
      { type: 'budget/record', id: line.id, entry: newId('i'), on, what, ref: ref.trim() === '' ? null : ref, minor, currency, commitment },
    ]);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Record an invoice on ${line.name}`}
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            submit
            forbid={what.trim() === '' ? 'Say what it is for' : minor === null ? 'Give the amount' : on === null ? 'Choose its date' : null}
          >
            Record it
          </Button>
        </>
      }
    >
      <TextField label="What for" value={what} onChange={setWhat} maxLength={200} autoFocus />
      <Columns>
        <DateField label="Invoice date" value={on} onChange={setOn} />
        <TextField label="Invoice number" optional value={ref} onChange={setRef} maxLength={80} />
      </Columns>
      <Columns>
        <MoneyField
          label="Amount"
          hint="A credit note is negative."
          currency={isCurrency(currency) ? currency : null}
          value={minor}
          onChange={setMinor}
        />
        <TextField label="Currency" value={currency} onChange={(c) => setCurrency(c.toUpperCase())} maxLength={3} />
      </Columns>
      {converted !== null && (
        <p className="mut sm">Counts as {moneyFull({ minor: converted, currency: line.currency })} by the rate of its day.</p>
      )}
      {open.length > 0 && (
        <SelectField
          label="Pays the commitment"
          optional
          clearable
          value={commitment}
          onChange={(id) => setCommitment(id as CommitmentId | null)}
          choices={open.map((c) => ({
            value: c.id,
            label: `${c.what}, ${moneyFull({ minor: openOf(line, c), currency: line.currency })} open`,
          }))}
          placeholder="None"
        />
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
