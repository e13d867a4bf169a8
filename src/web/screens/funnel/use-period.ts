import { useSearchParams } from 'wouter';
import { quarterAfter, quarterNamed, quarterOf, type Period } from '../../../kernel/fiscal.ts';
import { useCompany } from '../../state/company.tsx';

/** The quarter of the address, else the last but `back`; and a way to put words into the address. */
export const usePeriod = (
  back: number,
): { readonly period: Period; readonly put: (name: string, value: string | null) => void; readonly search: URLSearchParams } => {
  const { company, today } = useCompany();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('period');
  const period = (asked && quarterNamed(company.fiscal, asked)) || quarterAfter(company.fiscal, quarterOf(company.fiscal, today).id, -back);
  const put = (name: string, value: string | null): void =>
    setSearch(
      (was) => {
        const next = new URLSearchParams(was);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return { period, put, search };
};
