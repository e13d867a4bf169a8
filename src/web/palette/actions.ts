/** What can be done on the page that is open: screens name it while they are there, the palette lists it. */
import { useEffect, useSyncExternalStore } from 'react';
import type { Action } from '../places/place.ts';

let named: readonly (readonly Action[])[] = [];
const listeners = new Set<() => void>();
const set = (next: readonly (readonly Action[])[]): void => {
  named = next;
  for (const listener of listeners) listener();
};
const onActions = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Names what can be done here. Keep the list in `useMemo`: a new list is a new naming. */
export const useActions = (actions: readonly Action[]): void => {
  useEffect(() => {
    set([...named, actions]);
    return () => set(named.filter((one) => one !== actions));
  }, [actions]);
};
export const useActionsNow = (): readonly Action[] => useSyncExternalStore(onActions, () => named).flat();
