import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorInPlace } from './ErrorInPlace.tsx';
import { Loading } from './Loading.tsx';

type Props<T> = {
  readonly of: UseQueryResult<T>;
  /** What is being read: "the deals of this quarter". */
  readonly what: string;
  readonly children: (answer: T) => ReactNode;
};

/** An answer when it is there; until then, or instead, what the person should know. */
export const Answered = <T,>({ of, what, children }: Props<T>) => {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <ErrorInPlace thrown={of.error} what={`${what.charAt(0).toUpperCase()}${what.slice(1)} could not be read.`} again={() => void of.refetch()} />;
  return <Loading what={what} lines={6} />;
};
