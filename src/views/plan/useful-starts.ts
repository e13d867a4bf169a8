/**
 * Last useful starts of a quarter: for each outcome that its priorities serve, the last day on which work can begin and
 * still move it by its due date. By what the company stated about how long work takes to show; none where it stated nothing.
 */
import type { Book } from '../../domain/book.ts';
import type { Plan } from '../../domain/blueprint/plan.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { OutcomeId } from '../../kernel/ids.ts';
import { lagQuantile, USEFUL } from '../../models/delivery/useful-start.ts';
import { placeOf } from './geometry.ts';

export type UsefulStart = { readonly outcome: OutcomeId; readonly name: string; readonly day: Day; readonly place: number };

/** The shortest stated lag among the kinds of work that the priorities of an outcome send out; null where none is stated. */
const shortest = (book: Book, plan: Plan, outcome: OutcomeId): number | null => {
  const serving = new Set(plan.lines.filter((l) => l.outcomes.includes(outcome)).map((l) => l.id));
  const kinds = new Set<string>();
  for (const { item, channel, retired } of book.campaign.values()) {
    const priority = item === null ? null : book.item.get(item)?.priority;
    if (!retired && priority && serving.has(priority)) kinds.add(channel.toLowerCase());
  }
  const lags = (book.assumption.get('assumption')?.lags ?? []).filter((lag) => kinds.has(lag.kind.toLowerCase()));
  return lags.length === 0 ? null : Math.min(...lags.map((lag) => lagQuantile(lag, USEFUL)));
};

/** Those that lie within the quarter, the earliest first. */
export const usefulStarts = (book: Book, plan: Plan): UsefulStart[] => {
  const outcomes = [...new Set(plan.lines.flatMap((l) => l.outcomes))];
  return outcomes
    .flatMap((id): UsefulStart[] => {
      const outcome = book.outcome.get(id);
      const lag = outcome && !outcome.retired ? shortest(book, plan, id) : null;
      if (!outcome || lag === null) return [];
      const day = addDays(outcome.due, -Math.ceil(lag));
      return day >= plan.from && day < plan.to ? [{ outcome: id, name: outcome.name, day, place: placeOf(plan, day) }] : [];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
};
