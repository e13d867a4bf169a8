import { useRef, useState } from 'react';
import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import '@mantine/dates/styles.layer.css';
import { isDay, type Day } from '../../../kernel/day.ts';
import { typedDay } from '../../../views/words/read-day.ts';
import './calendar.css';
import css from './Field.module.css';

type Props = {
  readonly id: string;
  readonly value: Day | null;
  readonly onChange: (value: Day | null) => void;
  readonly earliest?: Day;
  readonly latest?: Day;
  /** Left empty, the day is none. */
  readonly clearable?: boolean;
  /** What stands in the field is not the value. */
  readonly unread: boolean;
  /** Why what was typed is no day that can stand here; null: it is one. */
  readonly onUnread: (why: string | null) => void;
  readonly onLeave: () => void;
};

/** Mantine's date input, in our tokens and with our days. */
export const CalendarInput = ({ value, onChange, earliest, latest, clearable, unread, onUnread, onLeave, ...wired }: Props) => {
  const [drawn, setDrawn] = useState(0);
  const reading = useRef(false);
  const read = (typed: string): Day | null => {
    const found = typedDay(typed, { earliest, latest });
    reading.current = 'day' in found;
    onUnread('day' in found || (clearable === true && typed.trim() === '') ? null : found.why);
    return 'day' in found ? found.day : null;
  };
  return (
    <DateInput
      {...wired}
      key={drawn}
      value={value}
      dateParser={read}
      onChange={(day) => {
        // Picked over something that could not be read: drawn anew, so that the day stands there and not the words.
        if (!reading.current && unread) setDrawn(drawn + 1);
        reading.current = false;
        onChange(day && isDay(day) ? day : null);
      }}
      fixOnBlur={!unread}
      onBlur={(event) => {
        if (clearable && value !== null && event.currentTarget.value.trim() === '') onChange(null);
        onLeave();
      }}
      onKeyDown={(event) => event.key === 'Enter' && onLeave()}
      data-unread={unread || undefined}
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
};
