import { useSyncExternalStore, useRef, type ReactNode } from 'react';
import css from './Figure.module.css';
import { onOpening, openingNow, openNumber, type Opens } from './opening.ts';

/** A number that opens: a dashed underline means, press me. */
export const Figure = ({ opens, children }: { readonly opens: Opens; readonly children: ReactNode }) => {
  const anchor = useRef<HTMLButtonElement>(null);
  const open = useSyncExternalStore(onOpening, () => openingNow()?.anchor === anchor.current && anchor.current !== null);
  return (
    <button
      ref={anchor}
      type="button"
      className={css.fig}
      aria-haspopup="dialog"
      aria-expanded={open}
      data-figure=""
      onClick={(event) => {
        event.stopPropagation();
        openNumber({ anchor: event.currentTarget, opens, text: event.currentTarget.textContent });
      }}
    >
      {children}
    </button>
  );
};
