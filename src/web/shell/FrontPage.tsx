import type { ReactNode } from 'react';
import { LINKS } from '../../views/thread/links.ts';
import { hue } from '../components/thread/hue.ts';
import { Toasts } from '../components/Toasts.tsx';
import css from './FrontPage.module.css';

/** A page before any company is open: the mark, the thread in outline, and one thing to do. */
export const FrontPage = ({ children, wide }: { readonly children: ReactNode; readonly wide?: boolean }) => (
  <div className={css.front}>
    <header className={css.top}>
      <img src="/favicon.svg" width="26" height="26" alt="" />
      <b>Lockstep</b>
    </header>
    <div className={css.thread} aria-hidden="true">
      {LINKS.map((link) => (
        <i key={link} style={{ color: hue(link) }} />
      ))}
    </div>
    <main className={`${css.main} ${wide ? css.wide : ''}`}>{children}</main>
    <Toasts />
  </div>
);
