import { MultiSelect } from '@mantine/core';
import type { Moscow, PriorityTerms } from '../../../domain/blueprint/priority.ts';
import { addDays } from '../../../kernel/day.ts';
import { quarterNamed, type Fiscal } from '../../../kernel/fiscal.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Field } from '../../components/fields/Field.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useCompany } from '../../state/company.tsx';

export type PriorityDraft = Omit<PriorityTerms, 'effortDays'> & { readonly effortDays: number | null; readonly owner: PersonId | null };

/** A draft that spans the whole quarter. */
export const emptyPriority = (fiscal: Fiscal, period: string): PriorityDraft => {
  const { from, to } = quarterNamed(fiscal, period)!;
  return { title: '', moscow: 'should', outcomes: [], effortDays: null, budgetMinor: null, from, to: addDays(to, -1), owner: null };
};

const CLASSES: readonly { readonly value: Moscow; readonly label: string }[] = [
  { value: 'must', label: 'Must have' },
  { value: 'should', label: 'Should have' },
  { value: 'could', label: 'Could have' },
  { value: 'wont', label: 'Won’t have this time' },
];

/** What a priority is made of. */
export const PriorityFields = ({
  draft,
  onChange,
}: {
  readonly draft: PriorityDraft;
  readonly onChange: (draft: PriorityDraft) => void;
}) => {
  const { book, company } = useCompany();
  const set = (change: Partial<PriorityDraft>): void => onChange({ ...draft, ...change });
  const outcomes = [...book.outcome.values()]
    .filter((o) => !o.retired || draft.outcomes.includes(o.id))
    .map((o) => ({ value: o.id, label: o.name }));
  return (
    <>
      <TextField
        label="Title"
        hint="What will be done, not a task."
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={200}
        autoFocus
      />
      <Field label="Serves the outcomes">
        {(wired) => (
          <MultiSelect
            {...wired}
            data={outcomes}
            value={[...draft.outcomes]}
            onChange={(ids) => set({ outcomes: ids })}
            searchable
            nothingFoundMessage="No such outcome"
            comboboxProps={{ zIndex: 400 }}
          />
        )}
      </Field>
      <Columns>
        <SelectField
          label="Class"
          value={draft.moscow}
          onChange={(moscow) => moscow && set({ moscow: moscow as Moscow })}
          choices={CLASSES}
        />
        <PersonField label="Owner" optional value={draft.owner} onChange={(owner) => set({ owner })} />
      </Columns>
      <Columns>
        <NumberField label="Effort" unit="days" value={draft.effortDays} onChange={(effortDays) => set({ effortDays })} />
        <MoneyField
          label="Money"
          optional
          currency={company.currency}
          value={draft.budgetMinor}
          onChange={(budgetMinor) => set({ budgetMinor })}
        />
      </Columns>
      <Columns>
        <DateField label="From" value={draft.from} onChange={(from) => from && set({ from })} />
        <DateField label="To" value={draft.to} onChange={(to) => to && set({ to })} />
      </Columns>
    </>
  );
};
