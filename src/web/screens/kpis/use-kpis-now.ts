import { useMemo } from 'react';
import type { Kpi } from '../../../domain/strategy/kpi.ts';
import { healthShown, type Health, type KpiNow } from '../../../views/agree/kpi.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';

export type KpisHere = {
  /** False while the server is still counting. */
  readonly ready: boolean;
  readonly of: (id: string) => KpiNow | null;
  readonly health: (kpi: Kpi) => Health;
};

/** The present value of each KPI, once the server has said it. */
export const useKpisNow = (): KpisHere => {
  const { today } = useCompany();
  const { data, isError } = useFacts('kpis', {});
  return useMemo(() => {
    const byId = new Map<string, KpiNow>(data?.kpis.map((k) => [k.id, k]));
    const of = (id: string): KpiNow | null => byId.get(id) ?? null;
    return { ready: data !== undefined || isError, of, health: (kpi) => healthShown(kpi, of(kpi.id), today) };
  }, [data, isError, today]);
};
