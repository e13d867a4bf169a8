/** Who is here: what stands behind the front door. */
import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type Output } from './api.ts';
import { empty } from './outbox.ts';

export type Door = Output<'door'>;
export type Me = NonNullable<Door['me']>;

type Session = {
  readonly me: Me;
  /** Asks again who is here: after a company was added, or a role changed. */
  readonly refresh: () => Promise<unknown>;
  readonly signOut: () => Promise<void>;
};

const SessionContext = createContext<Session | null>(null);
export const DOOR = ['door'] as const;

/** What stands behind the front door; screens before sign-in use it. */
export const useDoor = () => useQuery({ queryKey: DOOR, queryFn: ({ signal }) => call('door', {}, { signal }), staleTime: 60_000 });

/** The signed-in person. Throws outside SessionProvider. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (!session) throw new Error('no session here: this screen stands before sign-in');
  return session;
};

export const SessionProvider = ({ me, children }: { readonly me: Me; readonly children: ReactNode }) => {
  const queries = useQueryClient();
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: DOOR }), [queries]);
  const signOut = useCallback(async () => {
    await call('sign-out', {});
    empty();
    queries.clear();
    location.assign('/');
  }, [queries]);
  const session = useMemo(() => ({ me, refresh, signOut }), [me, refresh, signOut]);
  return <SessionContext value={session}>{children}</SessionContext>;
};
