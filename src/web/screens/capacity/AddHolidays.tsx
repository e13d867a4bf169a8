import { useRef, useState } from 'react';
import type { Calendar } from '../../../domain/capacity/standing.ts';
import { partsOf } from '../../../kernel/day.ts';
import { COUNTRIES, holidaysOf, type Country } from '../../../kernel/holidays.ts';
import { readHolidays, type HolidaysRead } from '../../../views/capacity/read-holidays.ts';
import { dayWithWeekday, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Note } from '../../components/Note.tsx';
import { PastedProblems } from '../../components/PastedProblems.tsx';
import { PasteField } from '../../components/fields/PasteField.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import css from './Lists.module.css';

type From = 'country' | 'paste';
const NOTHING: HolidaysRead = { holidays: [], problems: [] };

/** Holidays for a calendar: of a country and year, or out of a list or a calendar file. Shown before they are added. */
export const AddHolidays = ({ calendar, onClose }: { readonly calendar: Calendar; readonly onClose: () => void }) => {
  const { ask, today } = useCompany();
  const [source, setSource] = useState<From>('country');
  const [country, setCountry] = useState<Country | null>(null);
  const [year, setYear] = useState<number | null>(partsOf(today).year);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const isYear = year !== null && Number.isInteger(year) && year > 1900 && year < 2200;
  const read: HolidaysRead =
    source === 'paste'
      ? text.trim() === ''
        ? NOTHING
        : readHolidays(text)
      : country && isYear
        ? { holidays: holidaysOf(country, year), problems: [] }
        : NOTHING;
  const known = new Map(calendar.holidays.map((h) => [h.day, h.name]));
  const fresh = read.holidays.filter((h) => known.get(h.day) !== h.name.trim());
  const add = (): void => {
    const answer = ask([{ type: 'calendar/add-holidays', id: calendar.id, holidays: fresh }]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `${tally(fresh.length, 'holiday')} added to ${calendar.name}.` });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={`Add holidays to ${calendar.name}`}
      onSubmit={() => fresh.length > 0 && add()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            submit
            forbid={fresh.length === 0 ? (read.holidays.length > 0 ? 'All of them are there already' : 'Nothing to add yet') : null}
          >
            {fresh.length === 0
              ? 'Add'
              : `Add ${tally(fresh.length, 'holiday')}${read.problems.length > 0 ? `, leave ${read.problems.length} out` : ''}`}
          </Button>
        </>
      }
    >
      <Segments
        label="Where they come from"
        value={source}
        onChoose={setSource}
        choices={[
          { value: 'country', text: 'A country' },
          { value: 'paste', text: 'A list or calendar file' },
        ]}
      />
      {source === 'country' ? (
        <Columns>
          <SelectField
            label="Country"
            value={country}
            onChange={(id) => setCountry(id as Country | null)}
            choices={COUNTRIES.map((c) => ({ value: c.id, label: c.name }))}
            placeholder="Choose"
          />
          <NumberField label="Year" value={year} onChange={setYear} />
        </Columns>
      ) : (
        <>
          <PasteField
            label="Holidays"
            hint="One a line, date and name: 2026-12-25, Christmas. Or the text of an .ics or .csv file."
            value={text}
            onChange={setText}
          />
          <Button size="small" onPress={() => file.current?.click()}>
            Choose a file
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".ics,.csv,.txt,text/calendar,text/csv"
            aria-label="Calendar file"
            onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setText)}
          />
        </>
      )}
      <PastedProblems problems={read.problems} />
      {fresh.length > 0 && (
        // A list that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={css.scroll} role="region" aria-label="What will be added" tabIndex={0}>
          <ul className={css.list}>
            {fresh.map((h) => (
              <li key={`${h.day} ${h.name}`}>
                <span>
                  {dayWithWeekday(h.day)}
                  <small>{h.name}</small>
                </span>
                {known.has(h.day) && <small>replaces “{known.get(h.day)}”</small>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
