import { useEffect, useEffectEvent } from 'react';
import { nameKey } from './keys.ts';

/** A key of this screen while it is open: `useKey('j', 'Next', next)`. */
export const useKey = (key: string, does: string, run: () => void, when = true): void => {
  const latest = useEffectEvent(run);
  useEffect(() => (when ? nameKey({ key, does, run: () => latest() }) : undefined), [key, does, when]);
};
