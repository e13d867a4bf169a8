import type { ReactNode } from 'react';
import { Toasts } from '../components/Toasts.tsx';
import css from './FrontPage.module.css';

/** A page before any company is open: the mark, the thread, and one thing to do. */
export const FrontPage = ({ children, wide }: { readonly children: ReactNode; readonly wide?: boolean }) => (
  <div className={css.front}>
    <header className={css.top}>
      <span className={css.mark} aria-hidden="true">
        <i />
      </span>
      <b>Lockstep</b>
    </header>
    <i className={css.thread} aria-hidden="true" />
    <main className={`${css.main} ${wide ? css.wide : ''}`}>{children}</main>
    <Toasts />
  </div>
);
