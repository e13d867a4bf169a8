import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { closeNumber, onOpening, openingNow } from './opening.ts';

const OpenNumber = lazy(async () => ({ default: (await import('./OpenNumber.tsx')).OpenNumber }));

/** The one place where an open number stands; what it needs is fetched with the first press. */
export const OpenNumberHost = () => {
  const opening = useSyncExternalStore(onOpening, openingNow);
  const [place] = useLocation();
  useEffect(() => () => closeNumber(false), [place]);
  return (
    <Suspense fallback={null}>{opening && <OpenNumber key={opening.text + String(opening.anchor.offsetTop)} opening={opening} />}</Suspense>
  );
};
