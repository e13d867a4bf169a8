import { useEffectEvent, useMemo } from 'react';
import type { Action } from '../../places/place.ts';

/** Signing, offered by the palette on this page, with the rule that forbids it. */
export const useSignActions = (mine: boolean, titles: string, rule: string | null, sign: () => void): readonly Action[] => {
  const latest = useEffectEvent(sign);
  return useMemo(
    () => (mine ? [{ id: 'sign', text: `Sign the Guidepoint for ${titles}`, forbid: rule, run: () => latest() }] : []),
    [mine, titles, rule],
  );
};
