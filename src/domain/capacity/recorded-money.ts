/** Plan money of a fiscal quarter in the company's currency: what the money side of a gate rests on. */
import { monthsOfQuarter } from '../../kernel/fiscal-month.ts';
import type { BudgetId } from '../../kernel/ids.ts';
import type { CapacityBook } from './line.ts';
import { convertedOn } from './rate.ts';

export type RecordedMoney = {
  /** Whole minor units of the company's currency; null where no plan is recorded for the quarter, or `without` names a line. */
  readonly minor: number | null;
  /** Lines whose plan cannot be converted: their currency has no rate on the first day of a month. */
  readonly without: readonly BudgetId[];
};

/** Plan of all lines that stand; each month is converted by the rate in force on its first day. Throws RangeError for a name that is no quarter. */
export const recordedMoney = (book: CapacityBook, period: string): RecordedMoney => {
  const { fiscal, currency } = book.company.get('company')!;
  const months = monthsOfQuarter(fiscal, period);
  let sum: number | null = null;
  const without = new Set<BudgetId>();
  for (const line of book.budget.values()) {
    if (line.retired) continue;
    for (const { id, from } of months) {
      const plan = line.plan[id];
      if (plan === undefined) continue;
      const minor = currency === null ? null : convertedOn(book, plan, line.currency, currency, from);
      if (minor === null) without.add(line.id);
      else sum = (sum ?? 0) + minor;
    }
  }
  return { minor: without.size > 0 ? null : sum, without: [...without] };
};
