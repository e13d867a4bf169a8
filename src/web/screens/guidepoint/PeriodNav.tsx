import { Link, useLocation } from 'wouter';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { quarterAfter } from '../../../kernel/fiscal.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import css from './PeriodNav.module.css';

const address = (period: string): string => `/agree/guidepoint/${period}`;

/** From quarter to quarter. */
export const PeriodNav = ({ period }: { readonly period: string }) => {
  const { company, book } = useCompany();
  const [, go] = useLocation();
  const before = quarterAfter(company.fiscal, period, -1).id;
  const next = quarterAfter(company.fiscal, period, 1).id;
  useKey('j', 'Next quarter', () => go(address(next)));
  useKey('k', 'Quarter before', () => go(address(before)));
  const words = (id: string): string => `${quarterWords(id)}${book.guidepoint.has(id) ? '' : ', no Guidepoint'}`;
  return (
    <nav className={css.nav} aria-label="Quarters">
      <Link
        href={address(before)}
        aria-label={`Quarter before: ${words(before)}`}
        className={book.guidepoint.has(before) ? undefined : css.none}
      >
        <IconChevronLeft size={14} stroke={1.6} aria-hidden="true" />
        {quarterWords(before)}
      </Link>
      <Link href={address(next)} aria-label={`Next quarter: ${words(next)}`} className={book.guidepoint.has(next) ? undefined : css.none}>
        {quarterWords(next)}
        <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
      </Link>
    </nav>
  );
};
