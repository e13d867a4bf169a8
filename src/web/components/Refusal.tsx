import type { ReactNode } from 'react';
import css from './Refusal.module.css';

/** What we do not say, why, and when we shall: a dashed box. What is there is still shown within. */
export const Refusal = ({ children, kind = 'early' }: { readonly children: ReactNode; readonly kind?: 'early' | 'unknown' }) => (
  <div className={`${css.refusal} ${css[kind]}`}>{children}</div>
);
