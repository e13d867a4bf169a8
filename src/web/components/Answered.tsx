import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorInPlace } from './ErrorInPlace.tsx';
import { Loading } from './Loading.tsx';

type Props<T> = {
  readonly of: UseQueryResult<T>;
  /** What is being read: "the deals of this quarter". */
  readonly what: string;
  readonly lines?: number;
  readonly children: (answer: T) => ReactNode;
};

/** Waits for an answer, shows it, or says beside it why there is none. An old answer stays while a new one is fetched. */
export const Answered = <T,>({ of, what, lines, children }: Props<T>) => {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <ErrorInPlace thrown={of.error} what={`We could not read ${what}.`} again={() => void of.refetch()} />;
  return <Loading what={what} {...(lines !== undefined && { lines })} />;
};
