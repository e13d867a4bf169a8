/** Where the agreed order contradicts a dependency. Nothing forbids it; whoever orders the list is told. */
import type { Book } from '../../domain/book.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { capital, list, plural } from '../words/format.ts';

export type Contradiction = { readonly item: ItemId; readonly needs: ItemId };

/** Items of this order that stand before something open that they need, in that order. */
export const contradictions = (book: Book, order: readonly ItemId[]): readonly Contradiction[] => {
  const place = new Map(order.map((id, i) => [id, i]));
  return [...place].flatMap(([id, at]) =>
    (book.item.get(id)?.needs ?? []).flatMap((needs) => {
      const other = place.get(needs);
      return other !== undefined && other > at ? [{ item: id, needs }] : [];
    }),
  );
};

/** What each of them needs that stands later, in words: "Needs W-4 “Prices” at place 7 finished first, and stands before it." */
export const contradictionWords = (book: Book, order: readonly ItemId[]): ReadonlyMap<ItemId, string> => {
  const byItem = Map.groupBy(contradictions(book, order), ({ item }) => item);
  if (byItem.size === 0) return NONE;
  const place = new Map(order.map((id, i) => [id, i + 1]));
  return new Map(
    [...byItem].map(([item, found]) => {
      const needed = found.map(({ needs }) => `${book.item.get(needs)!.ref} “${book.item.get(needs)!.title}” at place ${place.get(needs)}`);
      return [item, `Needs ${list(needed)} finished first, and stands before ${found.length === 1 ? 'it' : 'them'}.`];
    }),
  );
};

/** "Two items stand before what they need."; null where the order contradicts nothing. */
export const contradictionFinding = (n: number): string | null =>
  n === 0 ? null : `${capital(plural(n, 'item stands before what it needs', 'items stand before what they need'))}.`;

const NONE: ReadonlyMap<ItemId, string> = new Map();
