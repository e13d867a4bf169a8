/** A quarter as it stands: the draft computed from its priorities, and the plan a change starts from. */
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { monthsOfQuarter } from '../../kernel/fiscal-month.ts';
import { quarterAfter, quarterNamed, type Period } from '../../kernel/fiscal.ts';
import { convertedOn } from '../capacity/rate.ts';
import { recordedCapacity } from '../capacity/recorded.ts';
import { isAgreed, newest, type BlueprintBook } from './blueprint.ts';
import { inOrder, withLever } from './edits.ts';
import { milestonesOf } from './milestone.ts';
import { lineOf, type Capacity, type Carried, type NotDoing, type Plan, type PlanLine } from './plan.ts';
import type { Priority } from './priority.ts';

/** The days a quarter's name means in this company; throws RangeError where it means none. */
export const quarterDays = (book: BlueprintBook, period: string): Period => {
  const found = quarterNamed(book.company.get('company')!.fiscal, period);
  if (!found) throw new RangeError(`not a quarter: ${period}`);
  return found;
};

/** A priority as a plan holds it. */
export const lineOfPriority = (book: BlueprintBook, p: Priority): PlanLine =>
  lineOf({ ...p, milestones: milestonesOf(book, p.id).map(({ id, title, day }) => ({ id, title, day })) });

const prioritiesOf = (book: BlueprintBook, period: string): Priority[] => [...book.priority.values()].filter((p) => p.period === period);

/** To the thousandth of a person-day: what is frozen reads the same tomorrow. */
const exact = (days: number): number => Math.round(days * 1000) / 1000;

const capacityOf = (book: BlueprintBook, period: string): Capacity => {
  const { days, bySkill, moneyMinor } = recordedCapacity(book, period);
  return {
    days: days && exact(days),
    bySkill: bySkill.map(({ skill, days: has }) => ({ skill, days: exact(has) })),
    moneyMinor: moneyMinor === null ? null : moneyMinor - plannedElsewhere(book, period),
  };
};

/** Plan of this quarter on lines that are for priorities of other quarters: money for what runs on is not free for these. */
export const plannedElsewhere = (book: BlueprintBook, period: string): number => {
  const { fiscal, currency } = book.company.get('company')!;
  if (currency === null) return 0;
  let sum = 0;
  for (const line of book.budget.values()) {
    const priority = line.purpose?.kind === 'priority' ? book.priority.get(line.purpose.id) : undefined;
    if (line.retired || !priority || priority.period === period) continue;
    for (const { id, from } of monthsOfQuarter(fiscal, period))
      sum += convertedOn(book, line.plan[id] ?? 0, line.currency, currency, from) ?? 0;
  }
  return sum;
};

/** What the agreed Blueprint of the quarter before extends into this one. */
const carriedInto = (book: BlueprintBook, period: string): Carried[] => {
  const before = book.blueprint.get(quarterAfter(book.company.get('company')!.fiscal, period, -1).id);
  if (!before || !isAgreed(before)) return [];
  const { levers, lines } = newest(before)!.plan;
  return levers.flatMap((l): Carried[] => {
    const line = l.lever === 'extend' ? lines.find((one) => one.id === l.priority) : undefined;
    if (l.lever !== 'extend' || !line) return [];
    return [{ priority: line.id, title: line.title, moscow: line.moscow, days: l.daysAfter, minor: l.minorAfter }];
  });
};

/** What stands behind any plan of this quarter today: its days, what is recorded, the rule in force, what was carried in. */
export const groundOf = (book: BlueprintBook, period: string): Pick<Plan, 'from' | 'to' | 'capacity' | 'rule' | 'carried'> => {
  const { from, to } = quarterDays(book, period);
  const { mustPercent, couldPercent } = book.company.get('company')!.shares;
  return { from, to, capacity: capacityOf(book, period), rule: { mustPercent, couldPercent }, carried: carriedInto(book, period) };
};

const notDoingOf = (book: BlueprintBook, period: string): NotDoing[] => {
  const written = (book.blueprint.get(period)?.leftOut ?? []).filter((l) => !l.reconsidered);
  const own = prioritiesOf(book, period).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...own
      .filter((p) => !p.retired && p.moscow === 'wont')
      .map(({ id, title }) => ({
        how: 'wont' as const,
        priority: id,
        title,
        why: written.findLast((l) => l.priority === id)?.why ?? null,
      })),
    ...own.flatMap(({ id, title, retired }) => (retired ? [{ how: 'dropped' as const, priority: id, title, why: retired.why }] : [])),
    ...written.filter((l) => l.priority === null).map(({ title, why }) => ({ how: 'left-out' as const, priority: null, title, why })),
  ];
};

/** The quarter as a draft: its priorities as they stand, less and plus what the levers pulled so far do. */
export const draftPlan = (book: BlueprintBook, period: string): Plan => {
  const lines = prioritiesOf(book, period)
    .filter((p) => !p.retired && p.moscow !== 'wont')
    .map((p) => lineOfPriority(book, p));
  const bare: Plan = { ...groundOf(book, period), lines: inOrder(lines), stopped: [], levers: [], notDoing: notDoingOf(book, period) };
  const pulled = (book.blueprint.get(period)?.levers ?? []).filter((l) => !l.released);
  return pulled.reduce((plan, { lever }) => withLever(plan, lever), bare);
};

/** What stands: the agreed version, over today's capacity and rule, or the draft where nothing is agreed. */
export const standingPlan = (book: BlueprintBook, period: string): Plan => {
  const b = book.blueprint.get(period);
  return isAgreed(b) ? { ...newest(b)!.plan, ...groundOf(book, period) } : draftPlan(book, period);
};

/** Where a priority stands when it moves to another quarter: as far from its first day as it stood, cut at its last. */
export const movedInto = ({ from, to }: { from: Day; to: Day }, was: Period, next: Period): { from: Day; to: Day } => {
  const last = addDays(next.to, -1);
  const start = addDays(next.from, Math.max(0, daysBetween(was.from, from)));
  const end = addDays(start, Math.max(0, daysBetween(from, to)));
  return { from: start > last ? next.from : start, to: end > last ? last : end };
};
