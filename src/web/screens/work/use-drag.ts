/** A row under a finger or mouse: lifted past a few pixels, moved with it, kept where it is let go, put back by Esc. */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Hand } from './use-order.ts';

/** Less is a press, not a drag. */
const SLACK = 4;
/** So near to the edge of the window the page begins to move. */
const EDGE = 72;
const BAR = 52;

type Pressed = { readonly item: ItemId; readonly index: number; readonly y: number };

/** `rowAt` answers which row of the list lies at a height of the window; `onPress` is a press that moved nothing. */
export const useDrag = (hand: Hand, rowAt: (y: number) => number | null, onPress: (item: ItemId) => void) => {
  const pressed = useRef<Pressed | null>(null);
  const at = useRef(0);
  const frame = useRef(0);
  const follow = useEffectEvent(() => {
    const to = rowAt(at.current);
    if (to !== null) hand.moveTo(to);
  });
  /** Moves the page where the row is held near its edge; true while it has to go on. */
  const scroll = useEffectEvent((): boolean => {
    const up = at.current - BAR - EDGE;
    const down = at.current - (innerHeight - EDGE);
    const by = up < 0 ? Math.max(-16, up / 4) : down > 0 ? Math.min(16, down / 4) : 0;
    if (by === 0 || !hand.held) return false;
    scrollBy(0, by);
    follow();
    return true;
  });
  const end = useEffectEvent((keep: boolean) => {
    const was = pressed.current;
    pressed.current = null;
    cancelAnimationFrame(frame.current);
    if (hand.held?.by === 'pointer') return keep ? hand.drop() : hand.putBack();
    if (was && keep) onPress(was.item);
  });
  const move = useEffectEvent((y: number) => {
    at.current = y;
    const now = pressed.current;
    if (!now) return;
    if (hand.held) follow();
    else if (Math.abs(y - now.y) > SLACK) hand.lift(now.item, now.index, 'pointer');
  });
  const escape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !hand.held) return;
    event.preventDefault();
    event.stopPropagation();
    pressed.current = null;
    hand.putBack();
  });
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const glide = (): void => {
      cancelAnimationFrame(frame.current);
      if (scroll()) frame.current = requestAnimationFrame(glide);
    };
    addEventListener(
      'pointermove',
      (event) => {
        move(event.clientY);
        glide();
      },
      { signal },
    );
    addEventListener('pointerup', () => end(true), { signal });
    addEventListener('pointercancel', () => end(false), { signal });
    document.addEventListener('keydown', (event) => escape(event), { signal, capture: true });
    return () => stop.abort();
  }, []);
  return (event: React.PointerEvent, item: ItemId, index: number): void => {
    if (event.button !== 0) return;
    pressed.current = { item, index, y: event.clientY };
    at.current = event.clientY;
  };
};
