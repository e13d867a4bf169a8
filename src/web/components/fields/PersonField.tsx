import type { PersonId } from '../../../kernel/ids.ts';
import { useCompany } from '../../state/company.tsx';
import type { FieldProps } from './Field.tsx';
import { SelectField } from './SelectField.tsx';

type Props = FieldProps & {
  readonly value: PersonId | null;
  readonly onChange: (value: PersonId | null) => void;
  readonly clearable?: boolean;
  readonly placeholder?: string;
  /** Which members may be chosen. */ readonly among?: (person: PersonId) => boolean;
};

/** A member of the company. */
export const PersonField = ({ value, onChange, among = () => true, clearable, placeholder, ...field }: Props) => {
  const { company, nameOf } = useCompany();
  const members = Object.entries(company.members) as [PersonId, (typeof company.members)[PersonId]][];
  const choices = members
    .filter(([id, m]) => !m.left && among(id))
    .map(([id]) => ({ value: id, label: nameOf(id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <SelectField
      {...field}
      value={value}
      onChange={(id) => onChange(id as PersonId | null)}
      choices={choices}
      placeholder={placeholder ?? 'Nobody yet'}
      clearable={clearable ?? true}
    />
  );
};
