import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useLocation } from 'wouter';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useKey } from '../keyboard/use-key.ts';
import { floats } from '../theme/floats.ts';
import css from './Drawer.module.css';
import { IconButton } from './IconButton.tsx';

type Props = {
  readonly title: ReactNode;
  /** What it is, small, above the title: "W-260, place 10 of 351". */
  readonly kick?: ReactNode;
  /** The address without the drawer. */
  readonly closeTo: string;
  /** Addresses of the neighbours: J and K go there. */
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
};

/** Detail beside the page, with an address of its own. The page stays in reach; on the phone the drawer is the page. */
export const Drawer = ({ title, kick, closeTo, next, previous, children, foot }: Props) => {
  const [, go] = useLocation();
  const heading = useId();
  const box = useRef<HTMLDivElement>(null);
  const close = (): void => go(closeTo);
  useReturnedFocus(box);
  useKey('j', 'Next', () => next && go(next), next !== undefined);
  useKey('k', 'Previous', () => previous && go(previous), previous !== undefined);
  useKey('Escape', 'Close', close);

  return createPortal(
    // Esc closes it from anywhere within; the dialog itself is the only place that hears all of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      className={css.drawer}
      role="dialog"
      aria-labelledby={heading}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && (event.stopPropagation(), close())}
    >
      <header className={css.top}>
        <div className={css.kick}>{kick}</div>
        {previous && (
          <IconButton label="Previous" hint="K" onPress={() => go(previous)}>
            <IconArrowUp size={16} stroke={1.6} aria-hidden="true" />
          </IconButton>
        )}
        {next && (
          <IconButton label="Next" hint="J" onPress={() => go(next)}>
            <IconArrowDown size={16} stroke={1.6} aria-hidden="true" />
          </IconButton>
        )}
        <IconButton label="Close" hint="Esc" onPress={close}>
          <IconX size={16} stroke={1.6} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={css.body}>
        <h2 id={heading} className={css.title}>
          {title}
        </h2>
        {children}
      </div>
      {foot && <footer className={css.foot}>{foot}</footer>}
    </div>,
    floats(),
  );
};

/** Takes the focus when it opens and gives it back when it closes. */
const useReturnedFocus = (box: React.RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [box]);
};
