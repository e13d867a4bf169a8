import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { onPalette, openPalette, closePalette, paletteNow } from './opening.ts';

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));

/** Opens the palette on ⌘K from everywhere, also while somebody types. */
export const PaletteHost = () => {
  const words = useSyncExternalStore(onPalette, paletteNow);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (paletteNow() === null) openPalette();
      else closePalette();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return <Suspense fallback={null}>{words !== null && <Palette words={words} />}</Suspense>;
};
