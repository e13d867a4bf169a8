/**
 * When work will be done, as far as the requester's page and the mail need it: three dates for each open item, and
 * what they rest on. The numbers are the delivery forecast's; here they are only put beside the queue.
 */
import type { ItemId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/day.ts';
import type { Book } from '../../domain/book.ts';

/** Half sure, 85 % and 95 % sure to be done by the end of that day. */
export type Sure = { readonly p50: Day; readonly p85: Day; readonly p95: Day };

export type Dates = {
  /** null for an item for which nothing can be said. */
  readonly of: (item: ItemId) => Sure | null;
  /** "what the team really finishes: 17 items in the last 12 weeks"; or why nothing can be said. */
  readonly why: string;
};

/** Works out the dates for a book, on a day. */
export type DatesOf = (book: Book, today: Day) => Dates;
