/**
 * Opening one SQLite file of ours: durable, of the right kind, brought up to this version's schema.
 * Together with the files beside it, the only place that knows SQLite.
 */
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ok, refuse, type Result } from '../kernel/result.ts';

/** Why a file was not opened or not accepted; `text` is one sentence for a person. */
export type StoreProblem = { readonly code: 'newer-lockstep' | 'not-a-store' | 'cannot-open' | 'damaged'; readonly text: string };

/** One kind of file: what marks it, and the steps from each schema version to the next, the first from nothing to 1. */
export type Schema = { readonly mark: number; readonly holds: string; readonly steps: readonly string[] };

/** Opens the file, making it where there is none, readable for its owner only. */
export const openFile = (file: string, schema: Schema): Result<DatabaseSync, StoreProblem> => {
  let db: DatabaseSync | undefined;
  try {
    closeSync(openSync(file, 'a', 0o600));
    db = new DatabaseSync(file, { timeout: 5000 });
    const known = isOurs(db, file, schema);
    if (!known.ok) {
      db.close();
      return known;
    }
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma foreign_keys = on;');
    together(db, () => bringUp(db!, schema));
    return ok(db);
  } catch (fault) {
    db?.close();
    return refuse({ code: 'cannot-open', text: `${path.basename(file)} at ${file} could not be opened: ${(fault as Error).message}.` });
  }
};

/** Runs `work` in one transaction: all of it lands, durably, or none of it does. Within another one it joins that. */
export const together = <T>(db: DatabaseSync, work: () => T): T => {
  if (db.isTransaction) return work();
  db.exec('begin immediate');
  try {
    const answer = work();
    db.exec('commit');
    return answer;
  } catch (fault) {
    if (db.isTransaction) db.exec('rollback');
    throw fault;
  }
};

/** As `together`, but what a refusal would leave behind is undone as well. */
export const attempted = <T, R>(db: DatabaseSync, work: () => Result<T, R>): Result<T, R> =>
  together(db, () => {
    db.exec('savepoint attempt');
    const answer = work();
    db.exec(answer.ok ? 'release attempt' : 'rollback to attempt; release attempt');
    return answer;
  });

/** The schema version a file stands at; 0 for an empty one. */
export const versionOf = (db: DatabaseSync): number => pragma(db, 'user_version');

/** True for a file of this kind, or an empty one; otherwise what it is instead. */
export const isOurs = (db: DatabaseSync, file: string, { mark, holds, steps }: Schema): Result<null, StoreProblem> => {
  const [version, found] = [versionOf(db), pragma(db, 'application_id')];
  const empty = version === 0 && found === 0 && db.prepare('select 1 from sqlite_schema limit 1').get() === undefined;
  if (!empty && (found !== mark || version === 0))
    return refuse({ code: 'not-a-store', text: `${file} is a database, but not ${holds}; nothing was changed in it.` });
  if (version <= steps.length) return ok(null);
  return refuse({
    code: 'newer-lockstep',
    text: `${file} was written by a newer Lockstep (schema ${version}; this one reads up to ${steps.length}): start that version, or restore a backup made before it.`,
  });
};

const bringUp = (db: DatabaseSync, { mark, steps }: Schema): void => {
  const from = versionOf(db);
  if (from === steps.length) return;
  for (const step of steps.slice(from)) db.exec(step);
  db.exec(`pragma application_id = ${mark}; pragma user_version = ${steps.length};`);
};

const pragma = (db: DatabaseSync, name: 'user_version' | 'application_id'): number =>
  (db.prepare(`pragma ${name}`).get() as Record<typeof name, number>)[name];
