/** Memberships: which person a sign-in is in which company. Roles and seats stand in the company's journal. */
import type { DatabaseSync } from 'node:sqlite';

export type Membership = { readonly signIn: string; readonly company: string; readonly person: string };

export type Memberships = {
  /** Makes or moves it: one sign-in is one person in one company. Throws where the person is somebody else's. */
  readonly set: (membership: Membership) => void;
  readonly personIn: (company: string, signIn: string) => string | null;
  readonly signInOf: (company: string, person: string) => string | null;
  readonly of: (signIn: string) => readonly Membership[];
  readonly in: (company: string) => readonly Membership[];
  readonly remove: (company: string, signIn: string) => boolean;
};

type Row = { sign_in: string; company: string; person: string };

/** The memberships in an open `lockstep.db`. */
export const membersIn = (db: DatabaseSync): Memberships => {
  const put = db.prepare(
    'insert into membership (sign_in, company, person) values (?, ?, ?) on conflict (sign_in, company) do update set person = excluded.person',
  );
  const person = db.prepare('select sign_in, company, person from membership where company = ? and sign_in = ?');
  const signIn = db.prepare('select sign_in, company, person from membership where company = ? and person = ?');
  const ofSignIn = db.prepare('select sign_in, company, person from membership where sign_in = ? order by company');
  const ofCompany = db.prepare('select sign_in, company, person from membership where company = ? order by person');
  const drop = db.prepare('delete from membership where company = ? and sign_in = ?');

  return {
    set: (m) => void put.run(m.signIn, m.company, m.person),
    personIn: (company, who) => (person.get(company, who) as Row | undefined)?.person ?? null,
    signInOf: (company, who) => (signIn.get(company, who) as Row | undefined)?.sign_in ?? null,
    of: (who) => (ofSignIn.all(who) as Row[]).map(membershipOf),
    in: (company) => (ofCompany.all(company) as Row[]).map(membershipOf),
    remove: (company, who) => Number(drop.run(company, who).changes) > 0,
  };
};

const membershipOf = ({ sign_in: signIn, company, person }: Row): Membership => ({ signIn, company, person });
