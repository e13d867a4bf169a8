import { useEffect, type ReactNode } from 'react';
import css from './Headline.module.css';

/** The head of a page before any company is open. */
export const Headline = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => {
  useEffect(() => {
    document.title = `${title} · Lockstep`;
  }, [title]);
  return (
    <div>
      <h1 className={css.title}>{title}</h1>
      {children && <p className={css.sub}>{children}</p>}
    </div>
  );
};
