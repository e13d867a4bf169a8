import { useState } from 'react';
import { useLocation } from 'wouter';
import { holidaysOf, COUNTRIES, type Country } from '../../../kernel/holidays.ts';
import { partsOf } from '../../../kernel/day.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { Weekdays } from './Weekdays.tsx';

/** Draws a working calendar; national holidays of this year and the next can come along. */
export const AddCalendar = ({ onClose }: { readonly onClose: () => void }) => {
  const { ask, today } = useCompany();
  const [, go] = useLocation();
  const [name, setName] = useState<string | null>(null);
  const [weekdays, setWeekdays] = useState<readonly number[]>([1, 2, 3, 4, 5]);
  const [country, setCountry] = useState<Country | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const called = name ?? COUNTRIES.find((c) => c.id === country)?.name.split(',')[0] ?? '';
  const { year } = partsOf(today);
  const add = (): void => {
    const id = newId('d');
    const holidays = country === null ? [] : [year, year + 1].flatMap((y) => holidaysOf(country, y));
    const answer = ask([
      { type: 'calendar/draw', id, name: called, weekdays },
      ...(holidays.length > 0 ? [{ type: 'calendar/add-holidays', id, holidays } as const] : []),
    ]);
    if (!answer.ok) return setRefused(answer.words);
    onClose();
    go(`/plan/capacity/${id}`);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Draw a working calendar"
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            submit
            forbid={called.trim() === '' ? 'Give it a name' : weekdays.length === 0 ? 'Choose a working day' : null}
          >
            Draw it
          </Button>
        </>
      }
    >
      <SelectField
        label="Start with the holidays of"
        optional
        clearable
        hint={`National holidays of ${year} and ${year + 1}; add those of your region afterwards.`}
        value={country}
        onChange={(id) => setCountry(id as Country | null)}
        choices={COUNTRIES.map((c) => ({ value: c.id, label: c.name }))}
        placeholder="None"
      />
      <TextField label="Name" value={called} onChange={setName} maxLength={80} />
      <Weekdays value={weekdays} onChange={setWeekdays} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
