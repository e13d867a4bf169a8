/** Sign-ins: a person's login to this house. The first one owns it. */
import type { DatabaseSync } from 'node:sqlite';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { attempted } from '../sqlite.ts';

export type SignIn = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** null until a password has been chosen. */
  readonly passwordHash: string | null;
  /** True for the first sign-in: it may found companies, back up and restore. */
  readonly ownsHouse: boolean;
  readonly madeAt: string;
};
export type NewSignIn = Omit<SignIn, 'ownsHouse'>;

export type SignIns = {
  /** The first sign-in, which owns the house; refused once there is one. */
  readonly claim: (signIn: NewSignIn) => Result<SignIn, { readonly code: 'house-claimed' }>;
  readonly add: (signIn: NewSignIn) => Result<SignIn, { readonly code: 'email-taken' }>;
  readonly byId: (id: string) => SignIn | null;
  /** Whatever the case of its letters. */
  readonly byEmail: (email: string) => SignIn | null;
  /** In the order they were made. */
  readonly all: () => readonly SignIn[];
  readonly count: () => number;
  readonly setPassword: (id: string, passwordHash: string) => boolean;
  readonly rename: (id: string, name: string) => boolean;
  /** Removes the sign-in with its sessions and memberships; false where there is none. */
  readonly remove: (id: string) => boolean;
};

type Row = { id: string; email: string; name: string; password_hash: string | null; owns_house: number; made_at: string };

/** The sign-ins in an open `lockstep.db`. */
export const signInsIn = (db: DatabaseSync): SignIns => {
  const columns = 'id, email, name, password_hash, owns_house, made_at';
  const put = db.prepare(`insert into sign_in (${columns}) values (?, ?, ?, ?, ?, ?)`);
  const one = db.prepare(`select ${columns} from sign_in where id = ?`);
  const withEmail = db.prepare(`select ${columns} from sign_in where email = ?`);
  const every = db.prepare(`select ${columns} from sign_in order by made_at, rowid`);
  const counted = db.prepare('select count(*) as n from sign_in');
  const password = db.prepare('update sign_in set password_hash = ? where id = ?');
  const name = db.prepare('update sign_in set name = ? where id = ?');
  const drop = db.prepare('delete from sign_in where id = ?');

  const count = (): number => (counted.get() as { n: number }).n;
  const write = (signIn: NewSignIn, ownsHouse: boolean): SignIn => {
    const whole = { ...signIn, email: tidy(signIn.email), ownsHouse };
    put.run(whole.id, whole.email, whole.name, whole.passwordHash, ownsHouse ? 1 : 0, whole.madeAt);
    return whole;
  };
  const byEmail = (email: string): SignIn | null => signInOf(withEmail.get(tidy(email)) as Row | undefined);

  return {
    claim: (signIn) => attempted(db, () => (count() > 0 ? refuse({ code: 'house-claimed' as const }) : ok(write(signIn, true)))),
    add: (signIn) => attempted(db, () => (byEmail(signIn.email) ? refuse({ code: 'email-taken' as const }) : ok(write(signIn, false)))),
    byId: (id) => signInOf(one.get(id) as Row | undefined),
    byEmail,
    all: () => (every.all() as Row[]).map((row) => signInOf(row)!),
    count,
    setPassword: (id, passwordHash) => Number(password.run(passwordHash, id).changes) > 0,
    rename: (id, to) => Number(name.run(to, id).changes) > 0,
    remove: (id) => Number(drop.run(id).changes) > 0,
  };
};

/** SQLite's own folding of case knows only A to Z. */
const tidy = (email: string): string => email.trim().toLowerCase();

const signInOf = (row: Row | undefined): SignIn | null =>
  row
    ? {
        id: row.id,
        email: row.email,
        name: row.name,
        passwordHash: row.password_hash,
        ownsHouse: row.owns_house === 1,
        madeAt: row.made_at,
      }
    : null;
