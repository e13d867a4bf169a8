import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorInPlace } from './ErrorInPlace.tsx';
import { Loading } from './Loading.tsx';

type Props<T> = {
  readonly of: UseQueryResult<T>;
  /** What is being read: "the deals of this quarter". */
  readonly what: string;
  readonly lines?: number;
  /** It is the whole page: until its head is there, it needs one that is only read out. */
  readonly page?: boolean;
  readonly children: (answer: T) => ReactNode;
};

/** Waits for an answer, shows it, or says beside it why there is none. An old answer stays while a new one is fetched. */
export const Answered = <T,>({ of, what, lines, page, children }: Props<T>) => {
  if (of.data !== undefined) return children(of.data);
  return (
    <>
      {page && <h1 className="unseen">{of.isError ? `We could not read ${what}` : `Reading ${what}`}</h1>}
      {of.isError ? (
        <ErrorInPlace thrown={of.error} what={`We could not read ${what}.`} again={() => void of.refetch()} />
      ) : (
        <Loading what={what} {...(lines !== undefined && { lines })} />
      )}
    </>
  );
};
