/**
 * Who asked for a work item: the requests that were accepted into it, and those merged into these. Also what is said
 * on the item itself, where it was written down without a request.
 */
import type { Day } from '../../kernel/day.ts';
import type { ItemId, NoteId, PersonId } from '../../kernel/ids.ts';
import { rootOf, type Request, type RequestBook } from '../intake/request.ts';
import type { Item } from './item.ts';

/** One wish for an item: whose, from which day, in which words; `request` null where it stands on the item alone. */
export type Asked = { readonly request: Request | null; readonly by: PersonId; readonly on: Day; readonly words: NoteId };

/** The requests whose fate hangs on this item, in the order they were received. */
export const requestsFor = (book: RequestBook, item: ItemId): Request[] =>
  [...book.request.values()].filter((request) => {
    const { standing } = rootOf(book, request);
    return standing.state === 'accepted' && standing.item === item;
  });

/** Everybody who asked for this item, oldest first. */
export const askedFor = (book: RequestBook, item: Item): Asked[] => {
  const requests = requestsFor(book, item.id).map((request): Asked => ({
    request,
    by: request.by,
    on: request.on,
    words: request.result,
  }));
  const own = item.request;
  const stray: Asked[] = own && !requests.some(({ words }) => words === own.words) ? [{ request: null, ...own }] : [];
  return [...stray, ...requests].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};
