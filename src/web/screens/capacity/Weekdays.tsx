import { CheckField } from '../../components/fields/CheckField.tsx';
import css from './Lists.module.css';
import { WEEKDAYS } from './weekdays.ts';

type Props = { readonly value: readonly number[]; readonly onChange: (weekdays: readonly number[]) => void };

/** Which days of the week are worked. */
export const Weekdays = ({ value, onChange }: Props) => (
  <fieldset className={css.weekdays}>
    <legend>Working days</legend>
    {WEEKDAYS.map((name, i) => (
      <CheckField
        key={name}
        checked={value.includes(i + 1)}
        onChange={(on) => onChange(on ? [...value, i + 1] : value.filter((d) => d !== i + 1))}
      >
        {name}
      </CheckField>
    ))}
  </fieldset>
);
