/** Refusals about people, their time and money, in words. */
import type { Book } from '../../domain/book.ts';
import { monthNamed } from '../../kernel/fiscal-month.ts';
import { capital, count, dayWords, inWords, moneyFull, monthOfYear, plural, short } from './format.ts';
import { thingTitle } from './names.ts';
import type { RefusalTable, RefusalWords } from './refusal-table.ts';

const words = (text: string, todo: string): RefusalWords => ({ text, todo });
const quoted = (text: string): string => `“${short(text, 60)}”`;
const monthCalled = (id: string, book: Book): string => {
  const fiscal = book.company.get('company')?.fiscal;
  const month = fiscal ? monthNamed(fiscal, id) : null;
  return month ? monthOfYear(month) : id;
};

export const CAPACITY_REFUSALS: Pick<
  RefusalTable,
  | 'no-weekday'
  | 'too-many-holidays'
  | 'calendar-in-use'
  | 'focus-out-of-range'
  | 'hours-out-of-range'
  | 'shares-not-whole'
  | 'skill-twice'
  | 'team-has-people'
  | 'not-a-month'
  | 'month-locked'
  | 'amount-needed'
  | 'more-than-open'
  | 'more-than-planned'
  | 'no-rate'
  | 'currencies-differ'
  | 'invoice-twice'
  | 'spend-taken'
  | 'struck-already'
  | 'commitments-open'
  | 'nowhere-to-move'
  | 'not-a-rate'
  | 'same-currency'
  | 'calendar-budgeted'
> = {
  'no-weekday': () => words('The calendar has no working day.', 'Choose at least one day from Monday to Sunday.'),
  'too-many-holidays': ({ most }) =>
    words(`A working calendar holds at most ${count(most)} holidays.`, 'Remove those of past years, or draw a second calendar.'),
  'calendar-in-use': ({ id, by }, book) =>
    words(
      `${capital(inWords(by))} ${by === 1 ? 'person or team follows' : 'people or teams follow'} the working calendar ${quoted(thingTitle(book, 'calendar', id))}.`,
      'Let them follow another one first.',
    ),
  'focus-out-of-range': () => words('A focus factor lies between 0 and 1.', 'Give the share of the time that goes into planned work: 0.8.'),
  'hours-out-of-range': () => words('Weekly hours lie between 0 and 80.', 'Give the hours of one week: 40, or 32 for four days.'),
  'shares-not-whole': () => words('The shares of the skills do not sum to 100 %.', 'Give each a whole percent above 0, 100 in all.'),
  'skill-twice': ({ skill }) => words(`The skill ${quoted(skill)} is named twice.`, 'Name it once, with both shares added up.'),
  'team-has-people': ({ id, people }, book) =>
    words(
      `${capital(plural(people, 'person', 'people'))} ${people === 1 ? 'is' : 'are'} in the team ${quoted(thingTitle(book, 'team', id))}.`,
      'Let them join another team first.',
    ),

  'not-a-month': ({ found }) =>
    words(`${quoted(found)} is no month of this company's fiscal calendar.`, 'Name it by year and month: 2026-M04.'),
  'month-locked': ({ month }, book) =>
    words(`The books of ${monthCalled(month, book)} are closed.`, 'Choose a later month, or ask finance to open it again.'),
  'amount-needed': () => words('The amount is 0.', 'Give an amount; a credit note is negative.'),
  'more-than-open': ({ open, currency }) =>
    words(
      `Only ${moneyFull({ minor: open, currency })} of this commitment ${open === 0 ? 'is' : 'are'} still open.`,
      'Release that much or less.',
    ),
  'more-than-planned': ({ planned, currency, month }, book) =>
    words(
      `The line has only ${moneyFull({ minor: planned, currency })} planned in ${monthCalled(month, book)}.`,
      'Move that much or less, or choose another month.',
    ),
  'no-rate': ({ from, to, day }) =>
    words(`No rate from ${from} to ${to} is recorded for ${dayWords(day)} or before.`, 'Record the rate of that day first.'),
  'currencies-differ': ({ from, to }) =>
    words(`One line is in ${from}, the other in ${to}.`, 'Move money between lines of one currency; plan the others anew.'),
  'invoice-twice': ({ ref, on }) =>
    words(
      `The invoice ${quoted(ref)} of ${dayWords(on)} is recorded on this line already.`,
      'Strike the other one out first, or give this one its own number.',
    ),
  'spend-taken': ({ name }) =>
    words(
      `The budget line ${quoted(name)} already takes the imported spend of this.`,
      'Let one of the two count only what is recorded by hand.',
    ),
  'struck-already': () => words('This entry is struck out already.', 'Nothing needs to be done.'),
  'commitments-open': ({ count: open }) =>
    words(
      `${capital(plural(open, 'commitment'))} of this line ${open === 1 ? 'is' : 'are'} still open.`,
      'Record what was paid, or release what will not be needed.',
    ),
  'nowhere-to-move': () => words('The money would stay where it is.', 'Choose another line or another month.'),
  'not-a-rate': ({ found }) => words(`${quoted(found)} is no exchange rate.`, 'Give a positive decimal number with a point: 0.9231.'),
  'same-currency': ({ currency }) => words(`Both currencies are ${currency}.`, 'Choose two different ones.'),
  'calendar-budgeted': ({ name }) =>
    words(
      `The budget line ${quoted(name)} is planned by the months of this fiscal calendar.`,
      'Found another company for another fiscal calendar.',
    ),
};
