import type { ReactNode } from 'react';
import css from './Head.module.css';

type Props = {
  /** A finding, not the name of the place. */
  readonly title: ReactNode;
  /** One line of scope. */
  readonly sub?: ReactNode;
  /** At most three, one of them ink. */
  readonly actions?: ReactNode;
};

/** The head of a page. */
export const Head = ({ title, sub, actions }: Props) => (
  <div className={css.head}>
    <div>
      <h1 className={css.finding}>{title}</h1>
      {sub && <p className={css.sub}>{sub}</p>}
    </div>
    {actions && <div className={css.acts}>{actions}</div>}
  </div>
);
