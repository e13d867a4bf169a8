import { Field, type FieldProps } from '../../components/fields/Field.tsx';
import control from '../../components/fields/Field.module.css';
import css from './LinksScreen.module.css';

type Props = FieldProps & { readonly value: string; readonly onChange: (value: string) => void; readonly placeholder?: string };

/** Several lines of plain text: addresses, or a text they stand in. */
export const LinesField = ({ value, onChange, placeholder, ...field }: Props) => (
  <Field {...field}>
    {(wired) => (
      <textarea
        {...wired}
        className={`${control.control} ${css.area}`}
        rows={5}
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        onChange={(e) => onChange(e.currentTarget.value)}
      />
    )}
  </Field>
);
