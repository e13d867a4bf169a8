import type { ReactNode } from 'react';
import css from './Agreed.module.css';

/** Words that people agreed to: serif, in the size of their weight. */
export const Agreed = ({ size = 'lead', children }: { readonly size?: 'statement' | 'lead' | 'line'; readonly children: ReactNode }) => (
  <blockquote className={`agreed ${css[size]}`}>{children}</blockquote>
);
