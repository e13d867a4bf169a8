/** Whether the list of all keys is open. */
let shown = false;
const listeners = new Set<() => void>();
export const keysShown = (): boolean => shown;
export const onKeysShown = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const showKeys = (next: boolean): void => {
  shown = next;
  for (const listener of listeners) listener();
};
