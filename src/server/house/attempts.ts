/**
 * Attempts: how often somebody may be wrong. Counted for the address on the net and for the e-mail, so that neither
 * many passwords for one person nor one password for many people can be tried. Those still being checked
 * count as wrong, so that trying all at once gains nothing.
 */
import { ok, type Result } from '../../kernel/result.ts';
import type { HouseStore } from '../../store/house-store.ts';
import { plural } from '../../views/words/format.ts';
import type { Problem } from '../contract/problem.ts';
import { problem } from './problems.ts';

const MINUTE = 60_000;
const WINDOW = 15;
const MOST = { email: 10, address: 30 } as const;

type Tried = { readonly email?: string; readonly address: string | null };
/** One attempt under way; it must be told how it ended. */
export type Attempt = { readonly failed: () => void; readonly passed: () => void };

const pending = new WeakMap<HouseStore, Map<string, number>>();

/** Begins an attempt; refused, with how long to wait, where too many went wrong of late. */
export const attempt = (store: HouseStore, tried: Tried, now: string): Result<Attempt, Problem> => {
  const time = Date.parse(now);
  const since = (minutes: number): string => new Date(time - minutes * MINUTE).toISOString();
  const open = pending.get(store) ?? new Map<string, number>();
  pending.set(store, open);
  const keys = keysOf(tried);
  store.attempts.prune(since(WINDOW));
  for (const [key, most] of keys) {
    const left = most - (open.get(key) ?? 0);
    if (store.attempts.count(key, since(WINDOW)) < left) continue;
    // The wait ends when enough of them lie further back than the window.
    const wait = Array.from({ length: WINDOW }, (_, i) => i + 1).find((w) => store.attempts.count(key, since(WINDOW - w)) < left) ?? WINDOW;
    return problem('too-many-attempts', 'Too many attempts.', `Try again in ${plural(wait, 'minute')}.`, { retryAfter: wait * 60 });
  }
  const count = (by: 1 | -1): void => {
    for (const [key] of keys) open.set(key, (open.get(key) ?? 0) + by);
  };
  count(1);
  return ok({
    failed: () => {
      count(-1);
      for (const [key] of keys) store.attempts.add(key, now);
    },
    passed: () => {
      count(-1);
      if (tried.email !== undefined) store.attempts.clear(emailKey(tried.email));
    },
  });
};

const emailKey = (email: string): string => `email:${email.trim().toLowerCase()}`;

const keysOf = ({ email, address }: Tried): readonly (readonly [string, number])[] => [
  ...(email === undefined ? [] : [[emailKey(email), MOST.email] as const]),
  ...(address === null ? [] : [[`address:${address}`, MOST.address] as const]),
];
