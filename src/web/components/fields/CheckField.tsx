import type { ReactNode } from 'react';
import css from './CheckField.module.css';

type Props = {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
};

/** Yes or no. */
export const CheckField = ({ checked, onChange, children, disabled }: Props) => (
  <label className={css.check}>
    <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
    <span>{children}</span>
  </label>
);
