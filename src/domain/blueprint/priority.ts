/**
 * Priority: a bar of the Blueprint. What the team will do in a quarter, never a task:
 * tied to outcomes, with owner, effort in person-days, money and dates.
 */
import type { Day } from '../../kernel/day.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import type { NoteId, OutcomeId, PersonId, PriorityId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, amount, fresh, minor, oneOf, span, stands, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { CapacityBook } from '../capacity/line.ts';

export type Moscow = 'must' | 'should' | 'could' | 'wont';
export const MOSCOW: readonly Moscow[] = ['must', 'should', 'could', 'wont'];

/** Person-days of one skill, by the skill's name as people write it. */
export type SkillDays = { readonly skill: string; readonly days: number };

export type PriorityTerms = {
  readonly title: string;
  readonly moscow: Moscow;
  readonly outcomes: readonly OutcomeId[];
  /** Person-days planned. */
  readonly effortDays: number;
  /** Whole minor units of the company's currency; null where none is recorded (or where the reader may not see it). */
  readonly budgetMinor: number | null;
  readonly from: Day;
  readonly to: Day;
};

export type Priority = PriorityTerms & {
  readonly id: PriorityId;
  readonly period: string;
  readonly owner: PersonId | null;
  /** Priorities that must have ended before this one starts. */
  readonly dependsOn: readonly PriorityId[];
  /** Its person-days by skill, never more than its effort; what is not split may be done by anybody. */
  readonly skills: readonly SkillDays[];
  readonly retired: { readonly why: NoteId } | null;
};

export type PriorityCommand =
  | ({ readonly type: 'priority/plan'; readonly id: PriorityId; readonly period: string; readonly owner: PersonId | null } & PriorityTerms)
  | { readonly type: 'priority/reword'; readonly id: PriorityId; readonly title: string }
  | { readonly type: 'priority/class'; readonly id: PriorityId; readonly moscow: Moscow }
  | { readonly type: 'priority/serve'; readonly id: PriorityId; readonly outcomes: readonly OutcomeId[] }
  | { readonly type: 'priority/resize'; readonly id: PriorityId; readonly effortDays: number; readonly budgetMinor: number | null }
  | { readonly type: 'priority/reschedule'; readonly id: PriorityId; readonly from: Day; readonly to: Day }
  | { readonly type: 'priority/hand-over'; readonly id: PriorityId; readonly owner: PersonId }
  | { readonly type: 'priority/depend'; readonly id: PriorityId; readonly on: readonly PriorityId[] }
  | { readonly type: 'priority/split'; readonly id: PriorityId; readonly skills: readonly SkillDays[] }
  | { readonly type: 'priority/defer'; readonly id: PriorityId; readonly period: string; readonly from: Day; readonly to: Day }
  | { readonly type: 'priority/drop'; readonly id: PriorityId; readonly why: NoteId };

export type PriorityEvent =
  | ({
      readonly type: 'priority/planned';
      readonly id: PriorityId;
      readonly period: string;
      readonly owner: PersonId | null;
    } & PriorityTerms)
  | { readonly type: 'priority/reworded'; readonly id: PriorityId; readonly title: string }
  | { readonly type: 'priority/classed'; readonly id: PriorityId; readonly moscow: Moscow }
  | { readonly type: 'priority/serves'; readonly id: PriorityId; readonly outcomes: readonly OutcomeId[] }
  | { readonly type: 'priority/resized'; readonly id: PriorityId; readonly effortDays: number; readonly budgetMinor: number | null }
  | { readonly type: 'priority/rescheduled'; readonly id: PriorityId; readonly from: Day; readonly to: Day }
  | { readonly type: 'priority/handed-over'; readonly id: PriorityId; readonly owner: PersonId }
  | { readonly type: 'priority/depends'; readonly id: PriorityId; readonly on: readonly PriorityId[] }
  | { readonly type: 'priority/split-by-skill'; readonly id: PriorityId; readonly skills: readonly SkillDays[] }
  | { readonly type: 'priority/deferred'; readonly id: PriorityId; readonly period: string; readonly from: Day; readonly to: Day }
  | { readonly type: 'priority/dropped'; readonly id: PriorityId; readonly why: NoteId };

export type PriorityRefusal =
  | Basic
  | { readonly code: 'not-a-quarter'; readonly found: string }
  | { readonly code: 'said-twice' }
  | { readonly code: 'depends-in-a-circle'; readonly through: readonly PriorityId[] }
  | { readonly code: 'skills-over-effort'; readonly skillDays: number; readonly effortDays: number };
export type PriorityBook = CapacityBook & { readonly priority: ReadonlyMap<PriorityId, Priority> };

type Refused = Result<null, PriorityRefusal>;

export const outcomesStand = (book: PriorityBook, outcomes: readonly OutcomeId[]): Refused =>
  new Set(outcomes).size < outcomes.length
    ? refuse({ code: 'said-twice' })
    : all(...outcomes.map((id) => stands('outcome', id, book.outcome.get(id))));

/** Skills are named once each, with more than nothing, and together not more than the effort. */
export const skillsHold = (skills: readonly SkillDays[], effortDays: number): Refused => {
  const checked = all(...skills.flatMap(({ skill, days }) => [text('skill', skill, 60), amount('days', days)]));
  if (!checked.ok) return checked;
  if (new Set(skills.map((s) => s.skill)).size < skills.length) return refuse({ code: 'said-twice' });
  const skillDays = skills.reduce((sum, s) => sum + s.days, 0);
  return skillDays > effortDays + 1e-9 ? refuse({ code: 'skills-over-effort', skillDays, effortDays }) : ok(null);
};

type Waits = { readonly dependsOn: readonly PriorityId[] };

/** Nothing waits for itself, however long the way round. `of` gives what stands; a priority it does not know waits for nothing. */
export const noCircle = (id: PriorityId, on: readonly PriorityId[], of: (id: PriorityId) => Waits | undefined): Refused => {
  const seen = new Set<PriorityId>();
  const circle = (now: PriorityId, path: readonly PriorityId[]): readonly PriorityId[] | null => {
    if (now === id) return path;
    if (seen.has(now)) return null;
    seen.add(now);
    for (const next of of(now)?.dependsOn ?? []) {
      const found = circle(next, [...path, next]);
      if (found) return found;
    }
    return null;
  };
  for (const next of on) {
    const through = circle(next, [next]);
    if (through) return refuse({ code: 'depends-in-a-circle', through: [id, ...through] });
  }
  return ok(null);
};

const inQuarter = (book: PriorityBook, period: string): Refused => {
  const fiscal = book.company.get('company')?.fiscal;
  return fiscal && quarterNamed(fiscal, period) ? ok(null) : refuse({ code: 'not-a-quarter', found: period });
};

export const priority: Decider<PriorityId, Priority, PriorityCommand, PriorityEvent, PriorityRefusal, PriorityBook> = {
  keyOf: (message) => message.id,
  decide: {
    'priority/plan': (p, { id, period, owner, title, moscow, outcomes, effortDays, budgetMinor, from, to }, _, book) => {
      const quarter = inQuarter(book, period);
      if (!quarter.ok) return quarter;
      const checked = all(
        fresh('priority', 'r', id, p),
        text('title', title),
        oneOf('moscow', moscow, MOSCOW),
        amount('effortDays', effortDays),
        minor('budgetMinor', budgetMinor),
        span(from, to),
      );
      if (!checked.ok) return checked;
      const stand = outcomesStand(book, outcomes);
      if (!stand.ok) return stand;
      return ok([
        { type: 'priority/planned', id, period, owner, title: title.trim(), moscow, outcomes, effortDays, budgetMinor, from, to },
      ]);
    },
    'priority/reword': (p, { id, title }) => {
      const checked = all(stands('priority', id, p), text('title', title));
      return checked.ok ? ok(p!.title === title.trim() ? [] : [{ type: 'priority/reworded', id, title: title.trim() }]) : checked;
    },
    'priority/class': (p, { id, moscow }) => {
      const checked = all(stands('priority', id, p), oneOf('moscow', moscow, MOSCOW));
      return checked.ok ? ok(p!.moscow === moscow ? [] : [{ type: 'priority/classed', id, moscow }]) : checked;
    },
    'priority/serve': (p, { id, outcomes }, _, book) => {
      const checked = stands('priority', id, p);
      if (!checked.ok) return checked;
      const stand = outcomesStand(book, outcomes);
      return stand.ok ? ok([{ type: 'priority/serves', id, outcomes }]) : stand;
    },
    'priority/resize': (p, { id, effortDays, budgetMinor }) => {
      const checked = all(stands('priority', id, p), amount('effortDays', effortDays), minor('budgetMinor', budgetMinor));
      if (!checked.ok) return checked;
      const split = skillsHold(p!.skills, effortDays);
      return split.ok ? ok([{ type: 'priority/resized', id, effortDays, budgetMinor }]) : split;
    },
    'priority/reschedule': (p, { id, from, to }) => {
      const checked = all(stands('priority', id, p), span(from, to));
      return checked.ok ? ok([{ type: 'priority/rescheduled', id, from, to }]) : checked;
    },
    'priority/hand-over': (p, { id, owner }) => {
      const checked = stands('priority', id, p);
      return checked.ok ? ok(p!.owner === owner ? [] : [{ type: 'priority/handed-over', id, owner }]) : checked;
    },
    'priority/depend': (p, { id, on }, _, book) => {
      const checked = all(stands('priority', id, p), ...on.map((other) => stands('priority', other, book.priority.get(other))));
      if (!checked.ok) return checked;
      if (new Set(on).size < on.length) return refuse({ code: 'said-twice' });
      const free = noCircle(id, on, (other) => book.priority.get(other));
      if (!free.ok) return free;
      return ok(JSON.stringify(p!.dependsOn) === JSON.stringify(on) ? [] : [{ type: 'priority/depends', id, on }]);
    },
    'priority/split': (p, { id, skills }) => {
      const checked = stands('priority', id, p);
      if (!checked.ok) return checked;
      const named = skills.map(({ skill, days }) => ({ skill: skill.trim(), days }));
      const split = skillsHold(named, p!.effortDays);
      if (!split.ok) return split;
      return ok(JSON.stringify(p!.skills) === JSON.stringify(named) ? [] : [{ type: 'priority/split-by-skill', id, skills: named }]);
    },
    'priority/defer': (p, { id, period, from, to }, _, book) => {
      const checked = all(stands('priority', id, p), span(from, to));
      if (!checked.ok) return checked;
      const quarter = inQuarter(book, period);
      return quarter.ok ? ok(p!.period === period ? [] : [{ type: 'priority/deferred', id, period, from, to }]) : quarter;
    },
    'priority/drop': (p, { id, why }) => {
      const checked = stands('priority', id, p);
      return checked.ok ? ok([{ type: 'priority/dropped', id, why }]) : checked;
    },
  },
  evolve: {
    'priority/planned': (_, { type: _type, ...planned }) => ({ ...planned, dependsOn: [], skills: [], retired: null }),
    'priority/reworded': (p, { title }) => ({ ...p!, title }),
    'priority/classed': (p, { moscow }) => ({ ...p!, moscow }),
    'priority/serves': (p, { outcomes }) => ({ ...p!, outcomes }),
    'priority/resized': (p, { effortDays, budgetMinor }) => ({ ...p!, effortDays, budgetMinor }),
    'priority/rescheduled': (p, { from, to }) => ({ ...p!, from, to }),
    'priority/handed-over': (p, { owner }) => ({ ...p!, owner }),
    'priority/depends': (p, { on }) => ({ ...p!, dependsOn: on }),
    'priority/split-by-skill': (p, { skills }) => ({ ...p!, skills }),
    'priority/deferred': (p, { period, from, to }) => ({ ...p!, period, from, to }),
    'priority/dropped': (p, { why }) => ({ ...p!, retired: { why } }),
  },
};
