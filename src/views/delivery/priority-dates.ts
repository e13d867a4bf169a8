/** When a priority is done: with the last of its open items. */
import type { Book } from '../../domain/book.ts';
import type { PriorityId } from '../../kernel/ids.ts';
import type { Delivery, DeliveryItem } from './delivery.ts';

export type PriorityDates = { readonly open: number; readonly last: DeliveryItem };

/** By priority; one without an open item is not named. */
export const priorityDates = (book: Book, { items }: Delivery): ReadonlyMap<PriorityId, PriorityDates> => {
  const found = new Map<PriorityId, PriorityDates>();
  for (const item of items) {
    const priority = book.item.get(item.id)?.priority ?? null;
    if (priority === null) continue;
    const known = found.get(priority);
    const later = known && (known.last.p85 ?? '9999') > (item.p85 ?? '9999') ? known.last : item;
    found.set(priority, { open: (known?.open ?? 0) + 1, last: later });
  }
  return found;
};
