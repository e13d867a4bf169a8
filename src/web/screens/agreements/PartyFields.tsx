import type { Party } from '../../../domain/agreements/expectation.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { Columns } from '../../components/fields/Columns.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { useCompany } from '../../state/company.tsx';

/** One side: a seat, or a person, or a person for a seat. */
export const PartyFields = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Party;
  readonly onChange: (value: Party) => void;
}) => {
  const { company } = useCompany();
  const holds = (person: PersonId): boolean => value.seat === null || company.members[person]!.seats.includes(value.seat);
  return (
    <Columns>
      <SelectField
        label={label}
        value={value.seat}
        placeholder="No seat: a person alone"
        clearable
        choices={company.seats.map((s) => ({ value: s.id, label: s.title }))}
        onChange={(seat) => onChange({ seat, person: null })}
      />
      <PersonField
        label={value.seat === null ? 'Who signs?' : 'Who signs for it?'}
        placeholder={value.seat === null ? 'Choose somebody' : 'Whoever holds the seat'}
        optional={value.seat !== null}
        value={value.person}
        among={holds}
        onChange={(person) => onChange({ ...value, person })}
      />
    </Columns>
  );
};
