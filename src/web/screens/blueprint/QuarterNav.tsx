import { Link, useLocation } from 'wouter';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { quarterAfter } from '../../../kernel/fiscal.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import css from './QuarterNav.module.css';

/** From quarter to quarter, within one kind of page. */
export const QuarterNav = ({ period, at }: { readonly period: string; readonly at: string }) => {
  const { company } = useCompany();
  const [, go] = useLocation();
  const before = quarterAfter(company.fiscal, period, -1).id;
  const next = quarterAfter(company.fiscal, period, 1).id;
  useKey('j', 'Next quarter', () => go(`${at}/${next}`));
  useKey('k', 'Quarter before', () => go(`${at}/${before}`));
  return (
    <nav className={css.nav} aria-label="Quarters">
      <Link href={`${at}/${before}`} aria-label={`Quarter before: ${quarterWords(before)}`}>
        <IconChevronLeft size={14} stroke={1.6} aria-hidden="true" />
        {quarterWords(before)}
      </Link>
      <b aria-current="true">{quarterWords(period)}</b>
      <Link href={`${at}/${next}`} aria-label={`Next quarter: ${quarterWords(next)}`}>
        {quarterWords(next)}
        <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
      </Link>
    </nav>
  );
};
