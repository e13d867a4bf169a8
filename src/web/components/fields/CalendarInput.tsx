import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import '@mantine/dates/styles.layer.css';
import { isDay, type Day } from '../../../kernel/day.ts';
import './calendar.css';
import css from './Field.module.css';

type Props = {
  readonly id: string;
  readonly value: Day | null;
  readonly onChange: (value: Day | null) => void;
  readonly earliest?: Day;
  readonly latest?: Day;
};

/** Mantine's date input, in our tokens and with our days. */
export const CalendarInput = ({ value, onChange, earliest, latest, ...wired }: Props) => (
  <DateInput
    {...wired}
    value={value}
    onChange={(day) => onChange(day && isDay(day) ? day : null)}
    valueFormat="D MMM YYYY"
    placeholder="21 May 2026"
    firstDayOfWeek={1}
    {...(earliest && { minDate: earliest })}
    {...(latest && { maxDate: latest })}
    variant="unstyled"
    classNames={{ input: css.control ?? '' }}
    rightSection={<IconCalendar size={15} stroke={1.6} aria-hidden="true" />}
    rightSectionPointerEvents="none"
    popoverProps={{ offset: 4, zIndex: 400 }}
    previousLabel="Previous month"
    nextLabel="Next month"
  />
);
