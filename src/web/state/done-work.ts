/** Finished work known from files, as the views of flow take it; empty while it is being read. */
import { useMemo } from 'react';
import type { Worked } from '../../views/work/flow.ts';
import { useFacts } from './facts.ts';

export const useDoneWork = (): readonly Worked[] => {
  const { data } = useFacts('done-work', {});
  return useMemo(() => (data?.rows ?? []).map(({ added, started, done }) => ({ added, started, done })), [data]);
};
