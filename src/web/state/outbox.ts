/** What was asked and not yet answered, kept over a closed tab; sent again with the same batch ids, so nothing is written twice. */
import type { Wish } from './replica.ts';

const keyOf = (company: string, me: string): string => `lockstep:outbox:${company}:${me}`;

/** What still waits from an earlier visit. */
export const kept = (company: string, me: string): Wish[] => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(company, me)) ?? '[]') as Wish[];
  } catch {
    return []; // a browser that keeps nothing, or something that is no list of ours
  }
};

/** Keeps what waits now; nothing waits, nothing is kept. */
export const keep = (company: string, me: string, wishes: readonly Wish[]): void => {
  try {
    const waiting = wishes.filter((w) => !w.confirmed);
    if (waiting.length === 0) localStorage.removeItem(keyOf(company, me));
    else localStorage.setItem(keyOf(company, me), JSON.stringify(waiting));
  } catch {
    // Storage is full or forbidden: the wish still stands in this tab.
  }
};

/** Signing out leaves nothing behind but the theme: others may sit at this machine. */
export const empty = (): void => {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('lockstep:') && key !== 'lockstep:theme') localStorage.removeItem(key);
    sessionStorage.clear();
  } catch {
    // Nothing was kept.
  }
};
