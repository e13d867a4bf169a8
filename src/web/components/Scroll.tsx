import type { ReactNode } from 'react';
import css from './Scroll.module.css';

/** A wide thing that scrolls sideways within its own region, by keyboard too; the page does not. */
export const Scroll = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // A region that scrolls must be reachable by keyboard.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={css.scroll} role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
