/**
 * Last useful starts of a quarter: for each outcome that its priorities serve, the last day on which work can begin and
 * still move it by its due date. By how long its kinds of work take to show (delivery/measured-lags.ts); none where nothing is known.
 */
import type { Book } from '../../domain/book.ts';
import type { Plan } from '../../domain/blueprint/plan.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { OutcomeId } from '../../kernel/ids.ts';
import { lagQuantile, USEFUL } from '../../models/delivery/useful-start.ts';
import { typicalCycle } from '../delivery/latest-useful-start.ts';
import { effectOf, lagLookup, NO_LAGS, type MeasuredLags } from '../delivery/measured-lags.ts';
import { placeOf } from './geometry.ts';

export type UsefulStart = { readonly outcome: OutcomeId; readonly name: string; readonly day: Day; readonly place: number };

/** The shortest lag among the kinds of work that the priorities of an outcome send out, with the days that work takes; null where none is known. */
const shortest = (book: Book, plan: Plan, outcome: Outcome, lagOf: ReturnType<typeof lagLookup>): number | null => {
  const serving = new Set(plan.lines.filter((l) => l.outcomes.includes(outcome.id)).map((l) => l.id));
  const kinds = new Set<string>();
  for (const { item, channel, retired } of book.campaign.values()) {
    const priority = item === null ? null : book.item.get(item)?.priority;
    if (!retired && priority && serving.has(priority)) kinds.add(channel.toLowerCase());
  }
  const lags = [...kinds].flatMap((kind) => lagOf(kind, effectOf(outcome)) ?? []);
  return lags.length === 0 ? null : Math.min(...lags.map((lag) => lag.workDays + lagQuantile(lag, USEFUL)));
};

/** Those that lie within the quarter, the earliest first. `measured` null: the lags are being counted, and nothing is said yet. */
export const usefulStarts = (book: Book, plan: Plan, measured: MeasuredLags | null = NO_LAGS): UsefulStart[] => {
  if (measured === null) return [];
  const lagOf = lagLookup(book, measured, typicalCycle(book) ?? 0);
  const outcomes = [...new Set(plan.lines.flatMap((l) => l.outcomes))];
  return outcomes
    .flatMap((id): UsefulStart[] => {
      const outcome = book.outcome.get(id);
      const lag = outcome && !outcome.retired ? shortest(book, plan, outcome, lagOf) : null;
      if (!outcome || lag === null) return [];
      const day = addDays(outcome.due, -Math.ceil(lag));
      return day >= plan.from && day < plan.to ? [{ outcome: id, name: outcome.name, day, place: placeOf(plan, day) }] : [];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
};
