import { useMemo } from 'react';
import { useCompany } from '../../state/company.tsx';

/** What the views about requests want to know. */
export const useLooking = () => {
  const { book, today, nameOf, noteOf } = useCompany();
  return useMemo(() => ({ book, today, nameOf, noteOf }), [book, today, nameOf, noteOf]);
};
