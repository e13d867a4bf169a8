/**
 * Copies of our SQLite files: made while they are in use, and checked before anything trusts them.
 *
 * A copy is one file (no write-ahead log beside it) and holds everything committed when it began. Files in use are
 * never read past SQLite: closing such a handle lets go the locks that SQLite holds in this process.
 */
import { rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { alteredPack } from './company/packs.ts';
import { noteHash } from './company/rows.ts';
import { COMPANY, HOUSE } from './schemas.ts';
import { isOurs, versionOf, type StoreProblem } from './sqlite.ts';

/** All pages in one step: a copy in several would start over whenever somebody writes. */
const EVERY_PAGE = 2 ** 31 - 1;

/** Copies a file in use to `to`, replacing what is there. */
export const copyStore = async (from: string, to: string): Promise<void> => {
  rmSync(to, { force: true });
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
  try {
    await backup(source, to, { rate: EVERY_PAGE });
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(to);
  copy.exec('pragma journal_mode = delete');
  copy.close();
};

/** What a sound file holds: its schema version and, in a company's, its last event and its notes. */
export type Sound = { readonly schema: number; readonly head: number; readonly notes: number };

/** Checks a `company.db`: every page, no gap in the journal, every note as the events that name it say it read. */
export const verifyCompany = (file: string): Result<Sound, StoreProblem> =>
  checked(file, COMPANY, (db) => {
    const { head, n } = db.prepare('select coalesce(max(seq), 0) as head, count(*) as n from journal').get() as { head: number; n: number };
    if (head !== n) return damaged(file, `its journal ends at ${head} but holds ${n} events`);
    const altered = alteredNote(db);
    if (altered) return damaged(file, `note ${altered} does not read as it did when it was decided on`);
    const pack = versionOf(db) >= 4 ? alteredPack(db) : undefined;
    if (pack) return damaged(file, `the published numbers ${pack.slice(0, 12)} do not read as they did when they were published`);
    const { notes } = db.prepare('select count(*) as notes from note').get() as { notes: number };
    return ok({ schema: versionOf(db), head, notes });
  });

/** Checks a `lockstep.db`: every page. */
export const verifyHouse = (file: string): Result<Sound, StoreProblem> =>
  checked(file, HOUSE, (db) => ok({ schema: versionOf(db), head: 0, notes: 0 }));

const checked = (
  file: string,
  schema: typeof COMPANY,
  check: (db: DatabaseSync) => Result<Sound, StoreProblem>,
): Result<Sound, StoreProblem> => {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    const ours = isOurs(db, file, schema);
    if (!ours.ok) return ours;
    if (versionOf(db) === 0) return damaged(file, 'it is empty');
    const faults = db.prepare('pragma integrity_check(1)').all() as { integrity_check: string }[];
    return faults[0]?.integrity_check === 'ok' ? check(db) : damaged(file, faults[0]?.integrity_check ?? 'it cannot be read');
  } catch (fault) {
    return damaged(file, (fault as Error).message);
  } finally {
    db?.close();
  }
};

const damaged = (file: string, why: string) => refuse({ code: 'damaged' as const, text: `${file} is damaged: ${why}.` });

/** A note whose words no longer give the hash that stands beside an event naming it. */
const alteredNote = (db: DatabaseSync): string | undefined => {
  const named = db.prepare(
    'select note.id, note.salt, note.words, named.value as hash from journal, json_each(journal.notes) as named join note on note.id = named.key where note.words is not null',
  );
  for (const row of named.iterate() as Iterable<{ id: string; salt: string; words: string; hash: string }>)
    if (noteHash(row.salt, row.words) !== row.hash) return row.id;
  return undefined;
};
