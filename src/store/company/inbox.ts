/** Inbox: the folder that a company has looked into by itself, and what is known of each file in it. */
import { DatabaseSync } from 'node:sqlite';

export type InboxSetting = {
  /** Absolute path. */
  readonly folder: string;
  readonly everyMinutes: number;
  readonly on: boolean;
  readonly setBy: string;
  readonly setAt: string;
  readonly lookedAt: string | null;
  /** Why the last look did not work; null where it did. */
  readonly fault: string | null;
};

export type InboxState = 'seen' | 'loaded' | 'known' | 'waiting' | 'failed';
export type InboxFile = {
  /** Within the folder. */
  readonly name: string;
  readonly size: number;
  /** Whole milliseconds since 1970. */
  readonly mtime: number;
  /** Of what was read; null where nothing was yet. */
  readonly sha256: string | null;
  readonly state: InboxState;
  readonly what: string;
  readonly text: string;
  readonly todo: string;
  /** Numbers of the loads made of it. */
  readonly loads: readonly number[];
  readonly at: string;
};

export type Inbox = {
  readonly inbox: () => InboxSetting | null;
  readonly setInbox: (setting: Omit<InboxSetting, 'lookedAt' | 'fault'>) => void;
  readonly lookedIntoInbox: (at: string, fault: string | null) => void;
  /** In order of their names. */
  readonly inboxFiles: () => readonly InboxFile[];
  readonly putInboxFile: (file: InboxFile) => void;
  readonly dropInboxFile: (name: string) => void;
};

type SettingRow = {
  readonly folder: string;
  readonly every_minutes: number;
  readonly is_on: number;
  readonly set_by: string;
  readonly set_at: string;
  readonly looked_at: string | null;
  readonly fault: string | null;
};

/** The inbox in an open `company.db`. */
export const inboxIn = (db: DatabaseSync): Inbox => {
  const read = db.prepare('select folder, every_minutes, is_on, set_by, set_at, looked_at, fault from inbox');
  const set = db.prepare(
    `insert into inbox (one, folder, every_minutes, is_on, set_by, set_at) values (1, ?, ?, ?, ?, ?)
     on conflict (one) do update set folder = excluded.folder, every_minutes = excluded.every_minutes, is_on = excluded.is_on, set_by = excluded.set_by, set_at = excluded.set_at, looked_at = null, fault = null`,
  );
  const looked = db.prepare('update inbox set looked_at = ?, fault = ?');
  const files = db.prepare('select name, size, mtime, sha256, state, what, text, todo, loads, at from inbox_file order by name');
  const put = db.prepare(
    'insert or replace into inbox_file (name, size, mtime, sha256, state, what, text, todo, loads, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const drop = db.prepare('delete from inbox_file where name = ?');
  return {
    inbox: () => {
      const row = read.get() as SettingRow | undefined;
      return row
        ? {
            folder: row.folder,
            everyMinutes: row.every_minutes,
            on: row.is_on === 1,
            setBy: row.set_by,
            setAt: row.set_at,
            lookedAt: row.looked_at,
            fault: row.fault,
          }
        : null;
    },
    setInbox: ({ folder, everyMinutes, on, setBy, setAt }) => void set.run(folder, everyMinutes, on ? 1 : 0, setBy, setAt),
    lookedIntoInbox: (at, fault) => void looked.run(at, fault),
    inboxFiles: () =>
      (files.all() as (Omit<InboxFile, 'loads'> & { readonly loads: string })[]).map((row) => ({
        ...row,
        loads: JSON.parse(row.loads) as number[],
      })),
    putInboxFile: ({ name, size, mtime, sha256, state, what, text, todo, loads, at }) =>
      void put.run(name, size, mtime, sha256, state, what, text, todo, JSON.stringify(loads), at),
    dropInboxFile: (name) => void drop.run(name),
  };
};

/** Whether the inbox of this `company.db` is to be looked into at `now`; asked of the file, so that a company nobody uses is not opened for it. */
export const inboxDue = (path: string, now: string): boolean => {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    if (db.prepare(`select 1 from sqlite_schema where name = 'inbox'`).get() === undefined) return false;
    const row = db.prepare('select every_minutes, is_on, looked_at from inbox').get() as
      | Pick<SettingRow, 'every_minutes' | 'is_on' | 'looked_at'>
      | undefined;
    if (!row || row.is_on === 0) return false;
    return row.looked_at === null || Date.parse(row.looked_at) + row.every_minutes * 60_000 <= Date.parse(now);
  } finally {
    db.close();
  }
};
