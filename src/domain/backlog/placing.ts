/**
 * Many placements in one list, worked out together: each costs the same however long the list is.
 * A placement moves an item directly before another, or to the end where `before` is null or not in the list.
 */
import type { ItemId } from '../../kernel/ids.ts';

export type Placement = { readonly item: ItemId; readonly before: ItemId | null };
export type Placed = { readonly type: 'backlog/placed' } & Placement;

/** Stands before the first and after the last; no item is called so. */
const ENDS = '';

/** The list after all placements, in their order. Takes one pass over the list and one step for each placement. */
export const placed = (items: readonly ItemId[], placements: Iterable<Placement>): ItemId[] => {
  const next = new Map<string, string>();
  const previous = new Map<string, string>();
  const join = (left: string, right: string): void => {
    next.set(left, right);
    previous.set(right, left);
  };
  for (const [i, item] of items.entries()) join(items[i - 1] ?? ENDS, item);
  join(items.at(-1) ?? ENDS, ENDS);
  for (const { item, before } of placements) {
    if (next.has(item)) join(previous.get(item)!, next.get(item)!);
    const right = before !== null && before !== item && next.has(before) ? before : ENDS;
    join(previous.get(right)!, item);
    join(item, right);
  }
  const list: ItemId[] = [];
  for (let item = next.get(ENDS)!; item !== ENDS; item = next.get(item)!) list.push(item as ItemId);
  return list;
};
