import { useMemo } from 'react';
import type { Teller } from '../../../views/agree/signed.ts';
import { useCompany } from '../../state/company.tsx';

/** What the words about agreements need to know. */
export const useTeller = (): Teller => {
  const { book, today, nameOf, noteOf } = useCompany();
  return useMemo(() => ({ book, today, nameOf, noteOf }), [book, today, nameOf, noteOf]);
};
