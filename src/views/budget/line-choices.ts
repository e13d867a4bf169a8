/** Budget lines to choose from: those that stand, in one currency, by what their money is for, with what they have left. */
import type { Book } from '../../domain/book.ts';
import type { BudgetLine } from '../../domain/capacity/line.ts';
import { leftOn } from '../../domain/campaign/set-aside.ts';
import type { BudgetId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { moneyFull } from '../words/format.ts';

/** In the order in which they stand. */
const GROUPS = ['Tied to a priority', 'Tied to a campaign', 'Tied to neither'] as const;

export type LineChoice = { readonly value: BudgetId; readonly label: string; readonly group: (typeof GROUPS)[number] };

/**
 * Lines of this currency that are not retired, grouped by what they are tied to, by name within. `chosen` stays among them whatever it is; `fits` leaves out others.
 */
export const lineChoices = (
  book: Book,
  currency: Currency | null,
  chosen: BudgetId | null,
  fits: (line: BudgetLine) => boolean = () => true,
): readonly LineChoice[] =>
  [...book.budget.values()]
    .filter((line) => line.id === chosen || (!line.retired && line.currency === currency && fits(line)))
    .map((line) => ({
      value: line.id,
      label: `${line.name}, ${moneyFull({ minor: leftOn(book, line), currency: line.currency })} left`,
      group: GROUPS[line.purpose === null ? 2 : line.purpose.kind === 'campaign' ? 1 : 0],
    }))
    .toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.label.localeCompare(b.label));
