import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { LINK_WORDS, type Link as ThreadLink } from '../../../views/thread/links.ts';
import { hueStyle } from './hue.ts';
import css from './ThreadList.module.css';

export type ListKnot = {
  readonly link: ThreadLink;
  readonly name: ReactNode;
  readonly sub?: ReactNode;
  readonly href?: string | undefined;
  /** Nothing stands here: the line breaks, in words. */
  readonly gap?: boolean;
};

/** Why something exists: its way along the thread, one link under the other. */
export const ThreadList = ({ knots }: { readonly knots: readonly ListKnot[] }) => (
  <ol className={css.list}>
    {knots.map(({ link, name, sub, href, gap }) => (
      <li key={`${link}${href ?? ''}`} style={hueStyle(link)} className={gap ? css.gap : undefined}>
        <i aria-hidden="true" />
        <span className="unseen">{LINK_WORDS[link].label}: </span>
        {href ? (
          <Link href={href} className={css.name}>
            {name}
          </Link>
        ) : (
          <span className={css.name}>{name}</span>
        )}
        {sub && <small>{sub}</small>}
      </li>
    ))}
  </ol>
);
