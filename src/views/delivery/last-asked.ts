/** When somebody last asked for a work item: the latest of its requests, else the day it was written down. */
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { rootOf } from '../../domain/intake/request.ts';

/** Answers for every item of the book; null for one that is not in it. Reads all requests once. */
export const lastAskedOf = (book: Book): ((id: ItemId) => Day | null) => {
  const latest = new Map<ItemId, Day>();
  for (const request of book.request.values()) {
    const { standing } = rootOf(book, request);
    if (standing.state !== 'accepted') continue;
    const known = latest.get(standing.item);
    if (known === undefined || known < request.on) latest.set(standing.item, request.on);
  }
  return (id) => {
    const item = book.item.get(id);
    if (!item) return null;
    const own = item.request?.on ?? item.addedOn;
    const asked = latest.get(id);
    return asked !== undefined && asked > own ? asked : own;
  };
};
