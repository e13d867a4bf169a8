import { useMemo } from 'react';
import type { Decision, Looker } from '../../views/decisions/decision.ts';
import { decisionsFor } from '../../views/decisions/decisions.ts';
import { useCompany } from './company.tsx';

/** The looker that the views about decisions want. */
export const useLooker = (): Looker => {
  const { book, me, today, nameOf } = useCompany();
  return useMemo(() => ({ book, me, today, nameOf }), [book, me, today, nameOf]);
};

/** What waits for me, most urgent first. */
export const useDecisions = (): readonly Decision[] => {
  const looker = useLooker();
  return useMemo(() => decisionsFor(looker), [looker]);
};
