/** What capacity says as a finding, and what was assumed. */
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import { quarterOf } from '../../kernel/fiscal.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { capital, count, list, plural, quarterWords } from '../words/format.ts';
import type { CapacityPage } from './page.ts';

type Counted = Omit<CapacityPage, 'title' | 'scope' | 'notes'>;
type Words = Pick<CapacityPage, 'title' | 'scope' | 'notes'>;

/** Person-days in a sentence: whole above ten, else with one digit. */
export const personDays = (n: number): string => count(n, Math.abs(n) < 10 ? 1 : 0);

export const capacityWords = (book: Book, page: Counted, period: string, today: Day, nameOf: (person: PersonId) => string): Words => {
  const { fiscal } = book.company.get('company')!;
  const when = quarterOf(fiscal, today).id === period ? 'this quarter' : `in ${quarterWords(period)}`;
  if (page.total === null)
    return {
      title: `Nobody’s time is recorded ${when} yet.`,
      scope: 'Weekly hours, holidays and time off say how many person-days the team can really give.',
      notes: [],
    };
  return {
    title: `${personDays(page.total.net)} person-days ${when}; ${verdictOf(page)}.`,
    scope: `${capital(plural(page.people.length, 'person', 'people'))}: ${personDays(page.total.gross)} days of paid time, less ${takenOf(page)}.`,
    notes: notesOf(page, nameOf),
  };
};

/** The worst news first: a skill that is short, then the whole, then what is free. */
const verdictOf = ({ total, planned, skills }: Counted): string => {
  const short = skills
    .filter((s) => s.needed !== null && s.needed - s.days >= 0.5)
    .toSorted((a, b) => b.needed! - b.days - (a.needed! - a.days));
  const over = planned.days - total!.net;
  const skillShort = short.map((s) => `${s.skill} is ${personDays(s.needed! - s.days)} short`);
  if (over >= 0.5) return list([`${personDays(over)} more are planned`, ...skillShort.slice(0, 1)]);
  if (skillShort.length > 0) return list(skillShort.slice(0, 2));
  return planned.priorities.length === 0 ? 'nothing is planned yet' : `${personDays(-over)} are free`;
};

const takenOf = ({ total }: Counted): string => {
  const { holiday, off, unfocused } = total!;
  const parts = [
    [holiday, 'of holidays'],
    [off, 'of time off'],
    [unfocused, 'that go into meetings and all else that is not planned work'],
  ] as const;
  const taken = parts.filter(([n]) => n > 0).map(([n, what]) => `${personDays(n)} ${what}`);
  return taken.length === 0 ? 'nothing: no holiday, time off or focus factor is recorded' : list(taken);
};

const notesOf = ({ people, silent, unskilled, planned }: Counted, nameOf: (person: PersonId) => string): readonly string[] => {
  const names = (ids: readonly PersonId[]): string => list(ids.map(nameOf));
  const uncalendared = people.filter((p) => p.calendar === null).map((p) => p.person);
  const unfocused = people.filter((p) => p.record.focus.length === 0 && (p.team?.focus.length ?? 0) === 0).map((p) => p.person);
  return [
    ...(silent.length > 0 ? [`No hours are recorded for ${names(silent)}; their time is not counted.`] : []),
    ...(uncalendared.length > 0 ? [`${names(uncalendared)}: no working calendar, so Monday to Friday without holidays is counted.`] : []),
    ...(unfocused.length > 0 ? [`${names(unfocused)}: no focus factor, so all working time is counted.`] : []),
    ...(unskilled >= 0.5 ? [`${personDays(unskilled)} person-days belong to people without a recorded skill.`] : []),
    ...(planned.days > 0 && planned.sized > 0 && planned.days - planned.sized >= 0.5
      ? [
          `Of ${personDays(planned.days)} planned days, work items of ${personDays(planned.sized)} are sized by skill; only those are compared.`,
        ]
      : []),
  ];
};
