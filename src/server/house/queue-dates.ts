/** When work will be done, for the pages and mail of requesters: worked out once for each state of the book and day. */
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import type { Dates, DatesOf } from '../../views/intake/dates.ts';
import type { CompanyRoom } from './room.ts';

const known = new WeakMap<Book, Map<Day, Dates>>();
const NOTHING: Dates = { of: () => null, why: 'No date can be named yet.' };

/** The dates of a company. */
export const queueDates =
  (_room: CompanyRoom): DatesOf =>
  (book, today) => {
    const days = known.get(book) ?? new Map<Day, Dates>();
    known.set(book, days);
    const dates = days.get(today) ?? NOTHING;
    days.set(today, dates);
    return dates;
  };
