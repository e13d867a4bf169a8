import { useRef, useState, type ReactNode } from 'react';
import { useHeld } from './use-held.ts';
import type { Here } from './use-room.ts';
import css from './Carry.module.css';

type Props = {
  readonly here: Here;
  readonly card: string;
  readonly label: string;
  /** Dropped on something marked with `data-drop`. */
  readonly onDrop: (on: string) => void;
  readonly children: ReactNode;
};

/** Far enough to be a carry and not a press. */
const FAR = 5;
const dropAt = (x: number, y: number): HTMLElement | null => document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]') ?? null;

/** A card that can be carried: while one holds it the others see who does, and cannot move it. Every carry has a menu beside it. */
export const Carry = ({ here, card, label, onDrop, children }: Props) => {
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const began = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const over = useRef<HTMLElement | null>(null);
  const holder = here.heldBy(card);
  useHeld(here, card, at !== null);
  const mark = (next: HTMLElement | null): void => {
    if (over.current === next) return;
    over.current?.removeAttribute('data-over');
    next?.setAttribute('data-over', '');
    over.current = next;
  };
  const letGo = (): void => {
    began.current = null;
    mark(null);
    setAt(null);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the menu beside each card does the same from the keyboard
    <div
      className={`${css.card} ${at ? css.carried : ''} ${holder ? css.held : ''}`}
      style={at ? { translate: `${at.x}px ${at.y}px` } : undefined}
      aria-label={holder ? `${label}, held by ${holder}` : undefined}
      role="group"
      onPointerDown={(event) => {
        if (holder || event.button !== 0 || event.pointerType === 'touch') return;
        began.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!began.current) return;
        const [x, y] = [event.clientX - began.current.x, event.clientY - began.current.y];
        if (!at && Math.hypot(x, y) < FAR) return;
        setAt({ x, y });
        mark(dropAt(event.clientX, event.clientY));
      }}
      onPointerUp={() => {
        const to = at ? over.current?.dataset['drop'] : undefined;
        letGo();
        if (to !== undefined) onDrop(to);
      }}
      onPointerCancel={letGo}
      onKeyDown={(event) => event.key === 'Escape' && letGo()}
    >
      {children}
      {holder && <span className={css.holder}>{holder}</span>}
    </div>
  );
};
