import { lazy, Suspense } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { Field, type FieldProps } from './Field.tsx';
import { PlainDate } from './PlainDate.tsx';
import css from './Field.module.css';

const calendar = async () => (await import('./CalendarInput.tsx')).CalendarInput;
/** Where the calendar cannot be fetched (offline), the browser's own field does. */
const Calendar = lazy(async () => ({ default: await calendar().catch(() => PlainDate) }));

export type DateProps = FieldProps & {
  readonly value: Day | null;
  readonly onChange: (value: Day | null) => void;
  readonly earliest?: Day;
  readonly latest?: Day;
};

/** A day: typed ("21 May 2026", 2026-05-21) or picked. The calendar is fetched with the first field that needs it. */
export const DateField = ({ value, onChange, earliest, latest, ...field }: DateProps) => (
  <Field {...field}>
    {(wired) => (
      <Suspense fallback={<input {...wired} className={css.control} readOnly value={value ?? ''} />}>
        <Calendar {...wired} value={value} onChange={onChange} {...(earliest && { earliest })} {...(latest && { latest })} />
      </Suspense>
    )}
  </Field>
);
