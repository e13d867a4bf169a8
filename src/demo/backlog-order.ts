/** The order of the Backlog, as it was set on three planning days: begun work, this quarter's Must to Could, what was left over, the rest. */
import { MOSCOW } from '../domain/blueprint/priority.ts';
import type { Calendar, Quarter } from './calendar.ts';
import type { PlannedItem } from './items.ts';
import type { Moment } from './moments.ts';
import { priorityId } from './priorities.ts';
import { STORY } from './story/story.ts';

export const orderMoments = ({ quarters, today }: Calendar, items: readonly PlannedItem[]): Moment[] =>
  [quarters[3]!.first + 2, quarters[5]!.first + 2, today - 2].map((day) => {
    const quarter = quarters.findLast(({ first }) => first <= day) ?? quarters[0]!;
    const open = items.filter(
      (i) => i.added < day && (i.finished === null || i.finished > day) && (i.dropped === null || i.dropped[0] > day),
    );
    const placed = open.toSorted((a, b) => rank(a, quarter, day) - rank(b, quarter, day) || b.quarter.index - a.quarter.index);
    return { day, who: 'ines', commands: placed.map(({ id }) => ({ type: 'backlog/place' as const, item: id, before: null })) };
  });

const rank = ({ priority, started, quarter }: PlannedItem, now: Quarter, day: number): number => {
  const plan = STORY[quarter.index]!.plans.find((p) => priorityId(quarter, p.key) === priority);
  if (plan && quarter.index === now.index) return (started !== null && started <= day ? 0 : 10) + MOSCOW.indexOf(plan.moscow);
  return plan ? 20 : 30;
};
