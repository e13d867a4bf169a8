/**
 * What a Blueprint says about its quarter, as plain data: the priorities with their milestones, what they take, what
 * there is, the rule in force, the levers that were pulled to make it fit, and what is not done. A draft is computed
 * as a Plan from the book; a version holds one, frozen.
 */
import type { Day } from '../../kernel/day.ts';
import type { MilestoneId, NoteId, PersonId, PriorityId } from '../../kernel/ids.ts';
import type { Shares } from '../company/company.ts';
import type { Moscow, PriorityTerms, SkillDays } from './priority.ts';

/** A milestone as it was planned; when it was reached stands with the milestone, not here. */
export type PlannedMilestone = { readonly id: MilestoneId; readonly title: string; readonly day: Day };

/** A priority with everything about it that is agreed. */
export type PlanLine = PriorityTerms & {
  readonly id: PriorityId;
  readonly owner: PersonId | null;
  /** Priorities that must have ended before this one starts. */
  readonly dependsOn: readonly PriorityId[];
  /** Person-days by skill; what is not split may be done by anybody. */
  readonly skills: readonly SkillDays[];
  readonly milestones: readonly PlannedMilestone[];
};

/**
 * A recorded decision that makes the arithmetic fit, with its reason. Cut: not done at all. Defer: moved to a later
 * quarter. Extend: ends after the quarter, and the days and money named land there. Add: people or money beyond what
 * is recorded, such as a freelancer.
 */
export type Lever =
  | { readonly lever: 'cut'; readonly priority: PriorityId; readonly why: NoteId }
  | { readonly lever: 'defer'; readonly priority: PriorityId; readonly period: string; readonly why: NoteId }
  | {
      readonly lever: 'extend';
      readonly priority: PriorityId;
      readonly to: Day;
      /** Person-days and money of it that land after the quarter. */
      readonly daysAfter: number;
      readonly minorAfter: number | null;
      readonly why: NoteId;
    }
  | {
      readonly lever: 'add';
      readonly days: number;
      /** null where it is anybody's work. */
      readonly skill: string | null;
      readonly minor: number | null;
      readonly why: NoteId;
    };
export const LEVERS: readonly Lever['lever'][] = ['cut', 'defer', 'extend', 'add'];

/** Something this quarter does without, and why. Who was told stands with the list, not in what is signed. */
export type NotDoing = {
  readonly how: 'wont' | 'cut' | 'deferred' | 'dropped' | 'stopped' | 'left-out';
  /** null for something that never was a priority. */
  readonly priority: PriorityId | null;
  readonly title: string;
  /** null while nobody has written a reason. */
  readonly why: NoteId | null;
};

/** A priority that a change took out after some of it was done: what was spent stays spent. */
export type Stopped = {
  readonly id: PriorityId;
  readonly title: string;
  readonly moscow: Moscow;
  readonly spentDays: number;
  readonly spentMinor: number | null;
};

/** What the quarter before extended into this one. */
export type Carried = {
  readonly priority: PriorityId;
  readonly title: string;
  readonly moscow: Moscow;
  readonly days: number;
  readonly minor: number | null;
};

/** Capacity as events recorded it; null where nobody recorded any. */
export type Capacity = {
  readonly days: number | null;
  readonly bySkill: readonly SkillDays[];
  readonly moneyMinor: number | null;
};

export type Plan = {
  /** The days of the quarter, half-open. */
  readonly from: Day;
  readonly to: Day;
  readonly lines: readonly PlanLine[];
  readonly stopped: readonly Stopped[];
  readonly carried: readonly Carried[];
  readonly capacity: Capacity;
  readonly rule: Shares;
  readonly levers: readonly Lever[];
  readonly notDoing: readonly NotDoing[];
};

/** A line written out field by field in one order, so that two that say the same compare as equal. */
export const lineOf = (l: PlanLine): PlanLine => ({
  id: l.id,
  owner: l.owner,
  title: l.title,
  moscow: l.moscow,
  outcomes: l.outcomes,
  effortDays: l.effortDays,
  budgetMinor: l.budgetMinor,
  from: l.from,
  to: l.to,
  dependsOn: l.dependsOn,
  skills: l.skills.map(({ skill, days }) => ({ skill, days })),
  milestones: l.milestones.map(({ id, title, day }) => ({ id, title, day })),
});

/** True where two plans promise the same: the same lines, levers and things not done. Capacity is another matter. */
export const promisesTheSame = (a: Plan, b: Plan): boolean => said(a) === said(b);
const said = ({ lines, stopped, levers, notDoing }: Plan): string =>
  JSON.stringify([lines.map(lineOf), stopped, levers.map(leverOf), notDoing]);
const leverOf = (lever: Lever): unknown => Object.entries(lever).toSorted(([a], [b]) => (a < b ? -1 : 1));
