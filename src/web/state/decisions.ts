import { useMemo } from 'react';
import type { Decision, Looker } from '../../views/decisions/decision.ts';
import { decisionsFor } from '../../views/decisions/decisions.ts';
import { useCompany } from './company.tsx';
import { useFacts } from './facts.ts';

/** The looker that the views about decisions want. */
export const useLooker = (): Looker => {
  const { book, me, today, nameOf } = useCompany();
  // Counted only for somebody who answers for a measured KPI.
  const owns = [...book.kpi.values()].some((k) => k.owner === me && !k.retired && k.metric.kind !== 'reported');
  const kpis = useFacts('kpis', {}, owns).data?.kpis;
  return useMemo(() => ({ book, me, today, nameOf, kpis }), [book, me, today, nameOf, kpis]);
};

/** What waits for me, most urgent first. */
export const useDecisions = (): readonly Decision[] => {
  const looker = useLooker();
  return useMemo(() => decisionsFor(looker), [looker]);
};
