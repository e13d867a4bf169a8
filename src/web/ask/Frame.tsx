import type { ReactNode } from 'react';
import css from './Frame.module.css';

type Props = {
  /** Whose page it is; null while nobody knows. */
  readonly company: string | null;
  readonly note?: ReactNode;
  readonly children: ReactNode;
  readonly side?: ReactNode;
};

/** The frame of a page without an account: whose it is, the page, and what stands beside it. */
export const Frame = ({ company, note = 'No account needed. Only people with this link can see it.', children, side }: Props) => (
  <div className={css.pub}>
    <header className={css.head}>
      {company && (
        <div className={css.whose}>
          <i aria-hidden="true">{company.charAt(0)}</i>
          <b>{company} marketing</b>
        </div>
      )}
      <span className={css.note}>{note}</span>
    </header>
    <div className={side ? css.two : css.one}>
      <main tabIndex={-1}>{children}</main>
      {side && <aside className={css.side}>{side}</aside>}
    </div>
  </div>
);
