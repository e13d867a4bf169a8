/** Sessions: web sessions, and API tokens for programs. The secret itself is never kept. */
import type { DatabaseSync } from 'node:sqlite';
import { hashOfSecret } from './secret.ts';

export type Session = {
  readonly id: string;
  readonly signIn: string;
  readonly kind: 'web' | 'api';
  /** What its owner calls an API token; null for a web session. */
  readonly name: string | null;
  readonly scope: 'read' | 'write';
  /** The one company it is for; null where it is good for all of its owner's. */
  readonly company: string | null;
  /** null: until it is removed. */
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly madeAt: string;
};
export type NewSession = Omit<Session, 'lastUsedAt'> & { readonly token: string };

export type Sessions = {
  readonly add: (session: NewSession) => void;
  /** The session of this secret, unless it has expired by `now`. */
  readonly byToken: (token: string, now: string) => Session | null;
  /** Notes that it was used; written at most once a minute. */
  readonly used: (id: string, at: string) => void;
  readonly remove: (id: string) => boolean;
  /** Ends every web session of a sign-in, but the one given; answers with how many. */
  readonly removeWeb: (signIn: string, except?: string) => number;
  /** API tokens limited to this company, oldest first. */
  readonly tokensOf: (company: string) => readonly Session[];
  /** Removes an API token of this company; false where there is none. */
  readonly revoke: (id: string, company: string) => boolean;
  /** Removes what has expired by `now`; answers with how many. */
  readonly prune: (now: string) => number;
};

type Row = {
  id: string;
  sign_in: string;
  kind: 'web' | 'api';
  name: string | null;
  scope: 'read' | 'write';
  company: string | null;
  expires_at: string | null;
  last_used_at: string | null;
  made_at: string;
};

/** The sessions in an open `lockstep.db`. */
export const sessionsIn = (db: DatabaseSync): Sessions => {
  const columns = 'id, sign_in, kind, name, scope, company, expires_at, last_used_at, made_at';
  const put = db.prepare(`insert into session (token_hash, ${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, null, ?)`);
  const withHash = db.prepare(`select ${columns} from session where token_hash = ? and (expires_at is null or expires_at > ?)`);
  const touch = db.prepare(
    "update session set last_used_at = ? where id = ? and substr(coalesce(last_used_at, ''), 1, 16) <> substr(?, 1, 16)",
  );
  const drop = db.prepare('delete from session where id = ?');
  const dropWeb = db.prepare("delete from session where sign_in = ? and kind = 'web' and id <> ?");
  const tokens = db.prepare(`select ${columns} from session where company = ? and kind = 'api' order by made_at, rowid`);
  const dropToken = db.prepare("delete from session where id = ? and company = ? and kind = 'api'");
  const dropOld = db.prepare('delete from session where expires_at <= ?');

  return {
    add: ({ token, id, signIn, kind, name, scope, company, expiresAt, madeAt }) =>
      void put.run(hashOfSecret(token), id, signIn, kind, name, scope, company, expiresAt, madeAt),
    byToken: (token, now) => {
      const row = withHash.get(hashOfSecret(token), now) as Row | undefined;
      return row ? sessionOf(row) : null;
    },
    used: (id, at) => void touch.run(at, id, at),
    remove: (id) => Number(drop.run(id).changes) > 0,
    removeWeb: (signIn, except = '') => Number(dropWeb.run(signIn, except).changes),
    tokensOf: (company) => (tokens.all(company) as Row[]).map(sessionOf),
    revoke: (id, company) => Number(dropToken.run(id, company).changes) > 0,
    prune: (now) => Number(dropOld.run(now).changes),
  };
};

const sessionOf = (row: Row): Session => ({
  id: row.id,
  signIn: row.sign_in,
  kind: row.kind,
  name: row.name,
  scope: row.scope,
  company: row.company,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  madeAt: row.made_at,
});
