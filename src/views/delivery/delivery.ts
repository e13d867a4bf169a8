/**
 * The delivery forecast of a book: when each open item is finished, what fits into the period, how far the list reaches.
 * Pure; the same in server, page and worker. An estimate: no rule of the domain may rest on it.
 */
import type { Book } from '../../domain/book.ts';
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/fiscal.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { NEVER } from '../../models/delivery/finishes.ts';
import { orderOf } from '../work/backlog.ts';
import { computed, TRIALS, type Computed } from './computed.ts';
import { groundOf, inputOf, type Ground } from './input.ts';
import { lastAskedOf } from './last-asked.ts';
import { workdayFrom } from './workdays.ts';

export type DeliveryWish = {
  readonly today: Day;
  /** A what-if order instead of the agreed one. */
  readonly order?: readonly ItemId[];
  /** Fiscal quarter; the one that holds today unless said. */
  readonly period?: string;
  readonly trials?: number;
};

/** Dates are null where nothing carries a forecast, or where they lie more than fifty years ahead. */
export type DeliveryItem = {
  readonly id: ItemId;
  /** From 1. */
  readonly place: number;
  readonly p50: Day | null;
  readonly p85: Day | null;
  readonly p95: Day | null;
  /** Chance to be finished by the period's end; null where nothing carries a forecast. */
  readonly chance: number | null;
  /** Person-days, as given or guessed; null where neither. */
  readonly days: number | null;
  /** The size is a guess from so many similar items; 0: somebody gave it (or `days` is null). */
  readonly guessedFrom: number;
};

export type Horizon = {
  /** How many items are promised. */
  readonly items: number;
  /** When the last of them is finished, even odds; low and high bound 80 % of the trials. Null: beyond fifty years. */
  readonly last: Day | null;
  readonly low: Day | null;
  readonly high: Day | null;
  /** From today to `last`; null with it. */
  readonly years: number | null;
  /** Nobody asked for these in a year. */
  readonly stale: readonly ItemId[];
};

export type Delivery = {
  readonly today: Day;
  readonly period: Period;
  /** The last day that belongs to the period. */
  readonly lastDay: Day;
  readonly ground: Ground;
  readonly items: readonly DeliveryItem[];
  readonly byItem: ReadonlyMap<ItemId, DeliveryItem>;
  /** How many items from the top are each at least 85 % (`sure`) and 50 % (`even`) likely to be finished in the period; null without a forecast. */
  readonly lines: { readonly sure: number; readonly even: number } | null;
  readonly horizon: Horizon | null;
};

export const SURE = 0.85;
export const EVEN = 0.5;

/** The forecast of the book in its agreed order, or in the order wished for. */
export const delivery = (book: Book, { today, order, period, trials = TRIALS }: DeliveryWish): Delivery => {
  const ids = order ?? orderOf(book);
  const ground = groundOf(book, today, ids, period);
  const input = inputOf(ground, ids);
  return deliveryOf(book, ground, ids, input && computed(input, trials));
};

/** The forecast as people read it, from numbers that were computed here or elsewhere. */
export const deliveryOf = (book: Book, ground: Ground, ids: readonly ItemId[], found: Computed | null): Delivery => {
  const { today, period } = ground;
  const dates = datesFrom(today);
  const items = ids.map((id, i): DeliveryItem => {
    const { days, from } = ground.sizes.get(id) ?? { days: null, from: 0 };
    const list = found?.list;
    return {
      id,
      place: i + 1,
      p50: list ? dates(list.p50[i]!) : null,
      p85: list ? dates(list.p85[i]!) : null,
      p95: list ? dates(list.p95[i]!) : null,
      chance: list ? list.within[i]! : null,
      days,
      guessedFrom: from,
    };
  });
  return {
    today,
    period,
    lastDay: addDays(period.to, -1),
    ground,
    items,
    byItem: new Map(items.map((item) => [item.id, item])),
    lines: found ? { sure: prefix(found.list.within, SURE), even: prefix(found.list.within, EVEN) } : null,
    horizon: found && ids.length > 0 ? horizonOf(book, today, ids, found) : null,
  };
};

/** How many from the top are all at least so likely. */
const prefix = (chances: Float64Array, least: number): number => {
  const at = chances.findIndex((p) => p < least);
  return at < 0 ? chances.length : at;
};

/** Working day numbers as days, each worked out once: a long list names the same days again and again. */
const datesFrom = (today: Day): ((n: number) => Day | null) => {
  const known = new Map<number, Day>();
  return (n) => {
    if (n === NEVER) return null;
    const found = known.get(n) ?? workdayFrom(today, n);
    known.set(n, found);
    return found;
  };
};

const horizonOf = (book: Book, today: Day, ids: readonly ItemId[], { horizon }: Computed): Horizon => {
  const date = datesFrom(today);
  const last = date(horizon.p50[0]!);
  const yearAgo = addDays(today, -365);
  const asked = lastAskedOf(book);
  return {
    items: ids.length,
    last,
    low: date(horizon.p10[0]!),
    high: date(horizon.p90[0]!),
    years: last === null ? null : daysBetween(today, last) / 365.25,
    stale: ids.filter((id) => {
      const on = asked(id);
      return on !== null && on < yearAgo;
    }),
  };
};
