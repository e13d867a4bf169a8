import { useId, type ReactNode } from 'react';
import css from './Field.module.css';

export type FieldProps = {
  readonly label: string;
  /** What is meant, under the label. */
  readonly hint?: ReactNode;
  /** What is wrong with it and what to do; null where nothing is. */
  readonly error?: string | null | undefined;
  readonly optional?: boolean;
};
type Wired = { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': boolean | undefined };

/** Label, hint and error around any control, wired so that they are read out with it. */
export const Field = ({ label, hint, error, optional, children }: FieldProps & { readonly children: (wired: Wired) => ReactNode }) => {
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label} {optional && <span className={css.optional}>optional</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': told || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className={css.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
};
