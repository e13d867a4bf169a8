import { useMemo } from 'react';
import type { OutcomeNow } from '../../../views/home/home.ts';
import { useFacts } from '../../state/facts.ts';

/** The present value of each outcome, once the server has said it. */
export const useOutcomesNow = (): ((id: string) => OutcomeNow | undefined) => {
  const { data } = useFacts('home', {});
  return useMemo(() => {
    const byId = new Map<string, OutcomeNow>(data?.outcomes.map((o) => [o.id, o]));
    return (id) => byId.get(id);
  }, [data]);
};
