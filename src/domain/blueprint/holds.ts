/** What has to hold before a lever is pulled, a seat is asked, or edits are tried, asked for or enacted. */
import { quarterNamed } from '../../kernel/fiscal.ts';
import { isId, type PriorityId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, amount, day, fresh, minor, oneOf, span, text } from '../check.ts';
import type { Seat } from '../company/company.ts';
import { isAgreed, type BlueprintBook, type BlueprintRefusal } from './blueprint.ts';
import { aboutOf, withEdits, type Edit } from './edits.ts';
import { LEVERS, type Lever, type Plan, type PlanLine } from './plan.ts';
import { MOSCOW, noCircle, outcomesStand, skillsHold } from './priority.ts';

export type Refused = Result<null, BlueprintRefusal>;
export const fine: Refused = ok(null);

/** The first refusal, asked one after the other. */
export const first = (...checks: readonly (() => Refused)[]): Refused => {
  for (const check of checks) {
    const answer = check();
    if (!answer.ok) return answer;
  }
  return fine;
};

/** The fiscal calendar has such a quarter. */
export const isQuarter = (book: BlueprintBook, period: string): Refused => {
  const fiscal = book.company.get('company')?.fiscal;
  return fiscal && quarterNamed(fiscal, period) ? fine : refuse({ code: 'not-a-quarter', found: period });
};

/** Seats that the company has, each once, and at least one. */
export const seatsHold = (book: BlueprintBook, seats: readonly Seat[]): Refused => {
  if (seats.length === 0) return refuse({ code: 'seats-needed' });
  if (new Set(seats).size < seats.length) return refuse({ code: 'said-twice' });
  const known = book.company.get('company')?.seats.map((s) => s.id) ?? [];
  const stranger = seats.find((s) => !known.includes(s));
  return stranger === undefined ? fine : refuse({ code: 'not-there', thing: 'seat', id: stranger });
};

/** A quarter whose own Blueprint is agreed takes nothing in but by a change. */
export const mayTakeIn = (book: BlueprintBook, period: string, priority: PriorityId): Refused =>
  isAgreed(book.blueprint.get(period)) ? refuse({ code: 'agreed-in-blueprint', period, priority }) : fine;

/** A lever names what is in the plan, once, and says something. */
export const leverHolds = (book: BlueprintBook, period: string, plan: Plan, lever: Lever): Refused => {
  const known = oneOf('lever', lever.lever, LEVERS);
  if (!known.ok) return known;
  if (lever.lever === 'add') {
    const checked = all(
      amount('days', lever.days),
      minor('minor', lever.minor),
      lever.skill === null ? ok(null) : text('skill', lever.skill, 60),
    );
    if (!checked.ok) return checked;
    return lever.days > 0 || (lever.minor ?? 0) > 0 ? fine : refuse({ code: 'empty', field: 'days' });
  }
  const line = plan.lines.find((l) => l.id === lever.priority);
  if (!line) return refuse({ code: 'not-in-plan', priority: lever.priority });
  if (plan.levers.some((l) => l.lever !== 'add' && l.priority === lever.priority))
    return refuse({ code: 'lever-already', priority: lever.priority });
  if (lever.lever === 'defer')
    return first(
      () => isQuarter(book, lever.period),
      () => (lever.period > period ? fine : refuse({ code: 'not-a-later-quarter', found: lever.period })),
      () => mayTakeIn(book, lever.period, lever.priority),
    );
  if (lever.lever === 'extend') {
    const checked = all(
      day('to', lever.to),
      amount('daysAfter', lever.daysAfter),
      minor('minorAfter', lever.minorAfter),
      lever.to >= plan.to ? ok(null) : refuse({ code: 'ends-before-it-starts', from: plan.to, to: lever.to }),
    );
    if (!checked.ok) return checked;
    const most = lever.daysAfter <= line.effortDays && (lever.minorAfter ?? 0) <= (line.budgetMinor ?? 0);
    return most ? fine : refuse({ code: 'spent-over-planned', priority: lever.priority });
  }
  return fine;
};

const lineHolds = (book: BlueprintBook, plan: Plan, line: PlanLine, isNew: boolean): Refused =>
  first(
    () => all(text('title', line.title), oneOf('moscow', line.moscow, MOSCOW), amount('effortDays', line.effortDays)),
    () => all(minor('budgetMinor', line.budgetMinor), span(line.from, line.to)),
    () => outcomesStand(book, line.outcomes),
    () => skillsHold(line.skills, line.effortDays),
    () => {
      const ids = line.milestones.map((m) => m.id);
      if (new Set(ids).size < ids.length || new Set(line.dependsOn).size < line.dependsOn.length) return refuse({ code: 'said-twice' });
      return all(
        ...line.milestones.flatMap((m) => {
          const stands = book.milestone.get(m.id);
          const own = !isNew && stands?.priority === line.id && !stands.retired;
          return [own ? ok(null) : fresh('milestone', 'm', m.id, stands), text('title', m.title, 80), day('day', m.day)];
        }),
      );
    },
    () => {
      const stranger = line.dependsOn.find((id) => !plan.lines.some((l) => l.id === id) && !book.priority.has(id));
      return stranger === undefined ? fine : refuse({ code: 'not-there', thing: 'priority', id: stranger });
    },
  );

/** Edits are about what is in the plan, once each, give back no more than was planned, and leave nothing waiting for itself. */
export const editsHold = (book: BlueprintBook, period: string, plan: Plan, edits: readonly Edit[]): Refused => {
  const about = edits.map(aboutOf).filter((id) => id !== null);
  const twice = about.find((id, i) => about.indexOf(id) !== i);
  if (twice !== undefined) return refuse({ code: 'edited-twice', priority: twice });
  const next = withEdits(plan, edits);
  for (const edit of edits) {
    const answer = editHolds(book, period, plan, next, edit);
    if (!answer.ok) return answer;
  }
  const linesOf = (id: PriorityId) => next.lines.find((l) => l.id === id) ?? book.priority.get(id);
  return first(...next.lines.map((l) => () => noCircle(l.id, l.dependsOn, linesOf)));
};

const editHolds = (book: BlueprintBook, period: string, plan: Plan, next: Plan, edit: Edit): Refused => {
  switch (edit.edit) {
    case 'in': {
      const { id } = edit.line;
      if (!isId('r', id)) return refuse({ code: 'not-an-id', thing: 'priority', id });
      if (book.priority.has(id)) return refuse({ code: 'there-already', thing: 'priority', id });
      return lineHolds(book, next, edit.line, true);
    }
    case 'alter':
      if (!plan.lines.some((l) => l.id === edit.line.id)) return refuse({ code: 'not-in-plan', priority: edit.line.id });
      return lineHolds(book, next, edit.line, false);
    case 'out': {
      const line = plan.lines.find((l) => l.id === edit.priority);
      if (!line) return refuse({ code: 'not-in-plan', priority: edit.priority });
      const checked = all(amount('spentDays', edit.spentDays), minor('spentMinor', edit.spentMinor));
      if (!checked.ok) return checked;
      return edit.spentDays <= line.effortDays ? fine : refuse({ code: 'spent-over-planned', priority: edit.priority });
    }
    case 'lever':
      return leverHolds(book, period, plan, edit.lever);
  }
};
