import type { ReactNode } from 'react';
import css from './Columns.module.css';

/** Fields side by side; under each other on the phone. */
export const Columns = ({ children }: { readonly children: ReactNode }) => <div className={css.columns}>{children}</div>;
