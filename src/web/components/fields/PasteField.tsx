import { Field, type FieldProps } from './Field.tsx';
import css from './Field.module.css';

type Props = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly rows?: number;
};

/** Room for lines out of a spreadsheet or a file: sans, since nobody agrees to them. */
export const PasteField = ({ value, onChange, placeholder, rows = 7, ...field }: Props) => (
  <Field {...field}>
    {(wired) => (
      <textarea
        {...wired}
        className={css.control}
        value={value}
        rows={rows}
        placeholder={placeholder}
        spellCheck={false}
        style={{ resize: 'vertical', height: 'auto' }}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
