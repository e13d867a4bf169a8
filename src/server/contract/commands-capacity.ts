/** Commands about people and their time, as they travel. */
import { z } from 'zod';
import { command, ids, note, said } from './command-shape.ts';
import { day } from './shape.ts';

const number = z.number();
const weekdays = z.array(number.int()).max(7);
const calendarOrNone = ids.calendar.nullable();

export const capacity = {
  'calendar/draw': command('calendar/draw', { id: ids.calendar, name: said, weekdays }),
  'calendar/rename': command('calendar/rename', { id: ids.calendar, name: said }),
  'calendar/choose-weekdays': command('calendar/choose-weekdays', { id: ids.calendar, weekdays }),
  'calendar/add-holidays': command('calendar/add-holidays', {
    id: ids.calendar,
    holidays: z.array(z.strictObject({ day, name: said })).max(500),
  }),
  'calendar/remove-holiday': command('calendar/remove-holiday', { id: ids.calendar, day }),
  'calendar/retire': command('calendar/retire', { id: ids.calendar, why: note }),
  'team/form': command('team/form', { id: ids.team, name: said, calendar: calendarOrNone }),
  'team/rename': command('team/rename', { id: ids.team, name: said }),
  'team/follow-calendar': command('team/follow-calendar', { id: ids.team, calendar: calendarOrNone }),
  'team/set-focus': command('team/set-focus', { id: ids.team, from: day, focus: number }),
  'team/retire': command('team/retire', { id: ids.team, why: note }),
  'capacity/set-hours': command('capacity/set-hours', { person: ids.person, from: day, hours: number }),
  'capacity/set-focus': command('capacity/set-focus', { person: ids.person, from: day, focus: number.nullable() }),
  'capacity/name-skills': command('capacity/name-skills', {
    person: ids.person,
    skills: z.array(z.strictObject({ skill: said, share: number })).max(20),
  }),
  'capacity/join-team': command('capacity/join-team', { person: ids.person, team: ids.team.nullable() }),
  'capacity/follow-calendar': command('capacity/follow-calendar', { person: ids.person, calendar: calendarOrNone }),
  'capacity/take-off': command('capacity/take-off', {
    person: ids.person,
    id: ids.absence,
    from: day,
    to: day,
    halfFirst: z.boolean(),
    halfLast: z.boolean(),
  }),
  'capacity/cancel-off': command('capacity/cancel-off', { person: ids.person, id: ids.absence }),
};
