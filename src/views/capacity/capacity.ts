/** Capacity of a quarter as a page: who can give how much in which week, what is planned against it, and which skill is short. */
import type { Book } from '../../domain/book.ts';
import { daysBySkill, recordedPeople } from '../../domain/capacity/recorded.ts';
import { inForce } from '../../domain/capacity/dated.ts';
import { focusOn, leftOn, plusDays, weeksIn, workedIn, workingDays } from '../../domain/capacity/working.ts';
import type { Day } from '../../kernel/day.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import type { PersonId, TeamId } from '../../kernel/ids.ts';
import type { CapacityPage, PersonWeeks, SkillLine, Week } from './page.ts';
import { effortWithin, plannedIn, type Planned } from './planned.ts';
import { capacityWords } from './words.ts';

/** The page of one fiscal quarter; `team` leaves out everybody else. Throws RangeError for a name that is no quarter. */
export const capacityPage = (book: Book, period: string, today: Day, nameOf: (person: PersonId) => string, team?: TeamId): CapacityPage => {
  const quarter = quarterNamed(book.company.get('company')!.fiscal, period);
  if (!quarter) throw new RangeError(`no quarter of this company: ${period}`);
  const { from, to } = quarter;
  const weeks = weeksIn(from, to);
  const people = recordedPeople(book, team)
    .map((person) => personWeeks(book, person, weeks, from, to))
    .filter((p) => p.total.gross > 0 || p.leftOn === null || p.leftOn >= from)
    .toSorted((a, b) => nameOf(a.person).localeCompare(nameOf(b.person)));
  const planned = plannedIn(book, period);
  const total = people.length === 0 ? null : people.map((p) => p.total).reduce(plusDays);
  const skills = skillLines(book, people, planned);
  const page = {
    from,
    to,
    weeks,
    people,
    total,
    byWeek: weeks.map((week, i) => ({
      days: people.reduce((sum, p) => sum + p.weeks[i]!.net, 0),
      planned: effortWithin(planned.priorities, week.from, week.to),
    })),
    skills,
    unskilled: people.reduce((sum, p) => sum + (p.record.skills.length === 0 ? p.total.net : 0), 0),
    planned,
    silent: team === undefined ? silentIn(book) : [],
  };
  return { ...page, ...capacityWords(book, page, period, today, nameOf) };
};

const personWeeks = (book: Book, person: PersonId, weeks: readonly Week[], from: Day, to: Day): PersonWeeks => {
  const record = book.capacity.get(person)!;
  const team = (record.team && book.team.get(record.team)) || null;
  const days = workingDays(book, person);
  const each = weeks.map((week) => workedIn(days, week.from, week.to));
  const counts = record.hours.find((h) => h.from > from && h.from < to)?.from;
  const on = inForce(record.hours, from) === undefined && counts !== undefined ? counts : from;
  const calendar = record.calendar ?? team?.calendar ?? null;
  return {
    person,
    record,
    team,
    hours: inForce(record.hours, on) ?? null,
    focus: focusOn(book, record, on),
    calendar: calendar === null ? null : (book.calendar.get(calendar)?.name ?? null),
    total: each.reduce(plusDays),
    weeks: each,
    absences: record.absences.filter((a) => a.from < to && a.to >= from),
    leftOn: leftOn(book, person),
  };
};

/** What there is of each skill and what the work asks of it; skills that nobody has are listed too. */
const skillLines = (book: Book, people: readonly PersonWeeks[], planned: Planned): readonly SkillLine[] => {
  const there = daysBySkill(
    book,
    people.map((p) => ({ id: p.person, days: p.total.net })),
  );
  const needs = new Map(planned.bySkill.map(({ skill, days }) => [skill.toLowerCase(), days]));
  const known = new Set(there.map(({ skill }) => skill.toLowerCase()));
  return [
    ...there.map(({ skill, days }) => ({ skill, days, needed: planned.sized > 0 ? (needs.get(skill.toLowerCase()) ?? 0) : null })),
    ...planned.bySkill.filter(({ skill }) => !known.has(skill.toLowerCase())).map(({ skill, days }) => ({ skill, days: 0, needed: days })),
  ];
};

/** Owners and marketers do the work; a stakeholder or viewer need not be recorded. */
const silentIn = (book: Book): readonly PersonId[] =>
  (Object.entries(book.company.get('company')!.members) as [PersonId, { role: string; left: string | null }][])
    .filter(([id, m]) => !m.left && (m.role === 'owner' || m.role === 'marketer') && (book.capacity.get(id)?.hours.length ?? 0) === 0)
    .map(([id]) => id);
