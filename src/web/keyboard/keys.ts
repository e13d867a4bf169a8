/**
 * Keys: which key does what just now. Screens name their keys while they are open; the last to name one has it.
 * Nothing is caught while somebody types, while a dialog is open, or together with Ctrl, Alt or ⌘.
 */

export type Key = {
  /** As `KeyboardEvent.key` has it, or two in a row: "g h". */
  readonly key: string;
  /** What it does, for the list of all keys. */
  readonly does: string;
  readonly run: () => void;
};

const keys: Key[] = [];
let first: { readonly key: string; readonly at: number } | null = null;

/** Names a key; call what it answers with to take it back. */
export const nameKey = (key: Key): (() => void) => {
  keys.push(key);
  return () => void keys.splice(keys.indexOf(key), 1);
};
/** Every key there is now; a later one hides an earlier one. */
export const keysNow = (): Key[] => [...new Map(keys.map((key) => [key.key, key])).values()];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const isCovered = (): boolean => document.querySelector('[aria-modal="true"], [role="menu"]') !== null;

/** True where keys rest: something has taken the press, somebody types, or something covers the page. */
export const rests = (event: KeyboardEvent): boolean => event.defaultPrevented || isTyping(event.target) || isCovered();

/** Runs what the key stands for, if anything. One listener in the whole page calls it. */
export const pressed = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || rests(event)) return;
  const led = first && performance.now() - first.at < 1200 ? `${first.key} ${event.key.toLowerCase()}` : null;
  first = null;
  const found = keys.findLast((k) => k.key === led) ?? keys.findLast((k) => k.key === event.key);
  if (found) {
    event.preventDefault();
    found.run();
  } else if (keys.some((k) => k.key.startsWith(`${event.key} `))) first = { key: event.key, at: performance.now() };
};
