import { lazy, Suspense, useState } from 'react';
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
/** Typed, and no day that can stand here; `told` once the field was left. It holds as long as the value is still the one it was typed over. */
type Unread = { readonly why: string; readonly over: Day | null; readonly told: boolean };

/**
 * A day: typed ("21 May 2026", 2026-05-21) or picked. What cannot be read, or lies outside, stays as typed and says so; a dialog does nothing
 * while it stands. The calendar is fetched with the first field that needs it.
 */
export const DateField = ({ value, onChange, earliest, latest, error, ...field }: DateProps) => {
  const [typed, setTyped] = useState<Unread | null>(null);
  const unread = typed?.over === value ? typed : null;
  return (
    <Field {...field} error={unread?.told ? unread.why : error}>
      {(wired) => (
        <Suspense fallback={<input {...wired} className={css.control} readOnly value={value ?? ''} />}>
          <Calendar
            {...wired}
            value={value}
            onChange={(day) => {
              setTyped(null);
              onChange(day);
            }}
            unread={unread !== null}
            onUnread={(why) => setTyped(why === null ? null : { why, over: value, told: unread?.told ?? false })}
            onLeave={() => unread && setTyped({ ...unread, told: true })}
            {...(field.optional && { clearable: true })}
            {...(earliest && { earliest })}
            {...(latest && { latest })}
          />
        </Suspense>
      )}
    </Field>
  );
};
