import { useState } from 'react';
import { quarterOf } from '../../../kernel/fiscal.ts';
import type { CalendarId } from '../../../kernel/ids.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';

/** Forms a team with its calendar and focus factor. */
export const AddTeam = ({ onClose }: { readonly onClose: () => void }) => {
  const { book, ask, company, today } = useCompany();
  const [name, setName] = useState('');
  const [calendar, setCalendar] = useState<CalendarId | null>(null);
  const [focus, setFocus] = useState<number | null>(80);
  const [refused, setRefused] = useState<string | null>(null);
  const add = (): void => {
    const id = newId('t');
    const from = quarterOf(company.fiscal, today).from;
    const answer = ask([
      { type: 'team/form', id, name, calendar },
      ...(focus === null ? [] : [{ type: 'team/set-focus', id, from, focus: focus / 100 } as const]),
    ]);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Form a team"
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={name.trim() === '' ? 'Give it a name' : null}>
            Form it
          </Button>
        </>
      }
    >
      <TextField label="Name" value={name} onChange={setName} maxLength={80} autoFocus />
      <SelectField
        label="Working calendar"
        optional
        clearable
        value={calendar}
        onChange={(id) => setCalendar(id as CalendarId | null)}
        choices={[...book.calendar.values()].filter((c) => !c.retired).map((c) => ({ value: c.id, label: c.name }))}
        placeholder="None yet"
      />
      <NumberField
        label="Focus"
        optional
        hint="Share of the working time that goes into planned work, from this quarter on."
        unit="%"
        value={focus}
        onChange={setFocus}
      />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
