import type { ReactNode } from 'react';
import css from './Agreed.module.css';

type Props = { readonly size?: 'statement' | 'lead' | 'line'; readonly as?: 'blockquote' | 'h1'; readonly children: ReactNode };

/** Words that people agreed to: serif, in the size of their weight. */
export const Agreed = ({ size = 'lead', as: Tag = 'blockquote', children }: Props) => (
  <Tag className={`agreed ${css[size]}`}>{children}</Tag>
);
