/** The watch at the door: failed sign-ins, counted for their rate, and the audit of who got in and what was granted. */
import type { DatabaseSync } from 'node:sqlite';

export type AuditEntry = {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly detail: string;
  /** The company it concerns; null where it concerns the house. */
  readonly company: string | null;
};

export type Attempts = {
  /** One failed attempt under this key (an address, a place on the net). */
  readonly add: (key: string, at: string) => void;
  /** How many there were after `since`. */
  readonly count: (key: string, since: string) => number;
  readonly clear: (key: string) => void;
  /** Forgets all that lie before `before`. */
  readonly prune: (before: string) => void;
};

export type Audit = {
  readonly add: (entry: AuditEntry) => void;
  /** Newest first; with a company only what concerns it. */
  readonly latest: (limit: number, company?: string) => readonly AuditEntry[];
};

/** Failed sign-ins in an open `lockstep.db`. */
export const attemptsIn = (db: DatabaseSync): Attempts => {
  const put = db.prepare('insert into attempt (key, tried_at) values (?, ?)');
  const counted = db.prepare('select count(*) as n from attempt where key = ? and tried_at > ?');
  const drop = db.prepare('delete from attempt where key = ?');
  const dropOld = db.prepare('delete from attempt where tried_at < ?');
  return {
    add: (key, at) => void put.run(key, at),
    count: (key, since) => (counted.get(key, since) as { n: number }).n,
    clear: (key) => void drop.run(key),
    prune: (before) => void dropOld.run(before),
  };
};

/** The audit in an open `lockstep.db`. */
export const auditIn = (db: DatabaseSync): Audit => {
  const columns = 'happened_at, who, what, detail, company';
  const put = db.prepare(`insert into audit (${columns}) values (?, ?, ?, ?, ?)`);
  const all = db.prepare(`select ${columns} from audit order by id desc limit ?`);
  const ofCompany = db.prepare(`select ${columns} from audit where company = ? order by id desc limit ?`);
  type Row = Omit<AuditEntry, 'at'> & { happened_at: string };
  return {
    add: ({ at, who, what, detail, company }) => void put.run(at, who, what, detail, company),
    latest: (limit, company) =>
      ((company === undefined ? all.all(limit) : ofCompany.all(company, limit)) as Row[]).map(({ happened_at: at, ...rest }) => ({
        at,
        ...rest,
      })),
  };
};
