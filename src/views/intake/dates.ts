/**
 * When work will be done, as far as a requester's page and mail need it: three dates for each open item, and what they
 * rest on. The numbers are the delivery forecast's.
 */
import type { Book } from '../../domain/book.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/day.ts';
import { delivery } from '../delivery/delivery.ts';
import { plural, tally } from '../words/format.ts';

/** Half sure, 85 % and 95 % sure to be done by the end of that day. */
export type Sure = { readonly p50: Day; readonly p85: Day; readonly p95: Day };

export type Dates = {
  /** null for an item for which nothing can be said. */
  readonly of: (item: ItemId) => Sure | null;
  /** What the dates rest on, or why there are none: a sentence. */
  readonly why: string;
};

/** Works out the dates for a book on a day, in its order or in another. */
export type DatesOf = (book: Book, today: Day, order?: readonly ItemId[]) => Dates;

export const datesOf: DatesOf = (book, today, order) => {
  const { byItem, ground } = delivery(book, { today, ...(order && { order }) });
  const { basis } = ground.ruling;
  const { items, weeks } = ground.throughput;
  return {
    of: (item) => {
      const found = byItem.get(item);
      return found?.p50 && found.p85 && found.p95 ? { p50: found.p50, p85: found.p85, p95: found.p95 } : null;
    },
    why:
      basis === 'throughput'
        ? `Dates are computed every day from what the team really finishes: ${tally(items.length, 'item')} in the last ${plural(weeks.length, 'week')}.`
        : basis === 'sizes'
          ? 'Dates are computed every day from the sizes of the work and the days the team has; they get surer as more is finished.'
          : 'No date can be named yet: too little was finished of late, and too little of the work is sized.',
  };
};
