import { useId, type ReactNode } from 'react';
import css from './ChoiceField.module.css';

export type Option<V extends string> = {
  readonly value: V;
  readonly text: ReactNode;
  readonly small?: ReactNode;
  /** Shown, and not to be chosen: `small` says where to take it instead. */
  readonly not?: boolean;
};
type Props<V extends string> = {
  readonly label: string;
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly options: readonly Option<V>[];
  readonly error?: string | null;
};

/** One of a few that have to be read. What does not count is shown too, disabled, with where to take it. */
export const ChoiceField = <V extends string>({ label, value, onChange, options, error }: Props<V>) => {
  const name = useId();
  return (
    <fieldset className={css.choices} aria-invalid={error ? true : undefined}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={option.not ? css.not : undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.not}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.text}
            {option.small && <small>{option.small}</small>}
          </span>
        </label>
      ))}
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
};
