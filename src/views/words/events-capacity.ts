/** Sentences of who can give how much, and when: calendars, teams, people. */
import type { CalendarEvent } from '../../domain/capacity/calendar.ts';
import type { CapacityEvent } from '../../domain/capacity/people.ts';
import type { TeamEvent } from '../../domain/capacity/team.ts';
import type { CalendarId, NoteId, PersonId, TeamId } from '../../kernel/ids.ts';
import { count, dayWords, list, percent, tally } from './format.ts';
import { thingTitle } from './names.ts';
import type { Sentences, Telling } from './telling.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const calendar = (id: CalendarId, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/plan/capacity/${id}` });
const team = (id: TeamId, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/plan/capacity/${id}` });
const person = (id: PersonId, text: string) => ({ text, quote: null, href: `/plan/capacity/${id}` });
const called = ({ book }: Telling, thing: 'calendar' | 'team', id: string): string => `“${thingTitle(book, thing, id)}”`;
const weekdays = (found: readonly number[]): string => list(found.map((d) => WEEKDAYS[d - 1]!));

export const CAPACITY_EVENTS: Sentences<CalendarEvent | TeamEvent | CapacityEvent> = {
  'calendar/drawn': ({ id, name, weekdays: works }) => calendar(id, `drew the working calendar “${name}”: ${weekdays(works)}`),
  'calendar/renamed': ({ id, name }) => calendar(id, `renamed a working calendar to “${name}”`),
  'calendar/weekdays-chosen': ({ id, weekdays: works }, t) => calendar(id, `let ${called(t, 'calendar', id)} work on ${weekdays(works)}`),
  'calendar/holidays-added': ({ id, holidays }, t) =>
    calendar(
      id,
      holidays.length === 1
        ? `put the holiday ${holidays[0]!.name}, ${dayWords(holidays[0]!.day, t.today)}, into ${called(t, 'calendar', id)}`
        : `put ${tally(holidays.length, 'holiday')} into ${called(t, 'calendar', id)}`,
    ),
  'calendar/holiday-removed': ({ id, day }, t) =>
    calendar(id, `made ${dayWords(day, t.today)} a working day in ${called(t, 'calendar', id)}`),
  'calendar/retired': ({ id, why }, t) => calendar(id, `retired the working calendar ${called(t, 'calendar', id)}`, why),

  'team/formed': ({ id, name }) => team(id, `formed the team “${name}”`),
  'team/renamed': ({ id, name }) => team(id, `renamed a team to “${name}”`),
  'team/calendar-followed': ({ id, calendar: to }, t) =>
    team(
      id,
      to === null
        ? `let the team ${called(t, 'team', id)} follow no working calendar`
        : `let the team ${called(t, 'team', id)} follow the working calendar ${called(t, 'calendar', to)}`,
    ),
  'team/focus-set': ({ id, from, focus }, t) =>
    team(id, `counted ${percent(focus)} of the time of the team ${called(t, 'team', id)} as planned work, from ${dayWords(from, t.today)}`),
  'team/retired': ({ id, why }, t) => team(id, `retired the team ${called(t, 'team', id)}`, why),

  'capacity/hours-set': ({ person: id, from, hours }, t) =>
    person(id, `recorded ${count(hours, 2)} hours a week for ${t.nameOf(id)}, from ${dayWords(from, t.today)}`),
  'capacity/focus-set': ({ person: id, from, focus }, t) =>
    person(
      id,
      focus === null
        ? `let ${t.nameOf(id)} have the focus factor of the team, from ${dayWords(from, t.today)}`
        : `counted ${percent(focus)} of the time of ${t.nameOf(id)} as planned work, from ${dayWords(from, t.today)}`,
    ),
  'capacity/skills-named': ({ person: id, skills }, t) =>
    person(
      id,
      skills.length === 0
        ? `recorded no skill for ${t.nameOf(id)}`
        : `recorded the skills of ${t.nameOf(id)}: ${list(skills.map(({ skill, share }) => `${skill} ${percent(share / 100)}`))}`,
    ),
  'capacity/team-joined': ({ person: id, team: to }, t) =>
    person(id, to === null ? `took ${t.nameOf(id)} out of the team` : `put ${t.nameOf(id)} into the team ${called(t, 'team', to)}`),
  'capacity/calendar-followed': ({ person: id, calendar: to }, t) =>
    person(
      id,
      to === null
        ? `let ${t.nameOf(id)} follow the working calendar of the team`
        : `let ${t.nameOf(id)} follow the working calendar ${called(t, 'calendar', to)}`,
    ),
  'capacity/time-off-taken': ({ person: id, from, to }, t) =>
    person(
      id,
      `recorded time off of ${t.nameOf(id)}, ${from === to ? dayWords(from, t.today) : `${dayWords(from, t.today)} to ${dayWords(to, t.today)}`}`,
    ),
  'capacity/time-off-cancelled': ({ person: id }, t) => person(id, `took back time off of ${t.nameOf(id)}`),
};
