import { Link } from 'wouter';
import type { Weave } from '../../../views/thread/weave.ts';
import { LINK_WORDS } from '../../../views/thread/links.ts';
import css from './PathList.module.css';

/** The weave as nested lists: for the phone, for the keyboard, for those who do not see it. */
export const PathList = ({ weave }: { readonly weave: Weave }) => (
  <ol className={css.paths} aria-label="Paths of the thread">
    {weave.lanes.map((lane, i) => (
      <li key={lane}>
        <ol>
          {weave.knots
            .filter((k) => k.lanes.includes(i))
            .toSorted((a, b) => b.column - a.column)
            .map((k) => (
              <li
                key={k.key}
                style={{ '--k': k.gap ? 'var(--th-gap)' : `var(--th-${k.link})` } as React.CSSProperties}
                className={k.gap ? css.gap : ''}
              >
                <i aria-hidden="true" />
                <span className={css.link}>{LINK_WORDS[k.link].label}</span>
                <span>
                  {k.href ? (
                    <Link href={k.href} className="lnk">
                      {k.label}
                    </Link>
                  ) : (
                    k.label
                  )}
                  {k.sub && <small> {k.sub}</small>}
                </span>
              </li>
            ))}
        </ol>
      </li>
    ))}
  </ol>
);
