/** The queue as a requester may see it: his own place in full, the work of others counted, named only where the company says so. */
import type { Book } from '../../domain/book.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/day.ts';
import { orderOf } from '../work/backlog.ts';
import { capital, dayWords, inWords, plural } from '../words/format.ts';
import type { Dates } from './dates.ts';

export type QueueRow =
  | { readonly kind: 'others'; readonly places: string; readonly text: string }
  | { readonly kind: 'item'; readonly place: number; readonly title: string; readonly day: string | null; readonly mine: boolean }
  /** Down to here the work is 85 % sure to be done by the end of the quarter. */
  | { readonly kind: 'line'; readonly text: string };

/** Place of an item in the queue, from 1; null for one that is not open. */
export const placeOfItem = (book: Book, item: ItemId): number | null => {
  const at = orderOf(book).indexOf(item);
  return at < 0 ? null : at + 1;
};

const mustOf = (book: Book, items: readonly ItemId[]): number =>
  items.filter((id) => {
    const priority = book.item.get(id)?.priority;
    return priority != null && book.priority.get(priority)?.moscow === 'must';
  }).length;

const others = (book: Book, items: readonly ItemId[], first: number): QueueRow[] => {
  if (items.length === 0) return [];
  const must = mustOf(book, items);
  const which = must === 0 ? '' : must < items.length ? `, ${inWords(must)} of them Must` : must === 1 ? ', a Must' : ', all of them Must';
  const text = `${capital(plural(items.length, 'item'))}${which}`;
  return [{ kind: 'others', places: items.length === 1 ? `${first}` : `${first}–${first + items.length - 1}`, text }];
};

/** Rows around one's own: two above and one below by name, where names may be shown. */
export const queueAround = (book: Book, mine: ItemId, dates: Dates, end: Day, today: Day): QueueRow[] => {
  const order = orderOf(book);
  const at = order.indexOf(mine);
  if (at < 0) return [];
  const shown = book.company.get('company')?.titlesShown === true;
  const row = (id: ItemId): QueueRow => {
    const day = dates.of(id)?.p50;
    return {
      kind: 'item',
      place: order.indexOf(id) + 1,
      title: book.item.get(id)!.title,
      day: day ? dayWords(day, today) : null,
      mine: id === mine,
    };
  };
  const from = shown ? Math.max(0, at - 2) : at;
  const to = shown ? Math.min(order.length, at + 2) : at + 1;
  const named = order.slice(from, to);
  const sure = order.findLastIndex((id) => (dates.of(id)?.p85 ?? '9') <= end);
  const line: QueueRow = { kind: 'line', text: `85 % sure by ${dayWords(end, today)} above here` };
  const rows = named.flatMap((id, i) => (from + i === sure + 1 && sure >= 0 ? [line, row(id)] : [row(id)]));
  return [...others(book, order.slice(0, from), 1), ...rows, ...(sure === to - 1 ? [line] : []), ...others(book, order.slice(to), to + 1)];
};
