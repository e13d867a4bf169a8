/** Sizes of open items: as given, or guessed from similar ones and marked so. */
import type { Item, SkillDays } from '../../domain/backlog/item.ts';
import type { Book } from '../../domain/book.ts';
import type { ItemId } from '../../kernel/ids.ts';

/** `days` null: nobody sized it, and too little is sized to guess from. `from`: how many items the guess rests on; 0: it is no guess. */
export type Sized = { readonly days: number | null; readonly from: number; readonly bySkill: readonly SkillDays[] };

/** So many sized items are similar enough to guess from. */
const LEAST = 3;

/** The size of every item in question: its own, else the median of its priority's, else of all. Dropped work tells nothing. */
export const sizesOf = (book: Book, ids: readonly ItemId[]): ReadonlyMap<ItemId, Sized> => {
  const sized = [...book.item.values()].filter((item) => item.sizeDays !== null && !item.retired);
  const byPriority = Map.groupBy(sized, (item) => item.priority);
  const guesses = new Map<string | null, Sized>();
  const guess = (item: Item): Sized => {
    const known = guesses.get(item.priority);
    if (known) return known;
    const near = item.priority === null ? [] : (byPriority.get(item.priority) ?? []);
    const from = near.length >= LEAST ? near : sized;
    const made: Sized =
      from.length < LEAST
        ? { days: null, from: 0, bySkill: [] }
        : { days: median(from.map((i) => i.sizeDays!)), from: from.length, bySkill: [] };
    guesses.set(item.priority, made);
    return made;
  };
  return new Map(
    ids.flatMap((id): [ItemId, Sized][] => {
      const item = book.item.get(id);
      if (!item) return [];
      return [[id, item.sizeDays === null ? guess(item) : { days: item.sizeDays, from: 0, bySkill: item.bySkill }]];
    }),
  );
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};
