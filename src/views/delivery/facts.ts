/** The delivery forecast as it travels: dates by item and by priority, the lines, the horizon, and what it rests on. */
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import type { ItemId, PriorityId } from '../../kernel/ids.ts';
import type { Growth } from '../../models/delivery/growth.ts';
import type { Basis } from './basis.ts';
import { trialsFor, TRIALS } from './computed.ts';
import { delivery } from './delivery.ts';
import { inputOf } from './input.ts';
import { usefulStarts } from './latest-useful-start.ts';
import { NO_LAGS, type Lag, type MeasuredLags } from './measured-lags.ts';
import { fits } from './moved.ts';
import { priorityDates } from './priority-dates.ts';

export type ForecastItem = {
  readonly id: ItemId;
  readonly ref: string;
  readonly title: string;
  readonly place: number;
  readonly priority: PriorityId | null;
  readonly p50: Day | null;
  readonly p85: Day | null;
  readonly p95: Day | null;
  readonly chance: number | null;
  readonly days: number | null;
  readonly guessedFrom: number;
  /** Work that starts later lands less than half of its effect by the due date of its outcome; null where that is not known. */
  readonly latestUsefulStart: Day | null;
  readonly startsTooLate: boolean;
  /** Share of the effect that still lands in time; null where not known. */
  readonly shareInTime: number | null;
  /** Whether the lag behind it was measured, borrowed from all channels or stated by people; null where not known. */
  readonly lagBasis: Lag['basis'] | null;
};

export type ForecastFacts = {
  readonly title: string;
  readonly asOf: Day;
  readonly period: string;
  readonly periodEnds: Day;
  readonly basis: Basis;
  readonly why: string;
  readonly needs: string | null;
  readonly throughput: { readonly weeks: readonly number[]; readonly from: Day; readonly to: Day; readonly perWeek: number | null };
  readonly growth: Growth & { readonly stated: boolean };
  readonly trials: number;
  /** Items from the top that are each at least 85 % and 50 % likely to be finished in the period; null without a forecast. */
  readonly lines: { readonly sure: number; readonly even: number } | null;
  readonly horizon: {
    readonly items: number;
    readonly last: Day | null;
    readonly low: Day | null;
    readonly high: Day | null;
    readonly years: number | null;
    readonly notAskedForInAYear: number;
  } | null;
  readonly priorities: readonly {
    readonly id: PriorityId;
    readonly title: string;
    readonly open: number;
    readonly p50: Day | null;
    readonly p85: Day | null;
    readonly p95: Day | null;
    readonly chance: number | null;
  }[];
  readonly items: readonly ForecastItem[];
};

/** At most `limit` items are named; everything else is about the whole list. */
export const forecastFacts = (
  book: Book,
  today: Day,
  period?: string,
  limit = Infinity,
  measured: MeasuredLags = NO_LAGS,
): ForecastFacts => {
  const found = delivery(book, { today, ...(period !== undefined && { period }) });
  const { ground, lines, horizon, items } = found;
  const input = inputOf(
    ground,
    items.map((item) => item.id),
  );
  const useful = usefulStarts(book, today, measured);
  return {
    title: `${fits(found, `in ${found.period.id.replace(/^(\d{4})-(Q\d)$/, '$2 $1')}`)}.`,
    asOf: today,
    period: found.period.id,
    periodEnds: found.lastDay,
    basis: ground.ruling.basis,
    why: ground.ruling.why,
    needs: ground.ruling.needs,
    throughput: {
      weeks: ground.throughput.weeks,
      from: ground.throughput.from,
      to: ground.throughput.to,
      perWeek: ground.throughput.perWeek,
    },
    growth: { ...ground.growth, stated: ground.grown },
    trials: input ? trialsFor(input, TRIALS) : 0,
    lines,
    horizon: horizon && {
      items: horizon.items,
      last: horizon.last,
      low: horizon.low,
      high: horizon.high,
      years: horizon.years,
      notAskedForInAYear: horizon.stale.length,
    },
    priorities: [...priorityDates(book, found)].flatMap(([id, { open, last }]) => {
      const priority = book.priority.get(id);
      return priority ? [{ id, title: priority.title, open, p50: last.p50, p85: last.p85, p95: last.p95, chance: last.chance }] : [];
    }),
    items: items.slice(0, limit).map((forecast): ForecastItem => {
      const item = book.item.get(forecast.id)!;
      const start = useful(item, forecast).found;
      return {
        ...forecast,
        ref: item.ref,
        title: item.title,
        priority: item.priority,
        latestUsefulStart: start?.latest ?? null,
        startsTooLate: start?.late ?? false,
        shareInTime: start?.share ?? null,
        lagBasis: start?.lag.basis ?? null,
      };
    }),
  };
};
