/**
 * Working time: how many person-days one person can give on a day, out of what was recorded.
 *
 * A person-day is eight hours. Weekly hours are spread evenly over the weekdays of the person's calendar (his own, else
 * his team's, else Monday to Friday); a holiday or a day off takes its share away, half a day half of it; the focus
 * factor (his own, else his team's, else 1) is what is left for planned work.
 */
import { addDays, dayNumber, dayFromNumber, type Day } from '../../kernel/day.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { isWorkday, MONDAY_TO_FRIDAY, type WorkCalendar } from '../../kernel/workdays.ts';
import { dayIn } from '../../kernel/zone.ts';
import { inForce } from './dated.ts';
import type { Absence, PeopleBook, PersonCapacity } from './standing.ts';

/** Hours of one person-day: the convention of the whole product. */
export const HOURS_PER_DAY = 8;

/** What one day of one person is made of, all in person-days: `gross` the hours of that day, then what is taken away, then `net`. */
export type WorkingDay = {
  readonly gross: number;
  readonly holiday: number;
  readonly off: number;
  /** Meetings, mail and all else that is not planned work. */
  readonly unfocused: number;
  readonly net: number;
};

const NONE: WorkingDay = { gross: 0, holiday: 0, off: 0, unfocused: 0, net: 0 };

/** The calendar a person follows. */
export const calendarOf = (book: PeopleBook, person: PersonCapacity): WorkCalendar => {
  const id = person.calendar ?? (person.team && book.team.get(person.team)?.calendar) ?? null;
  const calendar = id === null ? undefined : book.calendar.get(id);
  return calendar ? { weekdays: calendar.weekdays, holidays: new Set(calendar.holidays.map((h) => h.day)) } : MONDAY_TO_FRIDAY;
};

/** The focus factor in force for a person on a day; 1 where nobody recorded one. */
export const focusOn = (book: PeopleBook, person: PersonCapacity, day: Day): number => {
  const team = person.team ? book.team.get(person.team) : undefined;
  return inForce(person.focus, day) ?? (team ? inForce(team.focus, day) : undefined) ?? 1;
};

/** The first day on which a person is no longer with the company; null while he is. */
export const leftOn = (book: PeopleBook, person: PersonId): Day | null => {
  const company = book.company.get('company');
  const left = company?.members[person]?.left ?? null;
  return left === null ? null : dayIn(company!.zone, left);
};

/** How much of a day is off: 0, a half or all of it. */
export const offOn = (absences: readonly Absence[], day: Day): number =>
  absences.reduce((most, { from, to, halfFirst, halfLast }) => {
    if (day < from || day > to) return most;
    return Math.max(most, (halfFirst && day === from) || (halfLast && day === to) ? 0.5 : 1);
  }, 0);

/** A person's days, to be asked one by one: looks up the calendar once. */
export const workingDays = (book: PeopleBook, id: PersonId): ((day: Day) => WorkingDay) => {
  const person = book.capacity.get(id);
  if (!person || person.hours.length === 0) return () => NONE;
  const calendar = calendarOf(book, person);
  const everyDay: WorkCalendar = { weekdays: calendar.weekdays, holidays: MONDAY_TO_FRIDAY.holidays };
  const left = leftOn(book, id);
  return (day) => {
    if (left !== null && day >= left) return NONE;
    const hours = inForce(person.hours, day) ?? 0;
    if (hours === 0 || !isWorkday(everyDay, day)) return NONE;
    const gross = hours / HOURS_PER_DAY / calendar.weekdays.length;
    if (!isWorkday(calendar, day)) return { gross, holiday: gross, off: 0, unfocused: 0, net: 0 };
    const off = gross * offOn(person.absences, day);
    const net = (gross - off) * focusOn(book, person, day);
    return { gross, holiday: 0, off, unfocused: gross - off - net, net };
  };
};

/** The sum of some working days. */
export const plusDays = (a: WorkingDay, b: WorkingDay): WorkingDay => ({
  gross: a.gross + b.gross,
  holiday: a.holiday + b.holiday,
  off: a.off + b.off,
  unfocused: a.unfocused + b.unfocused,
  net: a.net + b.net,
});

/** All days from `from` to before `to`, added up. */
export const workedIn = (days: (day: Day) => WorkingDay, from: Day, to: Day): WorkingDay => {
  let sum = NONE;
  for (let n = dayNumber(from), end = dayNumber(to); n < end; n++) sum = plusDays(sum, days(dayFromNumber(n)));
  return sum;
};

/** The weeks of a period, Monday to Monday; the first and the last are shorter where the period cuts them. */
export const weeksIn = (from: Day, to: Day): readonly { readonly from: Day; readonly to: Day }[] => {
  const weeks: { from: Day; to: Day }[] = [];
  for (let start = from; start < to;) {
    const monday = addDays(start, 7 - ((((dayNumber(start) + 3) % 7) + 7) % 7));
    const end = monday < to ? monday : to;
    weeks.push({ from: start, to: end });
    start = end;
  }
  return weeks;
};
