import type { ReactNode } from 'react';
import css from './Tag.module.css';

/** A word about a row. `gap` marks a break in the thread. */
export const Tag = ({
  kind = 'plain',
  children,
}: {
  readonly kind?: 'plain' | 'gap' | 'warn' | 'early' | 'ok';
  readonly children: ReactNode;
}) => <span className={`${css.tag} ${css[kind]}`}>{children}</span>;
