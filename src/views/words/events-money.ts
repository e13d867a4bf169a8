/** Sentences of money: budget lines, what is promised and spent, months that are closed, rates. */
import type { MoneyEvent } from '../../domain/capacity/money.ts';
import type { Purpose } from '../../domain/capacity/line.ts';
import { monthNamed } from '../../kernel/fiscal-month.ts';
import type { BudgetId, NoteId } from '../../kernel/ids.ts';
import { dayWords, list, moneyFull, monthOfYear, tally } from './format.ts';
import { thingTitle } from './names.ts';
import type { Sentences, Telling } from './telling.ts';

const line = (id: BudgetId, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/plan/budget/${id}` });
const called = ({ book }: Telling, id: string): string => `“${thingTitle(book, 'budget', id)}”`;
const money = ({ book }: Telling, id: BudgetId, minor: number): string =>
  moneyFull({ minor, currency: book.budget.get(id)?.currency ?? null });
const monthCalled = ({ book, today }: Telling, id: string): string => {
  const fiscal = book.company.get('company')?.fiscal;
  const month = fiscal ? monthNamed(fiscal, id) : null;
  return month ? monthOfYear(month, today) : id;
};
const purposeOf = (t: Telling, purpose: Purpose | null): string =>
  purpose === null ? 'no purpose' : `“${thingTitle(t.book, purpose.kind, purpose.id)}”`;

export const MONEY_EVENTS: Sentences<MoneyEvent> = {
  'budget/opened': ({ id, name }) => line(id, `opened the budget line “${name}”`),
  'budget/renamed': ({ id, name }) => line(id, `renamed a budget line to “${name}”`),
  'budget/handed-over': ({ id, owner }, t) => line(id, `handed the budget line ${called(t, id)} to ${t.nameOf(owner)}`),
  'budget/tied': ({ id, purpose, takesSpend }, t) =>
    line(id, `tied ${called(t, id)} to ${purposeOf(t, purpose)}${purpose && takesSpend ? ', whose imported spend counts on it' : ''}`),
  'budget/planned': ({ id, months }, t) =>
    line(
      id,
      months.length > 3
        ? `planned ${tally(months.length, 'month')} of ${called(t, id)}`
        : `planned ${list(months.map((m) => `${money(t, id, m.minor)} in ${monthCalled(t, m.month)}`))} for ${called(t, id)}`,
    ),
  'budget/forecast-given': ({ id, month, minor }, t) =>
    line(
      id,
      minor === null
        ? `let the forecast of ${called(t, id)} for ${monthCalled(t, month)} follow the plan`
        : `expected ${money(t, id, minor)} for ${called(t, id)} in ${monthCalled(t, month)}`,
    ),
  'budget/committed': ({ id, what, minor, due }, t) =>
    line(id, `committed ${money(t, id, minor)} of ${called(t, id)} to “${what}”, due ${dayWords(due, t.today)}`),
  'budget/released': ({ id, minor, why }, t) => line(id, `released ${money(t, id, minor)} of what ${called(t, id)} had committed`, why),
  'budget/recorded': ({ id, what, minor }, t) =>
    line(id, `recorded ${minor < 0 ? 'a credit note of ' : ''}${money(t, id, Math.abs(minor))} on ${called(t, id)}: “${what}”`),
  'budget/struck': ({ id, why }, t) => line(id, `struck out an entry of ${called(t, id)}`, why),
  'budget/gave': ({ id, to, month, minor, why }, t) =>
    line(
      id,
      id === to
        ? `moved ${money(t, id, minor)} of ${called(t, id)} out of ${monthCalled(t, month)}`
        : `moved ${money(t, id, minor)} from ${called(t, id)} to ${called(t, to)}`,
      why,
    ),
  'budget/received': ({ id, from, month, minor, why }, t) =>
    line(
      id,
      id === from
        ? `put ${money(t, id, minor)} of ${called(t, id)} into ${monthCalled(t, month)}`
        : `gave ${called(t, id)} ${money(t, id, minor)} from ${called(t, from)}`,
      why,
    ),
  'budget/closed': ({ id, why }, t) => line(id, `closed the budget line ${called(t, id)}`, why),

  'month/locked': ({ month }, t) => ({ text: `closed the books of ${monthCalled(t, month)}`, quote: null, href: '/plan/budget' }),
  'month/unlocked': ({ month, why }, t) => ({
    text: `opened the books of ${monthCalled(t, month)} again`,
    quote: why,
    href: '/plan/budget',
  }),

  'rate/set': ({ from, to, day, rate }, t) => ({
    text: `recorded 1 ${from} as ${rate} ${to} from ${dayWords(day, t.today)}`,
    quote: null,
    href: '/plan/budget/rates',
  }),
  'rate/removed': ({ from, to, day }, t) => ({
    text: `removed the rate from ${from} to ${to} of ${dayWords(day, t.today)}`,
    quote: null,
    href: '/plan/budget/rates',
  }),
};
