/** What a quarter's priorities plan to take, in person-days: by class, by week, by skill as far as their work items say. */
import type { Moscow, Priority } from '../../domain/blueprint/priority.ts';
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import { MONDAY_TO_FRIDAY, workingDaysBetween } from '../../kernel/workdays.ts';
import { addDays } from '../../kernel/day.ts';

export type SkillDays = { readonly skill: string; readonly days: number };
export type Planned = {
  /** Standing priorities of the quarter; Won't is not among them. */
  readonly priorities: readonly Priority[];
  readonly days: number;
  readonly byClass: { readonly [M in Exclude<Moscow, 'wont'>]: number };
  /** Of their work items that are sized by skill; spellings that differ in case only are one skill. */
  readonly bySkill: readonly SkillDays[];
  /** Person-days that are sized by skill. */
  readonly sized: number;
};

/** The standing priorities of a period that somebody wants to do. */
export const plannedIn = (book: Book, period: string): Planned => {
  const priorities = [...book.priority.values()].filter((p) => p.period === period && !p.retired && p.moscow !== 'wont');
  const of = (moscow: Moscow): number => priorities.reduce((sum, p) => sum + (p.moscow === moscow ? p.effortDays : 0), 0);
  const byClass = { must: of('must'), should: of('should'), could: of('could') };
  const bySkill = skillsOf(book, new Set(priorities.map((p) => p.id)));
  return {
    priorities,
    days: byClass.must + byClass.should + byClass.could,
    byClass,
    bySkill,
    sized: bySkill.reduce((sum, { days }) => sum + days, 0),
  };
};

const skillsOf = (book: Book, priorities: ReadonlySet<string>): readonly SkillDays[] => {
  const found = new Map<string, SkillDays>();
  for (const item of book.item.values()) {
    if (item.retired || item.priority === null || !priorities.has(item.priority)) continue;
    for (const { skill, days } of item.bySkill) {
      const key = skill.toLowerCase();
      found.set(key, { skill: found.get(key)?.skill ?? skill, days: (found.get(key)?.days ?? 0) + days });
    }
  }
  return [...found.values()];
};

/** Effort of these priorities that falls from `from` to before `to`, spread evenly over the weekdays of each. */
export const effortWithin = (priorities: readonly Priority[], from: Day, to: Day): number =>
  priorities.reduce((sum, p) => {
    const all = workingDaysBetween(MONDAY_TO_FRIDAY, p.from, p.to);
    const first = p.from > from ? p.from : from;
    const last = p.to < to ? p.to : addDays(to, -1);
    // A priority that lasts a weekend only is done on its first day.
    const within = all === 0 ? Number(p.from >= from && p.from < to) : workingDaysBetween(MONDAY_TO_FRIDAY, first, last) / all;
    return sum + p.effortDays * within;
  }, 0);
