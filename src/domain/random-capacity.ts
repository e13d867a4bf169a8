/** Commands at random about people, their time and money. */
import type { Command } from './book.ts';
import type { Draw } from './random-draw.ts';

type Asked = Extract<Command, { readonly type: `${'calendar' | 'team' | 'capacity'}/${string}` }>;
type Makers = { readonly [T in Asked['type']]: (d: Draw) => Omit<Extract<Asked, { readonly type: T }>, 'type'> };

const known = <K extends string>(d: Draw, keys: Iterable<K>, none: K): K => {
  const all = [...keys];
  return all.length === 0 || d.random.chance(0.05) ? none : d.random.pick(all);
};
const calendar = (d: Draw) => known(d, d.book.calendar.keys(), 'd_none');
const team = (d: Draw) => known(d, d.book.team.keys(), 't_none');
const maybe = <T>(d: Draw, make: (d: Draw) => T): T | null => (d.random.chance(0.4) ? null : make(d));
const weekdays = (d: Draw): number[] => d.random.pick([[1, 2, 3, 4, 5], [1, 2, 3, 4], [6, 5, 5], [], [8]]);

export const CAPACITY_MAKERS: Makers = {
  'calendar/draw': (d) => ({ id: d.fresh('d'), name: d.text(), weekdays: weekdays(d) }),
  'calendar/rename': (d) => ({ id: calendar(d), name: d.text() }),
  'calendar/choose-weekdays': (d) => ({ id: calendar(d), weekdays: weekdays(d) }),
  'calendar/add-holidays': (d) => ({ id: calendar(d), holidays: [{ day: d.day(), name: d.text() }] }),
  'calendar/remove-holiday': (d) => {
    const id = calendar(d);
    const holidays = d.book.calendar.get(id)?.holidays ?? [];
    return { id, day: holidays.length > 0 && d.random.chance(0.8) ? d.random.pick(holidays).day : d.day() };
  },
  'calendar/retire': (d) => ({ id: calendar(d), why: d.note() }),
  'team/form': (d) => ({ id: d.fresh('t'), name: d.text(), calendar: maybe(d, calendar) }),
  'team/rename': (d) => ({ id: team(d), name: d.text() }),
  'team/follow-calendar': (d) => ({ id: team(d), calendar: maybe(d, calendar) }),
  'team/set-focus': (d) => ({ id: team(d), from: d.day(), focus: d.random.pick([0, 0.5, 0.8, 1, 1.1]) }),
  'team/retire': (d) => ({ id: team(d), why: d.note() }),
  'capacity/set-hours': (d) => ({ person: d.person(), from: d.day(), hours: d.random.pick([0, 20, 32, 37.5, 40, 400]) }),
  'capacity/set-focus': (d) => ({ person: d.person(), from: d.day(), focus: d.random.pick([null, 0.6, 0.75, -1]) }),
  'capacity/name-skills': (d) => ({
    person: d.person(),
    skills: d.random.pick([
      [],
      [{ skill: 'Content', share: 100 }],
      [
        { skill: 'Design', share: 60 },
        { skill: d.random.pick(['Web', 'design']), share: 40 },
      ],
      [{ skill: 'Web', share: 30 }],
    ]),
  }),
  'capacity/join-team': (d) => ({ person: d.person(), team: maybe(d, team) }),
  'capacity/follow-calendar': (d) => ({ person: d.person(), calendar: maybe(d, calendar) }),
  'capacity/take-off': (d) => ({
    person: d.person(),
    id: d.fresh('a'),
    ...d.span(),
    halfFirst: d.random.chance(0.2),
    halfLast: d.random.chance(0.2),
  }),
  'capacity/cancel-off': (d) => {
    const person = d.person();
    return { person, id: d.book.capacity.get(person)?.absences[0]?.id ?? 'a_none' };
  },
};
