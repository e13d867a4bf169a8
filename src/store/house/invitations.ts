/** Invitations: a link that makes somebody a member once, with the role and seats named in it. */
import type { DatabaseSync } from 'node:sqlite';
import { hashOfSecret } from './secret.ts';

export type Invitation = {
  readonly id: string;
  readonly company: string;
  readonly name: string;
  /** Who alone may take it up; null where the link is enough. */
  readonly email: string | null;
  readonly role: string;
  readonly seats: readonly string[];
  /** The person who invited. */
  readonly by: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
};
export type NewInvitation = Omit<Invitation, 'usedAt'> & { readonly token: string };

export type Invitations = {
  readonly add: (invitation: NewInvitation) => void;
  /** The invitation of this secret, used and expired ones too: the reader is told what became of it. */
  readonly byToken: (token: string) => Invitation | null;
  /** Neither used nor expired by `now`, oldest first. */
  readonly open: (company: string, now: string) => readonly Invitation[];
  /** Takes it up; false where it is used or expired, so of two at once only one gets in. */
  readonly use: (id: string, now: string) => boolean;
  /** Makes it worthless; false where there is none. */
  readonly withdraw: (id: string, company: string) => boolean;
};

type Row = {
  id: string;
  company: string;
  name: string;
  email: string | null;
  role: string;
  seats: string;
  invited_by: string;
  made_at: string;
  expires_at: string;
  used_at: string | null;
};

/** The invitations in an open `lockstep.db`. */
export const invitationsIn = (db: DatabaseSync): Invitations => {
  const columns = 'id, company, name, email, role, seats, invited_by, made_at, expires_at, used_at';
  const put = db.prepare(`insert into invitation (token_hash, ${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)`);
  const withHash = db.prepare(`select ${columns} from invitation where token_hash = ?`);
  const waiting = db.prepare(
    `select ${columns} from invitation where company = ? and used_at is null and expires_at > ? order by made_at, rowid`,
  );
  const take = db.prepare('update invitation set used_at = ? where id = ? and used_at is null and expires_at > ?');
  const drop = db.prepare('delete from invitation where id = ? and company = ? and used_at is null');

  return {
    add: ({ token, id, company, name, email, role, seats, by, madeAt, expiresAt }) =>
      void put.run(hashOfSecret(token), id, company, name, email, role, JSON.stringify(seats), by, madeAt, expiresAt),
    byToken: (token) => {
      const row = withHash.get(hashOfSecret(token)) as Row | undefined;
      return row ? invitationOf(row) : null;
    },
    open: (company, now) => (waiting.all(company, now) as Row[]).map(invitationOf),
    use: (id, now) => Number(take.run(now, id, now).changes) > 0,
    withdraw: (id, company) => Number(drop.run(id, company).changes) > 0,
  };
};

const invitationOf = (row: Row): Invitation => ({
  id: row.id,
  company: row.company,
  name: row.name,
  email: row.email,
  role: row.role,
  seats: JSON.parse(row.seats) as string[],
  by: row.invited_by,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
});
