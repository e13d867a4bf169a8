import { Field, type FieldProps } from './Field.tsx';
import css from './Field.module.css';

type Props = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'search';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
};

/** A line of text. */
export const TextField = ({ value, onChange, type = 'text', autoComplete = 'off', placeholder, maxLength, autoFocus, ...field }: Props) => (
  <Field {...field}>
    {(wired) => (
      <input
        {...wired}
        className={css.control}
        type={type}
        value={value}
        autoComplete={autoComplete}
        placeholder={placeholder}
        maxLength={maxLength}
        data-autofocus={autoFocus || undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a page or dialog whose only purpose is this field
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
