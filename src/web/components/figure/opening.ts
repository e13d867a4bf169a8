/** Which number is open: one at a time in a page, told to the one place that shows it. */
import type { Opened } from '../../../views/words/opened.ts';
import type { AskFor } from '../../../views/words/open.ts';

/** What opens: everything at hand, or what has to be asked for. */
export type Opens = Opened | AskFor;
export type Opening = {
  readonly anchor: HTMLElement;
  readonly opens: Opens;
  /** The number as it stands in the page. */ readonly text: string;
};

let now: Opening | null = null;
const listeners = new Set<() => void>();
const set = (next: Opening | null): void => {
  now = next;
  for (const listener of listeners) listener();
};

export const openingNow = (): Opening | null => now;
export const onOpening = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const openNumber = (opening: Opening): void => set(now?.anchor === opening.anchor ? null : opening);
/** Closes what is open; focus goes back to the number unless something else has taken it. */
export const closeNumber = (focus = true): void => {
  const was = now;
  set(null);
  if (focus) was?.anchor.focus();
};
