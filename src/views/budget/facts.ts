/** The budget of a year as it travels: the page in plain lines, and the imported spend it counts, by line and month. */
import type { Book } from '../../domain/book.ts';
import type { ByMonth } from '../../domain/capacity/line.ts';
import type { Day } from '../../kernel/day.ts';
import type { BudgetId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { budgetPage } from './budget.ts';
import type { BudgetPage, Money5, MonthHead } from './page.ts';
import type { SpendOnLines } from './spend.ts';

export type BudgetFacts = Pick<BudgetPage, 'year' | 'currency' | 'title' | 'scope' | 'notes' | 'total' | 'byCurrency' | 'beside'> & {
  readonly asOf: Day;
  readonly months: readonly MonthHead[];
  readonly lines: readonly {
    readonly id: BudgetId;
    readonly name: string;
    readonly currency: Currency;
    readonly closed: boolean;
    /** In the order of `months`, in the line's currency. */
    readonly byMonth: readonly Money5[];
    readonly total: Money5;
  }[];
  /** Imported spend that is in `actual`, in each line's currency. */
  readonly spend: { readonly [line: BudgetId]: ByMonth };
};

export const budgetFacts = (book: Book, year: number, today: Day, spend: SpendOnLines): BudgetFacts => {
  const { lines, byMonth: _byMonth, others: _others, without: _without, ...page } = budgetPage(book, year, today, spend);
  return {
    ...page,
    asOf: today,
    lines: lines.map(({ line, byMonth, total }) => ({
      id: line.id,
      name: line.name,
      currency: line.currency,
      closed: line.retired !== null,
      byMonth: byMonth.map(({ own: _own, spend: _spend, ...money }) => money),
      total,
    })),
    spend: Object.fromEntries(spend.byLine),
  };
};

/** The spend back out of what travelled, for a browser that counts the rest itself. */
export const spendIn = ({ spend, beside }: BudgetFacts): SpendOnLines => ({
  byLine: new Map(Object.entries(spend) as [BudgetId, ByMonth][]),
  beside,
});
