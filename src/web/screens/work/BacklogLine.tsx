import type { ReactNode } from 'react';
import css from './BacklogTable.module.css';

type Props = {
  readonly kind: 'sure' | 'even';
  readonly top: number;
  readonly children: ReactNode;
  /** What just crossed it. */
  readonly news?: string | null;
};

/** A line across the list: what stands above it is likely enough to be finished in time. */
export const BacklogLine = ({ kind, top, children, news }: Props) => (
  <div role="row" className={`${css.line} ${css[kind]}`} style={{ transform: `translateY(${top}px)` }} data-line={kind}>
    <span role="cell">
      <span>{children}</span>
      <i aria-hidden="true" />
      {news && <span className={css.news}>{news}</span>}
    </span>
  </div>
);
