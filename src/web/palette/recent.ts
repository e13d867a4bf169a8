/** What was taken from the palette lately, kept in this browser. */
const keyOf = (company: string): string => `lockstep:recent:${company}`;
const MOST = 8;

export const recentIds = (company: string): string[] => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(company)) ?? '[]') as string[];
  } catch {
    return []; // a browser that keeps nothing
  }
};
export const remember = (company: string, id: string): void => {
  try {
    localStorage.setItem(keyOf(company), JSON.stringify([id, ...recentIds(company).filter((one) => one !== id)].slice(0, MOST)));
  } catch {
    // It is only a convenience.
  }
};
