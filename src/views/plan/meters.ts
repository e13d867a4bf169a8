/** People, money and time of a plan: what it takes of what is recorded, and what is left. */
import type { Book } from '../../domain/book.ts';
import { loadOf, mustLimit, roomOf } from '../../domain/blueprint/gate.ts';
import type { Plan } from '../../domain/blueprint/plan.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import { figuresFor, linesFor, type Spend } from './spent.ts';

/** Person-days by class, against what is recorded. */
export type PeopleMeter = {
  readonly days: number;
  /** null where nobody recorded any. */
  readonly of: number | null;
  readonly must: number;
  readonly should: number;
  readonly could: number;
  /** Person-days that Must may take; null with `of`. */
  readonly mustLimit: number | null;
  readonly mustPercent: number;
  readonly couldPercent: number;
  /** Shares of what is recorded, from 0; null with `of`. */
  readonly shares: { readonly must: number; readonly should: number; readonly could: number } | null;
  /** What is left, negative where it is too little; null with `of`. */
  readonly free: number | null;
  /** Could is well above its rule of thumb: by more than five points. */
  readonly couldHigh: boolean;
};

export type MoneyMeter = {
  readonly minor: number;
  readonly of: number | null;
  readonly free: number | null;
  /** What of the planned money is paid and promised already; null where no budget line is tied to these priorities. */
  readonly spent: number | null;
  readonly committed: number | null;
};

export type TimeMeter = { readonly of: number; readonly gone: number; readonly left: number };

export type Meters = { readonly people: PeopleMeter; readonly money: MoneyMeter; readonly time: TimeMeter };

export const metersOf = (book: Book, plan: Plan, period: string, today: Day, spend?: Spend): Meters => {
  const load = loadOf(plan);
  const room = roomOf(plan);
  const { must, should, could } = load.byClass;
  const share = (n: number): number => (room.days ? n / room.days : 0);
  const shares = room.days === null || room.days === 0 ? null : { must: share(must), should: share(should), could: share(could) };
  const lines = [...new Set(plan.lines.flatMap((l) => linesFor(book, l.id)))];
  const money = figuresFor(book, lines, period, spend);
  const of = daysBetween(plan.from, plan.to);
  const gone = Math.max(0, Math.min(of, daysBetween(plan.from, today)));
  return {
    people: {
      days: load.days,
      of: room.days,
      must,
      should,
      could,
      mustLimit: mustLimit(plan),
      mustPercent: plan.rule.mustPercent,
      couldPercent: plan.rule.couldPercent,
      shares,
      free: room.days === null ? null : Math.round((room.days - load.days) * 10) / 10,
      couldHigh: shares !== null && shares.could * 100 > plan.rule.couldPercent + 5,
    },
    money: {
      minor: load.minor,
      of: room.minor,
      free: room.minor === null ? null : room.minor - load.minor,
      spent: money && Math.min(load.minor, money.actual),
      committed: money && Math.max(0, Math.min(load.minor - money.actual, money.committed)),
    },
    time: { of, gone, left: of - gone },
  };
};
