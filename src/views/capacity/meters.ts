/** How full a quarter is: people, money and time, each a part of a whole. What the gate, Home and the Blueprint look at. */
import { plannedElsewhere } from '../../domain/blueprint/draft.ts';
import type { Book } from '../../domain/book.ts';
import { NO_FIGURES, plusFigures } from '../../domain/capacity/figures.ts';
import { recordedCapacity } from '../../domain/capacity/recorded.ts';
import { recordedMoney } from '../../domain/capacity/recorded-money.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import { figuresFor, type Spend } from '../plan/spent.ts';
import { plannedIn } from './planned.ts';

export type Meters = {
  readonly people: {
    /** Person-days there are; null where nobody's hours are recorded. */
    readonly days: number | null;
    readonly must: number;
    readonly should: number;
    readonly could: number;
    readonly planned: number;
    /** What is left; negative where more is planned than there is; null where capacity is not recorded. */
    readonly free: number | null;
    /** Share of Must in the recorded days; null where they are not recorded or 0. */
    readonly mustShare: number | null;
  };
  readonly money: {
    /** Plan of the budget lines in the company's currency; null where none is recorded or a rate is missing. */
    readonly planMinor: number | null;
    readonly actualMinor: number;
    readonly committedMinor: number;
    /** What the priorities of the quarter are given. */
    readonly prioritiesMinor: number;
    /** What lines for priorities of other quarters plan in this one: campaigns that run on. */
    readonly elsewhereMinor: number;
    /** Plan less what the priorities are given, and less what lines for priorities of other quarters still plan; null as above. */
    readonly freeMinor: number | null;
    /** Lines whose money has no rate into the company's currency, by name. */
    readonly without: readonly string[];
  };
  /** Days of the quarter: all, and still to come (today is one of them). */
  readonly time: { readonly days: number; readonly left: number };
};

/** `spend` is imported spend by line and month, in the line's currency; left out where it is not at hand. */
export const metersOf = (book: Book, period: string, today: Day, spend?: Spend): Meters => {
  const { from, to, days } = recordedCapacity(book, period);
  const planned = plannedIn(book, period);
  const money = recordedMoney(book, period);
  // Of every line, closed ones too, as the budget counts; each month converted. A line without a rate is left out.
  const spent = [...book.budget.values()]
    .map((line) => figuresFor(book, [line], period, spend) ?? NO_FIGURES)
    .reduce(plusFigures, NO_FIGURES);
  const prioritiesMinor = planned.priorities.reduce((sum, p) => sum + (p.budgetMinor ?? 0), 0);
  const elsewhere = plannedElsewhere(book, period);
  const all = daysBetween(from, to);
  return {
    people: {
      days,
      ...planned.byClass,
      planned: planned.days,
      free: days === null ? null : days - planned.days,
      mustShare: days === null || days === 0 ? null : planned.byClass.must / days,
    },
    money: {
      planMinor: money.minor,
      actualMinor: spent.actual,
      committedMinor: spent.committed,
      prioritiesMinor,
      elsewhereMinor: elsewhere,
      freeMinor: money.minor === null ? null : money.minor - prioritiesMinor - elsewhere,
      without: money.without.map((id) => book.budget.get(id)?.name ?? id),
    },
    time: { days: all, left: Math.max(0, Math.min(all, daysBetween(today, to))) },
  };
};
