/** Who may give how much, and when: the rules about a person's recorded capacity. */
import type { AbsenceId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, fresh, span, stands, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import { withDated } from './dated.ts';
import type { CapacityCommand, CapacityEvent, CapacityRefusal } from './people.ts';
import type { PeopleBook, PersonCapacity, SkillShare } from './standing.ts';
import { calendarStands, focusFine } from './team.ts';

const nothing = (person: PersonId): PersonCapacity => ({
  person,
  team: null,
  calendar: null,
  skills: [],
  hours: [],
  focus: [],
  absences: [],
});

/** Capacity is that of people who belong to the company. */
const belongs = (book: PeopleBook, person: PersonId): Result<null, Basic> => {
  const member = book.company.get('company')?.members[person];
  return member && !member.left ? ok(null) : refuse({ code: 'not-there', thing: 'member', id: person });
};

const skillsFine = (skills: readonly SkillShare[]): Result<null, CapacityRefusal> => {
  const checked = all(...skills.map(({ skill }) => text('skill', skill, 60)));
  if (!checked.ok) return checked;
  const folded = skills.map(({ skill }) => skill.trim().toLowerCase());
  const twice = skills.find((_, i) => folded.indexOf(folded[i]!) < i);
  if (twice) return refuse({ code: 'skill-twice', skill: twice.skill.trim() });
  const whole = skills.every(({ share }) => Number.isInteger(share) && share > 0);
  const sum = skills.reduce((all100, { share }) => all100 + share, 0);
  return skills.length === 0 || (whole && sum === 100) ? ok(null) : refuse({ code: 'shares-not-whole' });
};

const absent = (now: PersonCapacity | undefined, id: AbsenceId): Result<null, Basic> =>
  now?.absences.some((a) => a.id === id) ? ok(null) : refuse({ code: 'not-there', thing: 'absence', id });

export const capacity: Decider<PersonId, PersonCapacity, CapacityCommand, CapacityEvent, CapacityRefusal, PeopleBook> = {
  keyOf: (message) => message.person,
  decide: {
    'capacity/set-hours': (_, { person, from, hours }, __, book) => {
      const checked = all(belongs(book, person), day('from', from));
      if (!checked.ok) return checked;
      if (!(Number.isFinite(hours) && hours >= 0 && hours <= 80)) return refuse({ code: 'hours-out-of-range' });
      return ok([{ type: 'capacity/hours-set', person, from, hours }]);
    },
    'capacity/set-focus': (_, { person, from, focus }, __, book) => {
      const checked = all(belongs(book, person), day('from', from));
      if (!checked.ok) return checked;
      const fine = focus === null ? ok(null) : focusFine(focus);
      return fine.ok ? ok([{ type: 'capacity/focus-set', person, from, focus }]) : fine;
    },
    'capacity/name-skills': (now, { person, skills }, _, book) => {
      const checked = belongs(book, person);
      if (!checked.ok) return checked;
      const fine = skillsFine(skills);
      if (!fine.ok) return fine;
      const named = skills.map(({ skill, share }) => ({ skill: skill.trim(), share }));
      const stand = JSON.stringify(now?.skills ?? []) === JSON.stringify(named);
      return ok(stand ? [] : [{ type: 'capacity/skills-named', person, skills: named }]);
    },
    'capacity/join-team': (now, { person, team }, _, book) => {
      const checked = all(belongs(book, person), team === null ? ok(null) : stands('team', team, book.team.get(team)));
      return checked.ok ? ok((now?.team ?? null) === team ? [] : [{ type: 'capacity/team-joined', person, team }]) : checked;
    },
    'capacity/follow-calendar': (now, { person, calendar }, _, book) => {
      const checked = all(belongs(book, person), calendarStands(book, calendar));
      return checked.ok
        ? ok((now?.calendar ?? null) === calendar ? [] : [{ type: 'capacity/calendar-followed', person, calendar }])
        : checked;
    },
    'capacity/take-off': (now, { person, id, from, to, halfFirst, halfLast }, _, book) => {
      const taken = now?.absences.find((a) => a.id === id);
      const checked = all(belongs(book, person), fresh('absence', 'a', id, taken), span(from, to));
      return checked.ok ? ok([{ type: 'capacity/time-off-taken', person, id, from, to, halfFirst, halfLast }]) : checked;
    },
    'capacity/cancel-off': (now, { person, id }, _, book) => {
      const checked = all(belongs(book, person), absent(now, id));
      return checked.ok ? ok([{ type: 'capacity/time-off-cancelled', person, id }]) : checked;
    },
  },
  evolve: {
    'capacity/hours-set': (was, { person, from, hours }) => {
      const now = was ?? nothing(person);
      return { ...now, hours: withDated(now.hours, from, hours) };
    },
    'capacity/focus-set': (was, { person, from, focus }) => {
      const now = was ?? nothing(person);
      return { ...now, focus: withDated(now.focus, from, focus) };
    },
    'capacity/skills-named': (was, { person, skills }) => ({ ...(was ?? nothing(person)), skills }),
    'capacity/team-joined': (was, { person, team }) => ({ ...(was ?? nothing(person)), team }),
    'capacity/calendar-followed': (was, { person, calendar }) => ({ ...(was ?? nothing(person)), calendar }),
    'capacity/time-off-taken': (was, { type: _type, person, ...absence }) => {
      const now = was ?? nothing(person);
      return { ...now, absences: [...now.absences, absence].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)) };
    },
    'capacity/time-off-cancelled': (was, { person, id }) => {
      const now = was ?? nothing(person);
      return { ...now, absences: now.absences.filter((a) => a.id !== id) };
    },
  },
};
