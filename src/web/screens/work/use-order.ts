/** An item in the hand: where it would stand, until it is let go or put back. */
import { useCallback, useState } from 'react';
import type { ItemId } from '../../../kernel/ids.ts';

export type Held = { readonly item: ItemId; readonly from: number; readonly to: number };

/** The list with the held item at its new place. */
export const reordered = <T>(rows: readonly T[], held: Held | null): readonly T[] => {
  if (!held || held.from === held.to) return rows;
  const others = rows.filter((_, i) => i !== held.from);
  return [...others.slice(0, held.to), rows[held.from]!, ...others.slice(held.to)];
};

/** Which item the held one would stand directly before; null at the end. */
export const beforeOf = (ids: readonly ItemId[], held: Held): ItemId | null => ids.filter((id) => id !== held.item)[held.to] ?? null;

export type Hand = {
  readonly held: Held | null;
  readonly lift: (item: ItemId, from: number) => void;
  readonly moveTo: (to: number) => void;
  readonly drop: () => void;
  readonly putBack: () => void;
};

/** `onPlace` is called with the item, its new neighbour below, and the one it had, for undo. */
export const useHand = (ids: readonly ItemId[], onPlace: (item: ItemId, before: ItemId | null, was: ItemId | null) => void): Hand => {
  const [held, setHeld] = useState<Held | null>(null);
  const lift = useCallback((item: ItemId, from: number) => setHeld({ item, from, to: from }), []);
  const moveTo = useCallback((to: number) => setHeld((h) => h && { ...h, to: Math.max(0, Math.min(ids.length - 1, to)) }), [ids.length]);
  const putBack = useCallback(() => setHeld(null), []);
  const drop = useCallback(() => {
    if (held && held.from !== held.to) onPlace(held.item, beforeOf(ids, held), ids[held.from + 1] ?? null);
    setHeld(null);
  }, [held, ids, onPlace]);
  return { held, lift, moveTo, drop, putBack };
};
