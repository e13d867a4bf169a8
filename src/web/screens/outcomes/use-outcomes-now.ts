import { useMemo } from 'react';
import type { OutcomeNow } from '../../../views/home/home.ts';
import { standingOf, type Standing } from '../../../views/home/pace.ts';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';

export type OutcomesNow = {
  /** False while the server is still counting: then nothing may be said about how they stand. */
  readonly ready: boolean;
  readonly of: (id: string) => OutcomeNow | null;
  readonly standing: (outcome: Outcome) => Standing;
};

/** The present value of each outcome, once the server has said it. */
export const useOutcomesNow = (): OutcomesNow => {
  const { today } = useCompany();
  const { data, isError } = useFacts('home', {});
  return useMemo(() => {
    const byId = new Map<string, OutcomeNow>(data?.outcomes.map((o) => [o.id, o]));
    const of = (id: string): OutcomeNow | null => byId.get(id) ?? null;
    return { ready: data !== undefined || isError, of, standing: (outcome) => standingOf(outcome, of(outcome.id)?.value ?? null, today) };
  }, [data, isError, today]);
};
