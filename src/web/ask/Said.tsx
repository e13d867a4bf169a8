import type { ReactNode } from 'react';
import css from './Said.module.css';

/** What went wrong, what is safe, and what to do; beside what failed. */
export const Said = ({
  text,
  todo,
  action,
}: {
  readonly text: string;
  readonly todo?: string | undefined;
  readonly action?: ReactNode;
}) => (
  <div className={css.said} role="alert">
    <p>
      <b>{text}</b> {todo}
    </p>
    {action}
  </div>
);
