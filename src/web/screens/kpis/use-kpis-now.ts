import { useMemo } from 'react';
import type { Kpi } from '../../../domain/strategy/kpi.ts';
import { healthOf, type Health, type KpiNow } from '../../../views/agree/kpi.ts';
import { useFacts } from '../../state/facts.ts';

export type KpisHere = {
  /** False while the server is still counting. */
  readonly ready: boolean;
  readonly of: (id: string) => KpiNow | null;
  readonly health: (kpi: Kpi) => Health;
};

/** The present value of each KPI, once the server has said it. */
export const useKpisNow = (): KpisHere => {
  const { data, isError } = useFacts('kpis', {});
  return useMemo(() => {
    const byId = new Map<string, KpiNow>(data?.kpis.map((k) => [k.id, k]));
    const of = (id: string): KpiNow | null => byId.get(id) ?? null;
    return { ready: data !== undefined || isError, of, health: (kpi) => healthOf(kpi, of(kpi.id)?.value ?? null) };
  }, [data, isError]);
};
