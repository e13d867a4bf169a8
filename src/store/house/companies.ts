/** The companies of this house. Their names are copies for the switcher; the journal of each says what holds. */
import type { DatabaseSync } from 'node:sqlite';

export type CompanyCard = { readonly id: string; readonly name: string; readonly demo: boolean; readonly addedAt: string };

export type Companies = {
  readonly add: (company: CompanyCard) => void;
  readonly byId: (id: string) => CompanyCard | null;
  /** In the order they were added. */
  readonly all: () => readonly CompanyCard[];
  /** Copies what the journal says now; false where there is no such company. */
  readonly copy: (company: Pick<CompanyCard, 'id' | 'name' | 'demo'>) => boolean;
  /** Forgets it here, with its memberships, tokens and invitations; its folder stays. */
  readonly remove: (id: string) => boolean;
};

type Row = { id: string; name: string; demo: number; added_at: string };

/** The companies in an open `lockstep.db`. */
export const companiesIn = (db: DatabaseSync): Companies => {
  const put = db.prepare('insert into company (id, name, demo, added_at) values (?, ?, ?, ?)');
  const one = db.prepare('select id, name, demo, added_at from company where id = ?');
  const every = db.prepare('select id, name, demo, added_at from company order by added_at, rowid');
  const change = db.prepare('update company set name = ?, demo = ? where id = ?');
  const drop = db.prepare('delete from company where id = ?');
  return {
    add: ({ id, name, demo, addedAt }) => void put.run(id, name, demo ? 1 : 0, addedAt),
    byId: (id) => {
      const row = one.get(id) as Row | undefined;
      return row ? cardOf(row) : null;
    },
    all: () => (every.all() as Row[]).map(cardOf),
    copy: ({ id, name, demo }) => Number(change.run(name, demo ? 1 : 0, id).changes) > 0,
    remove: (id) => Number(drop.run(id).changes) > 0,
  };
};

const cardOf = ({ id, name, demo, added_at: addedAt }: Row): CompanyCard => ({ id, name, demo: demo === 1, addedAt });
