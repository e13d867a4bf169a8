/** What a row answers to: pointer and keys, as one object that stays the same, so that rows need not be drawn anew for it. */
import { useEffectEvent, useState } from 'react';
import type { ItemId } from '../../../kernel/ids.ts';
import type { RowDoes } from './BacklogRow.tsx';
import { useDrag } from './use-drag.ts';
import type { Hand } from './use-order.ts';

export const useRowDoes = (hand: Hand, rowAt: (y: number) => number | null, onMove: (item: ItemId) => void): RowDoes => {
  const begin = useDrag(hand, rowAt, onMove);
  const press = useEffectEvent((event: React.PointerEvent, item: ItemId, index: number) => begin(event, item, index));
  const key = useEffectEvent((event: React.KeyboardEvent, item: ItemId, index: number) => {
    const run = (hand.held?.item === item ? holding(hand) : resting(hand, item, index, onMove))[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  });
  const [does] = useState<RowDoes>(() => ({
    press: (event, item, index) => press(event, item, index),
    key: (event, item, index) => key(event, item, index),
  }));
  return does;
};

type Keys = { readonly [key: string]: () => void };

const holding = (hand: Hand): Keys => ({
  ' ': hand.drop,
  Enter: hand.drop,
  Escape: hand.putBack,
  ArrowUp: () => hand.moveBy(-1),
  ArrowDown: () => hand.moveBy(1),
  PageUp: () => hand.moveBy(-10),
  PageDown: () => hand.moveBy(10),
  Home: () => hand.moveTo(0),
  End: () => hand.moveTo(Number.MAX_SAFE_INTEGER),
});

const resting = (hand: Hand, item: ItemId, index: number, onMove: (item: ItemId) => void): Keys => ({
  ' ': () => hand.lift(item, index, 'keyboard'),
  Enter: () => onMove(item),
});
