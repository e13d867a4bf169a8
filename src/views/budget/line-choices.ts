/** Budget lines to choose from: those that stand, in one currency, by what their money is for, with what they have left. */
import type { Book } from '../../domain/book.ts';
import type { BudgetLine } from '../../domain/capacity/line.ts';
import { leftOn } from '../../domain/campaign/set-aside.ts';
import type { BudgetId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { moneyFull } from '../words/format.ts';
import { thingTitle } from '../words/names.ts';

export type LineChoice = { readonly value: BudgetId; readonly label: string; readonly group: string };

const UNTIED = 'Tied to no priority or campaign';

/**
 * Lines of this currency that are not retired, grouped by the priority or campaign that they are tied to (those tied to none last), by name
 * within. `chosen` stays among them whatever it is; `fits` leaves out others.
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
      group: line.purpose === null ? UNTIED : thingTitle(book, line.purpose.kind, line.purpose.id),
    }))
    .toSorted(
      (a, b) => Number(a.group === UNTIED) - Number(b.group === UNTIED) || a.group.localeCompare(b.group) || a.label.localeCompare(b.label),
    );
