import { useState } from 'react';
import { readNumber } from '../../../views/words/reading.ts';
import { Field, type FieldProps } from './Field.tsx';
import css from './Field.module.css';

export type NumberProps = FieldProps & {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** Stands at the end of the field: "days", "%", "EUR". */
  readonly unit?: string;
  readonly placeholder?: string;
  /** As it is written when it is not being typed. */
  readonly write?: (value: number) => string;
};

/** A number as people write it: 1,200 · 1.2k · 3.6 M. What cannot be read stays as typed and says so. */
export const NumberField = ({ value, onChange, unit, placeholder, write = String, error, ...field }: NumberProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const unread = typed !== null && typed.trim() !== '' && readNumber(typed) === null;
  return (
    <Field {...field} error={unread ? 'That is no number. Write 1,200 or 1.2k.' : error}>
      {(wired) => (
        <span className={css.unit}>
          <input
            {...wired}
            className={`${css.control} ${css.number}`}
            inputMode="decimal"
            autoComplete="off"
            value={typed ?? (value === null ? '' : write(value))}
            placeholder={placeholder}
            onChange={(event) => {
              setTyped(event.target.value);
              onChange(readNumber(event.target.value));
            }}
            onBlur={() => {
              if (!unread) setTyped(null);
            }}
          />
          {unit && <span>{unit}</span>}
        </span>
      )}
    </Field>
  );
};
