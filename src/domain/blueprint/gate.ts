/**
 * The gate: does what a Blueprint promises fit into what is recorded, in people, money and time? Pure arithmetic over a
 * Plan; capacity comes from events, never from measurement or forecast. A lever fits the arithmetic by what it records:
 * what was cut or deferred has left the lines, what was extended counts here only with the part that lands here, what
 * was added counts as capacity.
 */
import type { Day } from '../../kernel/day.ts';
import type { PriorityId } from '../../kernel/ids.ts';
import type { Lever, Plan, PlanLine } from './plan.ts';
import type { Moscow, SkillDays } from './priority.ts';

/** One reason why it does not fit, with what is missing. Days are person-days, `…Minor` whole minor units. */
export type Shortfall =
  | { readonly over: 'people'; readonly skill: string | null; readonly needed: number; readonly have: number }
  | { readonly over: 'money'; readonly neededMinor: number; readonly haveMinor: number }
  | { readonly over: 'must'; readonly needed: number; readonly have: number; readonly percent: number }
  | { readonly over: 'unrecorded'; readonly what: 'people' | 'money' }
  | { readonly over: 'time'; readonly priority: PriorityId; readonly title: string; readonly from: Day; readonly to: Day }
  | {
      readonly over: 'order';
      readonly priority: PriorityId;
      readonly title: string;
      readonly needs: PriorityId;
      readonly starts: Day;
      /** When what it needs ends; null where that is not in the plan at all. */
      readonly ends: Day | null;
    };

/** What the plan takes out of this quarter. */
export type Load = {
  readonly days: number;
  readonly byClass: { readonly [M in Moscow]: number };
  readonly bySkill: readonly SkillDays[];
  readonly minor: number;
};
/** What there is to take from; null where nobody recorded any. */
export type Room = { readonly days: number | null; readonly bySkill: readonly SkillDays[]; readonly minor: number | null };

/** Person-days are added and compared to the thousandth, so that 0.1 + 0.2 fits into 0.3. */
const round = (days: number): number => Math.round(days * 1000) / 1000;

/** Spellings that differ in case only are one skill. */
const sameSkill = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const put = (to: Map<string, SkillDays>, skill: string, days: number): void => {
  const had = to.get(skill.toLowerCase());
  to.set(skill.toLowerCase(), { skill: had?.skill ?? skill, days: round((had?.days ?? 0) + days) });
};

type Extended = Extract<Lever, { lever: 'extend' }>;
const extended = (plan: Plan, id: PriorityId): Extended | undefined =>
  plan.levers.find((l): l is Extended => l.lever === 'extend' && l.priority === id);

/** Person-days of a line that land in this quarter. */
export const daysHere = (plan: Plan, line: PlanLine): number => round(line.effortDays - (extended(plan, line.id)?.daysAfter ?? 0));
/** Money of a line that falls into this quarter; null where none is recorded for it. */
export const minorHere = (plan: Plan, line: PlanLine): number | null =>
  line.budgetMinor === null ? null : line.budgetMinor - (extended(plan, line.id)?.minorAfter ?? 0);

/** What the plan takes: its lines, what was carried into it, and what was spent before a change stopped it. */
export const loadOf = (plan: Plan): Load => {
  const byClass = { must: 0, should: 0, could: 0, wont: 0 };
  const bySkill = new Map<string, SkillDays>();
  let minor = 0;
  for (const line of plan.lines) {
    const here = daysHere(plan, line);
    byClass[line.moscow] = round(byClass[line.moscow] + here);
    minor += minorHere(plan, line) ?? 0;
    const share = line.effortDays > 0 ? here / line.effortDays : 0;
    for (const { skill, days } of line.skills) put(bySkill, skill, days * share);
  }
  for (const { moscow, days, minor: money } of plan.carried) {
    byClass[moscow] = round(byClass[moscow] + days);
    minor += money ?? 0;
  }
  for (const { moscow, spentDays, spentMinor } of plan.stopped) {
    byClass[moscow] = round(byClass[moscow] + spentDays);
    minor += spentMinor ?? 0;
  }
  return {
    days: round(byClass.must + byClass.should + byClass.could + byClass.wont),
    byClass,
    bySkill: [...bySkill.values()].toSorted((a, b) => (a.skill.toLowerCase() < b.skill.toLowerCase() ? -1 : 1)),
    minor,
  };
};

/** What is recorded, with what levers added to it. Added days do not stand in for a capacity that nobody recorded. */
export const roomOf = ({ capacity, levers }: Plan): Room => {
  const added = levers.filter((l): l is Extract<Lever, { lever: 'add' }> => l.lever === 'add');
  const days = added.reduce((sum, l) => sum + l.days, 0);
  const minor = added.reduce((sum, l) => sum + (l.minor ?? 0), 0);
  const skills = new Map<string, SkillDays>();
  for (const { skill, days: has } of capacity.bySkill) put(skills, skill, has);
  for (const l of added) if (l.skill !== null) put(skills, l.skill, l.days);
  return {
    days: capacity.days === null ? null : round(capacity.days + days),
    bySkill: [...skills.values()],
    minor: capacity.moneyMinor === null ? null : capacity.moneyMinor + minor,
  };
};

/** Person-days that may be promised as Must; null where no capacity is recorded. */
export const mustLimit = (plan: Plan): number | null => {
  const { days } = roomOf(plan);
  return days === null ? null : round((days * plan.rule.mustPercent) / 100);
};

/** Everything in which the plan does not fit; empty when it does. */
export const shortfalls = (plan: Plan): readonly Shortfall[] => {
  const load = loadOf(plan);
  const room = roomOf(plan);
  const found: Shortfall[] = [];
  if (room.days === null) found.push({ over: 'unrecorded', what: 'people' });
  else {
    if (load.days > room.days) found.push({ over: 'people', skill: null, needed: load.days, have: room.days });
    // Where skills are recorded, a skill that is not among them is one that nobody has.
    if (plan.capacity.bySkill.length > 0)
      for (const { skill, days } of load.bySkill) {
        const have = room.bySkill.find((s) => sameSkill(s.skill, skill))?.days ?? 0;
        if (days > have) found.push({ over: 'people', skill, needed: days, have });
      }
    const limit = mustLimit(plan)!;
    if (load.byClass.must > limit) found.push({ over: 'must', needed: load.byClass.must, have: limit, percent: plan.rule.mustPercent });
  }
  if (room.minor === null) {
    if (load.minor > 0) found.push({ over: 'unrecorded', what: 'money' });
  } else if (load.minor > room.minor) found.push({ over: 'money', neededMinor: load.minor, haveMinor: room.minor });
  return [...found, ...inTime(plan), ...inOrder(plan)];
};

const inTime = (plan: Plan): Shortfall[] =>
  plan.lines
    .filter((l) => l.from < plan.from || l.from >= plan.to || (l.to >= plan.to && !extended(plan, l.id)))
    .map(({ id, title, from, to }) => ({ over: 'time', priority: id, title, from, to }));

/** What a priority waits for has to end on the day it starts or before. What ended with an earlier quarter waits for nothing. */
const inOrder = (plan: Plan): Shortfall[] =>
  plan.lines.flatMap(({ id, title, dependsOn, from }) =>
    dependsOn.flatMap((needs): Shortfall[] => {
      const other = plan.lines.find((l) => l.id === needs);
      if (other) return other.to > from ? [{ over: 'order', priority: id, title, needs, starts: from, ends: other.to }] : [];
      const missing = plan.notDoing.some((n) => n.priority === needs);
      return missing ? [{ over: 'order', priority: id, title, needs, starts: from, ends: null }] : [];
    }),
  );
