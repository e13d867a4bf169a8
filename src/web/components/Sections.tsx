import type { ReactNode } from 'react';
import css from './Sections.module.css';

/** The parts of a drawer, each under its small head. */
export const Sections = ({ children }: { readonly children: ReactNode }) => <div className={css.sections}>{children}</div>;
