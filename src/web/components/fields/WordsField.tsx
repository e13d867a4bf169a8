import { Field, type FieldProps } from './Field.tsx';
import css from './Field.module.css';

type Props = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
};

/** Words that people will agree to, or that say why: serif, as they will stand. */
export const WordsField = ({ value, onChange, placeholder, maxLength = 4000, autoFocus, ...field }: Props) => (
  <Field {...field}>
    {(wired) => (
      <textarea
        {...wired}
        className={`${css.control} ${css.words}`}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        rows={3}
        data-autofocus={autoFocus || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
