/**
 * Can an item still help the outcome it serves? The due date minus the lag of its kind of work is the latest useful start.
 * The lag is measured from the company's own leads and deals, pooled where a kind of work has few, stated by people where
 * nothing was measured (measured-lags.ts). A measured lag begins when leads come in: the days that work takes stand before it.
 */
import type { Item } from '../../domain/backlog/item.ts';
import type { Book } from '../../domain/book.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import type { ItemId, PriorityId } from '../../kernel/ids.ts';
import { lagQuantile, shareWithin, USEFUL } from '../../models/delivery/useful-start.ts';
import type { DeliveryItem } from './delivery.ts';
import { effectOf, lagLookup, NO_LAGS, type Lag, type MeasuredLags } from './measured-lags.ts';

export type UsefulStart = {
  readonly outcome: Outcome;
  readonly kind: string;
  readonly lag: Lag;
  /** Work that starts later lands less than half of its effect by the due date. */
  readonly latest: Day;
  /** When the work starts: as it did, else as the forecast has it, half sure. */
  readonly start: Day;
  readonly late: boolean;
  /** Share of the effect that lands by the due date, in [0, 1]. */
  readonly share: number;
};

/** `why` says what is missing where nothing can be said; null where the item serves no outcome with a date to come. */
export type Usefulness = { readonly found: UsefulStart; readonly why: null } | { readonly found: null; readonly why: string | null };

const nothing = (why: string | null): Usefulness => ({ found: null, why });

/** Answers for single items; what they share is looked up once. `measured` null: the lags are being counted, and nothing is said yet. */
export const usefulStarts = (
  book: Book,
  today: Day,
  measured: MeasuredLags | null = NO_LAGS,
): ((item: Item, forecast: DeliveryItem | undefined) => Usefulness) => {
  if (measured === null) return () => nothing(null);
  const kinds = kindsOf(book);
  const cycle = typicalCycle(book);
  const lagOf = lagLookup(book, measured, cycle ?? 0);
  return (item, forecast) => {
    const priority = item.priority === null ? undefined : book.priority.get(item.priority);
    const outcomes = (priority?.outcomes ?? []).flatMap((id) => book.outcome.get(id) ?? []).filter((o) => !o.retired);
    const outcome = outcomes.toSorted((a, b) => (a.due < b.due ? 1 : -1))[0];
    if (!outcome) return nothing(null);
    const kind = kinds(item);
    if (kind === null) return nothing('No campaign says yet into which channel this work goes out.');
    const lag = lagOf(kind, effectOf(outcome));
    if (!lag) return nothing(`Nobody has stated how long ${kind} takes to show an effect.`);
    const start = item.startedOn ?? startOf(forecast, item, cycle, today);
    if (start === null) return nothing('Nothing says yet when it would start.');
    const latest = addDays(outcome.due, -Math.ceil(lag.workDays + lagQuantile(lag, USEFUL)));
    return {
      found: {
        outcome,
        kind,
        lag,
        latest,
        start,
        late: start > latest,
        share: shareWithin(lag, daysBetween(start, outcome.due) - lag.workDays),
      },
      why: null,
    };
  };
};

/** Half sure to be finished, less what work usually takes from start to finish; never before today. */
const startOf = (forecast: DeliveryItem | undefined, item: Item, cycle: number | null, today: Day): Day | null => {
  if (!forecast?.p50) return null;
  const takes = cycle ?? Math.round(((forecast.days ?? item.sizeDays ?? 0) * 7) / 5);
  const start = addDays(forecast.p50, -takes);
  return start < today ? today : start;
};

/** Median of calendar days from start to finish; null where fewer than five items tell. */
export const typicalCycle = (book: Book): number | null => {
  const days = [...book.item.values()]
    .flatMap((item) => (item.startedOn && item.finishedOn && !item.retired ? [daysBetween(item.startedOn, item.finishedOn)] : []))
    .toSorted((a, b) => a - b);
  return days.length < 5 ? null : days[days.length >> 1]!;
};

/** The kind of an item: the channel of its campaign, else the commonest among the campaigns of its priority. */
const kindsOf = (book: Book): ((item: Item) => string | null) => {
  const own = new Map<ItemId, string>();
  const near = new Map<PriorityId, Map<string, number>>();
  for (const { item, channel, retired } of book.campaign.values()) {
    if (item === null || retired) continue;
    own.set(item, channel);
    const priority = book.item.get(item)?.priority ?? null;
    if (priority === null) continue;
    const counts = near.get(priority) ?? new Map<string, number>();
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
    near.set(priority, counts);
  }
  return (item) => {
    const counts = item.priority === null ? undefined : near.get(item.priority);
    const commonest = counts && [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
    return own.get(item.id) ?? commonest ?? null;
  };
};

/** Every kind of work there is: the channels of campaigns, and those for which a lag is stated. */
export const kindsOfWork = (book: Book): string[] => {
  const names = new Map<string, string>();
  for (const { kind } of book.assumption.get('assumption')?.lags ?? []) names.set(kind.toLowerCase(), kind);
  for (const { channel, retired } of book.campaign.values())
    if (!retired && !names.has(channel.toLowerCase())) names.set(channel.toLowerCase(), channel);
  return [...names.values()].toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
};
