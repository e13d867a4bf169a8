/**
 * Figures of a budget line, month by month: `available = plan − committed − actual`, always, since it is never kept but
 * counted. Whole minor units of the line's currency. A year is the sum of its months.
 */
import { monthAfter, monthOf } from '../../kernel/fiscal-month.ts';
import { isMonthLocked, openOf, type BudgetLine, type ByMonth, type CapacityBook } from './line.ts';

export type Figures = {
  readonly plan: number;
  /** Promised and still open. */
  readonly committed: number;
  /** Spent: entries that count, and imported spend. */
  readonly actual: number;
  readonly available: number;
};

export const NO_FIGURES: Figures = { plan: 0, committed: 0, actual: 0, available: 0 };

/** The sum of some figures of one currency. */
export const plusFigures = (a: Figures, b: Figures): Figures => ({
  plan: a.plan + b.plan,
  committed: a.committed + b.committed,
  actual: a.actual + b.actual,
  available: a.available + b.available,
});

/** The month in which what is still open stands: that of the due date, or the next one that is not locked. */
const openMonth = (book: CapacityBook, due: string): string => {
  const { fiscal } = book.company.get('company')!;
  let month = monthOf(fiscal, due).id;
  while (isMonthLocked(book, month)) month = monthAfter(fiscal, month).id;
  return month;
};

/** What is committed and open, by month. */
export const committedByMonth = (book: CapacityBook, line: BudgetLine): ByMonth => {
  const found: { [month: string]: number } = {};
  for (const commitment of line.commitments) {
    const open = openOf(line, commitment);
    if (open === 0) continue;
    const month = openMonth(book, commitment.due);
    found[month] = (found[month] ?? 0) + open;
  }
  return found;
};

/** What was recorded as spent, by month. */
export const recordedByMonth = (book: CapacityBook, line: BudgetLine): ByMonth => {
  const { fiscal } = book.company.get('company')!;
  const found: { [month: string]: number } = {};
  for (const { on, minor, struck } of line.entries) {
    if (struck !== null) continue;
    const month = monthOf(fiscal, on).id;
    found[month] = (found[month] ?? 0) + minor;
  }
  return found;
};

/** Every month of a line with its figures; `spend` is imported spend by month, in the line's currency. */
export const figuresByMonth = (book: CapacityBook, line: BudgetLine, spend: ByMonth = {}): ReadonlyMap<string, Figures> => {
  const [committed, recorded] = [committedByMonth(book, line), recordedByMonth(book, line)];
  const months = [...new Set([line.plan, line.forecast, committed, recorded, spend].flatMap((by) => Object.keys(by)))].toSorted();
  return new Map(
    months.map((month) => {
      const actual = (recorded[month] ?? 0) + (spend[month] ?? 0);
      const figures = { plan: line.plan[month] ?? 0, committed: committed[month] ?? 0, actual };
      return [month, { ...figures, available: figures.plan - figures.committed - actual }];
    }),
  );
};

/** The figures of a line over these months. */
export const figuresOver = (byMonth: ReadonlyMap<string, Figures>, months: readonly string[]): Figures =>
  months.reduce((sum, month) => plusFigures(sum, byMonth.get(month) ?? NO_FIGURES), NO_FIGURES);
