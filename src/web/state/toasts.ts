/** Short messages that stand at the edge of the page for a while, and are read out. */

export type Toast = {
  readonly id: number;
  readonly kind: 'done' | 'problem';
  readonly text: string;
  readonly todo?: string | undefined;
  readonly undo?: (() => void) | undefined;
};

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};

/** Says something. A problem stays until it is closed; anything else leaves after six seconds. */
export const say = (toast: Omit<Toast, 'id'>): void => {
  const id = ++last;
  set([...toasts.slice(-3), { ...toast, id }]);
  if (toast.kind === 'done') setTimeout(() => hush(id), 6000);
};
export const hush = (id: number): void => set(toasts.filter((t) => t.id !== id));
export const toastsNow = (): readonly Toast[] => toasts;
export const onToasts = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
