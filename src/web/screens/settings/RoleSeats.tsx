import { ROLES, type Role } from '../../../domain/company/company.ts';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { useCompany } from '../../state/company.tsx';
import { ROLE } from './roles.ts';
import css from './Settings.module.css';

type Props = {
  readonly role: Role;
  readonly seats: readonly string[];
  readonly onRole: (role: Role) => void;
  readonly onSeats: (seats: readonly string[]) => void;
};

/** What a person may do and sign for. */
export const RoleSeats = ({ role, seats, onRole, onSeats }: Props) => {
  const { company } = useCompany();
  return (
    <>
      <ChoiceField
        label="Role"
        value={role}
        onChange={onRole}
        options={ROLES.map((r) => ({ value: r, text: ROLE[r].name, small: `May ${ROLE[r].may}.` }))}
      />
      <fieldset className={css.seats}>
        <legend>Signs for</legend>
        {company.seats.map((s) => (
          <CheckField
            key={s.id}
            checked={seats.includes(s.id)}
            onChange={(on) => onSeats(on ? [...seats, s.id] : seats.filter((x) => x !== s.id))}
          >
            {s.title}
          </CheckField>
        ))}
      </fieldset>
    </>
  );
};
