/** Numbers from the server, kept until the facts or the decisions change. */
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type Input, type Operation, type Output } from './api.ts';
import { useCompany } from './company.tsx';

/** Operations that ask about one company and change nothing. */
type Asking = { [N in Operation]: Input<N> extends { company: string } ? N : never }[Operation];
type Wish<N extends Asking> = Omit<Input<N>, 'company'>;

/**
 * Asks about the company of this screen. Asked again by itself when something changed; until the new answer is
 * there the old one stays, so that nothing jumps.
 */
export const useFacts = <N extends Asking>(name: N, wish: Wish<N>, when = true): UseQueryResult<Output<N>> => {
  const { id } = useCompany();
  return useQuery({
    queryKey: ['facts', id, name, wish],
    queryFn: ({ signal }) => call(name, { ...wish, company: id }, { signal }),
    enabled: when,
    placeholderData: keepPreviousData,
  });
};
