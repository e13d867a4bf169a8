import type { ReactNode } from 'react';
import css from './Press.module.css';

type Props = {
  readonly kind?: 'primary' | 'plain';
  readonly submit?: boolean;
  readonly busy?: boolean;
  readonly onPress?: () => void;
  readonly children: ReactNode;
};

/** A button of the pages without an account: as in the app, without the library behind it. */
export const Press = ({ kind = 'plain', submit, busy, onPress, children }: Props) => (
  <button
    type={submit ? 'submit' : 'button'}
    className={`${css.press} ${css[kind]}`}
    aria-busy={busy || undefined}
    onClick={busy ? undefined : onPress}
  >
    {children}
  </button>
);
