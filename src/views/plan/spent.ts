/** What of a priority is done and paid already: what a change cannot give back. */
import { sizeOf } from '../../domain/backlog/sizing.ts';
import type { Book } from '../../domain/book.ts';
import type { BudgetLine, ByMonth } from '../../domain/capacity/line.ts';
import { figuresByMonth, figuresOver, NO_FIGURES, plusFigures, type Figures } from '../../domain/capacity/figures.ts';
import { convertedOn } from '../../domain/capacity/rate.ts';
import { monthsOfQuarter } from '../../kernel/fiscal-month.ts';
import type { PriorityId } from '../../kernel/ids.ts';

/** Imported spend by budget line and month, in the line's currency (budget/spend.ts). */
export type Spend = ReadonlyMap<string, ByMonth>;

export type Spent = {
  /** Person-days of finished work items, and half of those started; never more than the priority's effort. */
  readonly days: number;
  /** Committed and paid; null where no budget line is tied to it, so that nobody knows. */
  readonly minor: number | null;
};

/** Person-days of its work items that are done, at most `effortDays`: finished ones whole, started ones half. */
export const doneDays = (book: Book, priority: PriorityId, effortDays: number): number => {
  let days = 0;
  for (const item of book.item.values())
    if (item.priority === priority && !item.retired && (item.startedOn !== null || item.finishedOn !== null))
      days += (sizeOf(book, item).days ?? 0) / (item.finishedOn ? 1 : 2);
  return Math.min(effortDays, Math.round(days * 10) / 10);
};

/** The budget lines that are for a priority: tied to it, or to a campaign of its work. */
export const linesFor = (book: Book, priority: PriorityId): readonly BudgetLine[] =>
  [...book.budget.values()].filter((line) => {
    if (line.retired || !line.purpose) return false;
    if (line.purpose.kind === 'priority') return line.purpose.id === priority;
    const item = book.campaign.get(line.purpose.id)?.item;
    return item !== null && item !== undefined && book.item.get(item)?.priority === priority;
  });

/**
 * Plan, committed, actual and available of some lines in a quarter, in the company's currency, each month converted by
 * the rate in force on its first day. Null where there is no line, or one cannot be converted. Without `spend`, which
 * comes from the facts, actual is only what was recorded by hand.
 */
export const figuresFor = (book: Book, lines: readonly BudgetLine[], period: string, spend?: Spend): Figures | null => {
  const { fiscal, currency } = book.company.get('company')!;
  if (lines.length === 0 || currency === null) return null;
  let sum = NO_FIGURES;
  for (const line of lines) {
    const byMonth = figuresByMonth(book, line, spend?.get(line.id));
    for (const { id, from } of monthsOfQuarter(fiscal, period)) {
      const own = figuresOver(byMonth, [id]);
      const at = (minor: number): number | null => (minor === 0 ? 0 : convertedOn(book, minor, line.currency, currency, from));
      const [plan, committed, actual, available] = [at(own.plan), at(own.committed), at(own.actual), at(own.available)];
      if (plan === null || committed === null || actual === null || available === null) return null;
      sum = plusFigures(sum, { plan, committed, actual, available });
    }
  }
  return sum;
};

/** What is done and paid of a priority of a plan. */
export const spentOn = (
  book: Book,
  period: string,
  of: { readonly id: PriorityId; readonly effortDays: number; readonly budgetMinor: number | null },
  spend?: Spend,
): Spent => {
  const money = figuresFor(book, linesFor(book, of.id), period, spend);
  return {
    days: doneDays(book, of.id, of.effortDays),
    minor: money === null ? null : Math.min(of.budgetMinor ?? 0, Math.max(0, money.committed + money.actual)),
  };
};
