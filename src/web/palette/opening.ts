/** Whether the palette is open, and what it starts with. */
let asked: string | null = null;
const listeners = new Set<() => void>();
const set = (next: string | null): void => {
  asked = next;
  for (const listener of listeners) listener();
};

/** The words it was opened with; null while it is closed. */
export const paletteNow = (): string | null => asked;
export const onPalette = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const openPalette = (words = ''): void => set(words);
export const closePalette = (): void => set(null);
