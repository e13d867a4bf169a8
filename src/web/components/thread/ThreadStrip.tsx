import type { ReactNode } from 'react';
import { LINK_WORDS, type Link } from '../../../views/thread/links.ts';
import { hueStyle } from './hue.ts';
import css from './ThreadStrip.module.css';

export type StripKnot = {
  readonly link: Link;
  /** The number, openable. */
  readonly figure: ReactNode;
  /** Effort, money, or what breaks here. */
  readonly sub: ReactNode;
  /** The thread breaks behind this knot. */
  readonly gap: boolean;
};

/** What stands on each of the nine links, on one line; on the phone, on one line from top to bottom. */
export const ThreadStrip = ({ knots }: { readonly knots: readonly StripKnot[] }) => (
  <ol className={css.strip}>
    {knots.map(({ link, figure, sub, gap }) => (
      <li key={link} style={hueStyle(link)}>
        <i className={gap ? css.gap : undefined} />
        <b>{figure}</b>
        <span>{link === 'work' ? 'Work' : LINK_WORDS[link].label}</span>
        <small className={gap ? css.gapWords : undefined}>{sub}</small>
      </li>
    ))}
  </ol>
);
