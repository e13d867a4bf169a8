/** Every milestone that stands, by day: what a calendar feed and the roadmap show. */
import { isAgreed } from '../../domain/blueprint/blueprint.ts';
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import type { MilestoneId, PersonId, PriorityId } from '../../kernel/ids.ts';

export type StandingMilestone = {
  readonly id: MilestoneId;
  readonly title: string;
  readonly day: Day;
  readonly reached: Day | null;
  readonly priority: PriorityId;
  readonly priorityTitle: string;
  readonly owner: PersonId | null;
  readonly period: string;
  /** The Blueprint of its quarter is agreed. */
  readonly agreed: boolean;
};

/** Those of priorities that are done, Won’ts and dropped ones left out. */
export const standingMilestones = (book: Book): StandingMilestone[] =>
  [...book.milestone.values()]
    .flatMap(({ id, title, day, reached, retired, priority }): StandingMilestone[] => {
      const p = book.priority.get(priority);
      if (retired || !p || p.retired || p.moscow === 'wont') return [];
      const agreed = isAgreed(book.blueprint.get(p.period));
      return [{ id, title, day, reached, priority, priorityTitle: p.title, owner: p.owner, period: p.period, agreed }];
    })
    .toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
