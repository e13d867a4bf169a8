/** An item in the hand: where it would stand, until it is let go or put back. */
import { useCallback, useState } from 'react';
import type { ItemId } from '../../../kernel/ids.ts';

/** `by`: a finger or mouse holds it, or the keyboard. */
export type Held = { readonly item: ItemId; readonly from: number; readonly to: number; readonly by: 'pointer' | 'keyboard' };

/** The list with the held item at its new place. */
export const reordered = <T>(rows: readonly T[], held: Omit<Held, 'by'> | null): readonly T[] => {
  if (!held || held.from === held.to) return rows;
  const others = rows.filter((_, i) => i !== held.from);
  return [...others.slice(0, held.to), rows[held.from]!, ...others.slice(held.to)];
};

/** Which item the held one would stand directly before; null at the end. */
export const beforeOf = (ids: readonly ItemId[], held: Omit<Held, 'by'>): ItemId | null =>
  ids.filter((id) => id !== held.item)[held.to] ?? null;

export type Hand = {
  readonly held: Held | null;
  readonly lift: (item: ItemId, from: number, by: Held['by']) => void;
  readonly moveTo: (to: number) => void;
  readonly moveBy: (steps: number) => void;
  readonly drop: () => void;
  readonly putBack: () => void;
};

/** Others may move or finish things meanwhile: the place it was taken from is where it stands now; what is gone is in no hand. */
const inList = (ids: readonly ItemId[], held: Held | null): Held | null => {
  if (!held || ids[held.from] === held.item) return held;
  const from = ids.indexOf(held.item);
  return from < 0 ? null : { ...held, from, to: Math.min(held.to, ids.length - 1) };
};

/** The hand without letting go: what that means is for whoever holds the list to say. */
export const useGrip = (ids: readonly ItemId[]): Omit<Hand, 'drop'> => {
  const [held, setHeld] = useState<Held | null>(null);
  const lift = useCallback((item: ItemId, from: number, by: Held['by']) => setHeld({ item, from, to: from, by }), []);
  const within = useCallback((to: number) => Math.max(0, Math.min(ids.length - 1, to)), [ids.length]);
  const moveTo = useCallback((to: number) => setHeld((h) => (h && h.to !== within(to) ? { ...h, to: within(to) } : h)), [within]);
  const moveBy = useCallback((steps: number) => setHeld((h) => h && { ...h, to: within(h.to + steps) }), [within]);
  const putBack = useCallback(() => setHeld(null), []);
  return { held: inList(ids, held), lift, moveTo, moveBy, putBack };
};
