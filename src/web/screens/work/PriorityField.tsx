import type { PriorityId } from '../../../kernel/ids.ts';
import { quarterWords } from '../../../views/words/format.ts';
import type { FieldProps } from '../../components/fields/Field.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { useCompany } from '../../state/company.tsx';

type Props = FieldProps & { readonly value: PriorityId | null; readonly onChange: (value: PriorityId | null) => void };

/** A priority of the Blueprint, the newest period first. */
export const PriorityField = ({ value, onChange, ...field }: Props) => {
  const { book } = useCompany();
  const choices = [...book.priority.values()]
    .filter((p) => !p.retired || p.id === value)
    .toSorted((a, b) => b.period.localeCompare(a.period) || a.title.localeCompare(b.title))
    .map((p) => ({ value: p.id, label: `${p.title}, ${quarterWords(p.period)}` }));
  return (
    <SelectField
      {...field}
      value={value}
      onChange={(id) => onChange(id as PriorityId | null)}
      choices={choices}
      placeholder="No priority"
      clearable
    />
  );
};
