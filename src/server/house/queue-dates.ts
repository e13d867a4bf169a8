/** When work will be done, for the pages and mail of requesters: worked out once for each state of the book and day. */
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import { datesOf, type Dates, type DatesOf } from '../../views/intake/dates.ts';

const known = new WeakMap<Book, Map<string, Dates>>();

/** As `datesOf`, remembering what was asked of a book before. */
export const queueDates: DatesOf = (book, today: Day, order) => {
  const dates = known.get(book) ?? new Map<string, Dates>();
  known.set(book, dates);
  const key = `${today} ${order?.join(' ') ?? ''}`;
  const found = dates.get(key) ?? datesOf(book, today, order);
  dates.set(key, found);
  return found;
};
