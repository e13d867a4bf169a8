/**
 * One list in which things are placed again and again: each placement costs the same however long the list is.
 * A placement moves an item directly before another, or to the end where `before` is null or not in the list.
 */
import type { ItemId } from '../../kernel/ids.ts';

export type Placement = { readonly item: ItemId; readonly before: ItemId | null };
export type Placed = { readonly type: 'backlog/placed' } & Placement;
/** These items, and no others, change places among themselves until they stand in this order. */
export type Adopted = { readonly type: 'backlog/adopted'; readonly items: readonly ItemId[] };

/** What can be done to the list; `gone` only takes an addition back. */
export type Step =
  | ({ readonly does: 'place' } & Placement)
  | { readonly does: 'adopt'; readonly items: readonly ItemId[] }
  | { readonly does: 'gone'; readonly item: ItemId };

/** Stands before the first and after the last; no item is called so. */
const ENDS = '';

/** The list, both ways round. It changes in place; whoever needs it as it was takes `read`. */
export type Linked = { readonly next: Map<string, string>; readonly previous: Map<string, string> };

const join = ({ next, previous }: Linked, left: string, right: string): void => {
  next.set(left, right);
  previous.set(right, left);
};

/** A list of these items, in this order. */
export const linked = (items: readonly ItemId[]): Linked => {
  const list: Linked = { next: new Map(), previous: new Map() };
  for (const [i, item] of items.entries()) join(list, items[i - 1] ?? ENDS, item);
  join(list, items.at(-1) ?? ENDS, ENDS);
  return list;
};

/** The items in their order. */
export const read = ({ next }: Linked): ItemId[] => {
  const list: ItemId[] = [];
  for (let item = next.get(ENDS)!; item !== ENDS; item = next.get(item)!) list.push(item as ItemId);
  return list;
};

export const holds = ({ next }: Linked, item: ItemId): boolean => next.has(item);

/** What stands directly after an item; null where it is the last, or not in the list. */
export const follower = ({ next }: Linked, item: ItemId): ItemId | null => (next.get(item) || null) as ItemId | null;

/** Takes the step in the list, and answers with the step that takes it back. */
export const take = (list: Linked, step: Step): Step => {
  if (step.does === 'place') return place(list, step);
  if (step.does === 'adopt') return adopt(list, step.items);
  const before = follower(list, step.item);
  join(list, list.previous.get(step.item)!, list.next.get(step.item)!);
  list.next.delete(step.item);
  list.previous.delete(step.item);
  return { does: 'place', item: step.item, before };
};

const place = (list: Linked, { item, before }: Placement): Step => {
  const stood = list.next.has(item);
  const back: Step = stood ? { does: 'place', item, before: follower(list, item) } : { does: 'gone', item };
  if (stood) join(list, list.previous.get(item)!, list.next.get(item)!);
  const right = before !== null && before !== item && list.next.has(before) ? before : ENDS;
  join(list, list.previous.get(right)!, item);
  join(list, item, right);
  return back;
};

/** One pass over the list: the places of the named items stay, who stands on them changes. */
const adopt = (list: Linked, items: readonly ItemId[]): Step => {
  const named = new Set<ItemId>(items);
  const was = read(list);
  const former = was.filter((item) => named.has(item));
  const known = items.filter((item) => list.next.has(item));
  let n = 0;
  const now = was.map((item) => (named.has(item) ? known[n++]! : item));
  for (const [i, item] of now.entries()) join(list, now[i - 1] ?? ENDS, item);
  join(list, now.at(-1) ?? ENDS, ENDS);
  return { does: 'adopt', items: former };
};

/** The list after all placements, in their order. Takes one pass over the list and one step for each placement. */
export const placed = (items: readonly ItemId[], placements: Iterable<Placement>): ItemId[] => {
  const list = linked(items);
  for (const { item, before } of placements) place(list, { item, before });
  return read(list);
};
