/** What the budget page of a year is made of. */
import type { Figures } from '../../domain/capacity/figures.ts';
import type { BudgetLine } from '../../domain/capacity/line.ts';
import type { Period } from '../../kernel/fiscal.ts';
import type { Currency } from '../../kernel/money.ts';
import type { SpendOnLines } from './spend.ts';

/** Plan, committed, actual, available and forecast, in whole minor units of one currency. */
export type Money5 = Figures & { readonly forecast: number };
export type MonthHead = Period & { readonly locked: boolean; readonly ended: boolean };
export type LineMonth = Money5 & {
  /** True where somebody said what to expect. */
  readonly own: boolean;
  /** What of `actual` is imported spend. */
  readonly spend: number;
};
export type LineRow = {
  readonly line: BudgetLine;
  /** In the order of the months, in the line's currency. */
  readonly byMonth: readonly LineMonth[];
  readonly total: Money5;
};
export type BudgetPage = {
  readonly year: number;
  readonly months: readonly MonthHead[];
  /** The company's; null where nobody chose one. */
  readonly currency: Currency | null;
  readonly lines: readonly LineRow[];
  /** Standing lines with money in other years only. */
  readonly others: readonly BudgetLine[];
  /** All lines in the company's currency; null where a rate is missing. */
  readonly byMonth: readonly (Money5 | null)[];
  readonly total: Money5 | null;
  /** Exact sums in each currency. */
  readonly byCurrency: readonly { readonly currency: Currency; readonly total: Money5 }[];
  /** Lines that cannot be converted. */
  readonly without: readonly BudgetLine[];
  /** Imported spend that counts on no line. */
  readonly beside: SpendOnLines['beside'];
  readonly title: string;
  readonly scope: string;
  readonly notes: readonly string[];
};
