import { useSyncExternalStore } from 'react';

const phone = matchMedia('(max-width: 719px)');
const listen = (listener: () => void): (() => void) => {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
};

/** True at phone width. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => phone.matches);
