/** Sizes of open items: as given, or guessed from similar ones and marked so. */
import type { Item, SkillDays } from '../../domain/backlog/item.ts';
import { sizeOf } from '../../domain/backlog/sizing.ts';
import type { Book } from '../../domain/book.ts';
import type { ItemId } from '../../kernel/ids.ts';

/** `days` null: nobody sized it, and too little is sized to guess from. `from`: how many items the guess rests on; 0: it is no guess. */
export type Sized = { readonly days: number | null; readonly from: number; readonly bySkill: readonly SkillDays[] };

/** So many sized items are similar enough to guess from. */
const LEAST = 3;

/**
 * The size of every item in question: its own (a t-shirt size by its team's calibration), else the median of its
 * priority's, else of all. A t-shirt size without a calibration says no days. Dropped work tells nothing.
 */
export const sizesOf = (book: Book, ids: readonly ItemId[]): ReadonlyMap<ItemId, Sized> => {
  const sized = [...book.item.values()].flatMap((item) => {
    const { days } = sizeOf(book, item);
    return days === null || item.retired ? [] : [{ priority: item.priority, days }];
  });
  const byPriority = Map.groupBy(sized, ({ priority }) => priority);
  const guesses = new Map<string | null, Sized>();
  const guess = (item: Item): Sized => {
    const known = guesses.get(item.priority);
    if (known) return known;
    const near = item.priority === null ? [] : (byPriority.get(item.priority) ?? []);
    const from = near.length >= LEAST ? near : sized;
    const made: Sized =
      from.length < LEAST
        ? { days: null, from: 0, bySkill: [] }
        : { days: median(from.map(({ days }) => days)), from: from.length, bySkill: [] };
    guesses.set(item.priority, made);
    return made;
  };
  return new Map(
    ids.flatMap((id): [ItemId, Sized][] => {
      const item = book.item.get(id);
      if (!item) return [];
      const { days, bySkill } = sizeOf(book, item);
      return [[id, days === null ? guess(item) : { days, from: 0, bySkill }]];
    }),
  );
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};
