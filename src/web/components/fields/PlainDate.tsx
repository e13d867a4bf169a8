import { isDay, type Day } from '../../../kernel/day.ts';
import css from './Field.module.css';

type Props = {
  readonly id: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly value: Day | null;
  readonly onChange: (value: Day | null) => void;
  readonly earliest?: Day;
  readonly latest?: Day;
  /** Said to the calendar only: here the browser itself keeps to days that exist. */
  readonly unread?: boolean;
  readonly clearable?: boolean;
  readonly onUnread?: (why: string | null) => void;
  readonly onLeave?: () => void;
};

/** The browser's own date field. */
export const PlainDate = ({ value, onChange, earliest, latest, id, 'aria-describedby': told, 'aria-invalid': wrong }: Props) => (
  <input
    id={id}
    aria-describedby={told}
    aria-invalid={wrong}
    className={css.control}
    type="date"
    value={value ?? ''}
    min={earliest}
    max={latest}
    onChange={(event) => onChange(isDay(event.target.value) ? event.target.value : null)}
  />
);
