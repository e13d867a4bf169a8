/**
 * Planned work as a forecast reads it: the priorities of the Blueprint that are not over, with the campaigns by which they
 * reach people, each in its channel from its first day to its last.
 *
 * A priority without a campaign has no channel, and without a channel nobody has measured what work of its kind brings.
 */
import type { PlanLine } from '../../domain/blueprint/plan.ts';
import type { Book } from '../../domain/book.ts';
import { dayNumber, type Day } from '../../kernel/day.ts';
import type { OutcomeId, PriorityId } from '../../kernel/ids.ts';

/** Days are day numbers. `channels` are folded as the leads' are. */
export type PlannedBar = {
  readonly id: PriorityId;
  readonly title: string;
  readonly period: string;
  readonly from: number;
  readonly to: number;
  readonly outcomes: readonly OutcomeId[];
  readonly sends: readonly { readonly channel: string; readonly name: string; readonly from: number; readonly to: number }[];
};

/** Priorities that reach beyond `today` and begin by `due`, the first to begin first. */
export const plannedBars = (book: Book, today: Day, due: Day): PlannedBar[] =>
  [...book.priority.values()]
    .filter((p) => !p.retired && p.moscow !== 'wont' && p.to > today && p.from <= due)
    .map((p) => barOf(book, p, p.period))
    .toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));

const barOf = (book: Book, line: Pick<PlanLine, 'id' | 'title' | 'from' | 'to' | 'outcomes'>, period: string): PlannedBar => ({
  id: line.id,
  title: line.title,
  period,
  from: dayNumber(line.from),
  to: dayNumber(line.to),
  outcomes: line.outcomes,
  sends: [...book.campaign.values()].flatMap((c) => {
    const item = c.item === null ? undefined : book.item.get(c.item);
    if (c.retired || item?.priority !== line.id) return [];
    return [{ channel: c.channel.trim().toLowerCase(), name: c.name, from: dayNumber(c.from), to: dayNumber(c.to) }];
  }),
});
