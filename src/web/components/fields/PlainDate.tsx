import { isDay, type Day } from '../../../kernel/day.ts';
import css from './Field.module.css';

type Props = {
  readonly id: string;
  readonly value: Day | null;
  readonly onChange: (value: Day | null) => void;
  readonly earliest?: Day;
  readonly latest?: Day;
};

/** The browser's own date field. */
export const PlainDate = ({ value, onChange, earliest, latest, ...wired }: Props) => (
  <input
    {...wired}
    className={css.control}
    type="date"
    value={value ?? ''}
    min={earliest}
    max={latest}
    onChange={(event) => onChange(isDay(event.target.value) ? event.target.value : null)}
  />
);
