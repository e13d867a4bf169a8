/** Light, dark, or as the system has it. public/theme.js sets the same before the first paint. */

export type Theme = 'light' | 'dark' | 'system';
const KEY = 'lockstep:theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

let chosen: Theme = (() => {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system'; // a browser that keeps nothing
  }
})();

export const themeNow = (): Theme => chosen;
/** What is shown: light or dark. */
export const shownTheme = (): 'light' | 'dark' => (chosen === 'system' ? (system.matches ? 'dark' : 'light') : chosen);

const show = (): void => {
  document.documentElement.dataset['theme'] = shownTheme();
  for (const listener of listeners) listener();
};
system.addEventListener('change', show);

export const chooseTheme = (theme: Theme): void => {
  chosen = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // It holds for this page.
  }
  show();
};
export const onTheme = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
