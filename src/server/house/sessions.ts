/**
 * Sessions: begun by a password or an invitation, ended by signing out, by 14 days without use, or after 90 days.
 * A token stands in the browser's cookie alone; the house keeps its hash.
 */
import type { HouseStore } from '../../store/house-store.ts';
import { newId, newSecret } from './secrets.ts';

const DAY = 86_400_000;
const IDLE = 14 * DAY;
const LONGEST = 90 * DAY;

/** What a session gives: whose it is, and how far it reaches. */
export type Held = {
  readonly id: string;
  readonly signIn: string;
  readonly kind: 'web' | 'api';
  readonly scope: 'read' | 'write';
  /** The one company an API token is for; null for a session of the web. */
  readonly company: string | null;
};

/** A new session of the web: its token, shown once, and when it ends at the latest. */
export const beginSession = (store: HouseStore, signIn: string, now: string): { readonly token: string; readonly ends: string } => {
  const token = newSecret('lss');
  const ends = new Date(Date.parse(now) + LONGEST).toISOString();
  store.sessions.prune(now);
  store.sessions.add({
    token,
    id: newId('s'),
    signIn,
    kind: 'web',
    name: null,
    scope: 'write',
    company: null,
    expiresAt: ends,
    madeAt: now,
  });
  return { token, ends };
};

/** What this token is worth now; null for one that is unknown, ended, or was left unused too long. */
export const heldBy = (store: HouseStore, token: string, now: string): Held | null => {
  const session = store.sessions.byToken(token, now);
  if (!session) return null;
  const { id, signIn, kind, scope, company } = session;
  if (kind === 'web' && Date.parse(now) - Date.parse(session.lastUsedAt ?? session.madeAt) > IDLE) {
    store.sessions.remove(id);
    return null;
  }
  store.sessions.used(id, now);
  return { id, signIn, kind, scope, company };
};
