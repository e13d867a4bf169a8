/** The company that was open last in this browser. */
const KEY = 'lockstep:company';
export const lastCompany = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a browser that keeps nothing
  }
};
export const keepLastCompany = (id: string): void => {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Then the first one opens next time.
  }
};
