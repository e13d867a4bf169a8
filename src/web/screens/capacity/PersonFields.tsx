import { TagsInput } from '@mantine/core';
import type { CalendarId, TeamId } from '../../../kernel/ids.ts';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Field } from '../../components/fields/Field.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './PersonFields.module.css';
import { evenShares, type PersonDraft } from './person-draft.ts';

type Props = { readonly draft: PersonDraft; readonly onChange: (draft: PersonDraft) => void };

/** Hours, focus, team, calendar and skills of a person. */
export const PersonFields = ({ draft, onChange }: Props) => {
  const { book } = useCompany();
  const set = (change: Partial<PersonDraft>): void => onChange({ ...draft, ...change });
  const teams = [...book.team.values()].filter((t) => !t.retired).map((t) => ({ value: t.id, label: t.name }));
  const calendars = [...book.calendar.values()].filter((c) => !c.retired).map((c) => ({ value: c.id, label: c.name }));
  const known = [...new Set([...book.capacity.values()].flatMap((p) => p.skills.map((s) => s.skill)))].toSorted();
  const sum = draft.skills.reduce((all, s) => all + s.share, 0);
  return (
    <>
      <Columns>
        <NumberField label="Hours a week" unit="h" value={draft.hours} onChange={(hours) => set({ hours })} />
        <DateField label="From" hint="Earlier weeks stay as they are." value={draft.from} onChange={(from) => from && set({ from })} />
      </Columns>
      <NumberField
        label="Focus"
        optional
        hint="Share of that time for planned work; empty: the team’s."
        unit="%"
        value={draft.focus}
        onChange={(focus) => set({ focus })}
      />
      <SelectField
        label="Team"
        optional
        clearable
        value={draft.team}
        onChange={(team) => set({ team: team as TeamId | null })}
        choices={teams}
        placeholder={teams.length === 0 ? 'No team yet' : 'None'}
      />
      <SelectField
        label="Working calendar"
        optional
        clearable
        hint="Empty: the team’s."
        value={draft.calendar}
        onChange={(calendar) => set({ calendar: calendar as CalendarId | null })}
        choices={calendars}
        placeholder={calendars.length === 0 ? 'No calendar yet' : 'The team’s'}
      />
      <Field label="Skills" optional hint="Type a skill and press Enter. The shares say where the time goes.">
        {(wired) => (
          <TagsInput
            {...wired}
            data={known}
            value={draft.skills.map((s) => s.skill)}
            onChange={(names) => set({ skills: evenShares(names) })}
            comboboxProps={{ zIndex: 400 }}
            maxTags={20}
          />
        )}
      </Field>
      {draft.skills.length > 1 && (
        <div className={css.shares} role="group" aria-label="Share of each skill">
          {draft.skills.map(({ skill, share }) => (
            <NumberField
              key={skill}
              label={skill}
              unit="%"
              value={share}
              onChange={(next) => set({ skills: draft.skills.map((s) => (s.skill === skill ? { skill, share: next ?? 0 } : s)) })}
            />
          ))}
          {sum !== 100 && (
            <p className={css.sum} role="status">
              Together {sum} %; {sum > 100 ? `${sum - 100} % too much` : `${100 - sum} % are missing`}.
            </p>
          )}
        </div>
      )}
    </>
  );
};
