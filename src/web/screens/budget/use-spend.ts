import { useMemo } from 'react';
import { spendIn } from '../../../views/budget/facts.ts';
import type { Spend } from '../../../views/plan/spent.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';

/**
 * Imported spend on the budget lines in the fiscal year of a quarter such as 2026-Q4, and in that of `last` where it is
 * another; undefined until it is there, and for a viewer, who sees no money.
 */
export const useSpend = (period: string, last = period): Spend | undefined => {
  const { role } = useCompany();
  const year = Number(period.slice(0, 4));
  const next = Number(last.slice(0, 4));
  const one = useFacts('budget', { year }, role !== 'viewer');
  const other = useFacts('budget', { year: next }, role !== 'viewer' && next !== year);
  return useMemo(() => {
    if (one.data?.year !== year) return undefined;
    if (next === year) return spendIn(one.data).byLine;
    if (other.data?.year !== next) return undefined;
    const both = new Map(spendIn(one.data).byLine);
    for (const [line, months] of spendIn(other.data).byLine) both.set(line, { ...both.get(line), ...months });
    return both;
  }, [one.data, other.data, year, next]);
};
