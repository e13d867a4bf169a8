import type { ReactNode } from 'react';
import css from './Empty.module.css';

type Props = {
  /** What will stand here. */
  readonly children: ReactNode;
  /** The first step. */
  readonly action?: ReactNode;
  /** The page's own layout, in outline. */
  readonly outline?: ReactNode;
};

/** Nothing here yet: what will stand here, and the first step. */
export const Empty = ({ children, action, outline }: Props) => (
  <div className={css.empty}>
    {outline && (
      <div className={css.outline} aria-hidden="true">
        {outline}
      </div>
    )}
    <p>{children}</p>
    {action && <div className={css.act}>{action}</div>}
  </div>
);
