/**
 * One process holds a data folder. The lock is an exclusive SQLite transaction on a file of its own, so the operating
 * system lets it go the moment the process ends, even by kill -9: there is no stale lock and nothing to clean up.
 *
 * While it holds the folder, a server writes `server.json` (its address, its process id, and a secret for the command
 * line) for the folder's owner alone. Never open `.lock` by any other way in the same process: closing it
 * would let the lock go.
 */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ok, refuse, type Result } from '../kernel/result.ts';

/** Where the process that holds the folder answers, and the secret that proves one may read the folder. */
export type ServerCard = { readonly url: string; readonly pid: number; readonly token: string };

export type HeldFolder = {
  /** Writes `server.json`, with a new secret, and answers with it. */
  readonly announce: (url: string) => ServerCard;
  /** Takes `server.json` away and lets the folder go. */
  readonly release: () => void;
};

export type FolderRefusal =
  /** Another process holds it; `heldBy` is its address, null while it is still starting. */
  | { readonly code: 'folder-held'; readonly heldBy: string | null; readonly text: string }
  | { readonly code: 'folder-unwritable'; readonly text: string };

const CARD = 'server.json';

/** Takes the data folder for this process, making it where there is none. */
export const holdFolder = (folder: string): Result<HeldFolder, FolderRefusal> => {
  let lock: DatabaseSync | undefined;
  try {
    makeFolder(path.resolve(folder));
    accessSync(folder, constants.W_OK | constants.X_OK);
    lock = new DatabaseSync(path.join(folder, '.lock'), { timeout: 0 });
    lock.exec('pragma journal_mode = memory; begin exclusive;');
    chmodSync(path.join(folder, '.lock'), 0o600);
  } catch (fault) {
    lock?.close();
    return refuse(isBusy(fault) ? heldByAnother(folder) : unwritable(folder, fault as Error));
  }
  const held = lock;
  const card = path.join(folder, CARD);
  rmSync(card, { force: true }); // left by a process that was killed
  return ok({
    announce: (url) => {
      const written = { url, pid: process.pid, token: randomBytes(32).toString('base64url') };
      const draft = path.join(folder, `.${CARD}`);
      rmSync(draft, { force: true });
      writeFileSync(draft, `${JSON.stringify(written)}\n`, { mode: 0o600 });
      chmodSync(draft, 0o600);
      renameSync(draft, card);
      return written;
    },
    release: () => {
      rmSync(card, { force: true });
      held.close();
    },
  });
};

/** What the process that holds the folder says of itself; null where none does, or where the reader may not know. */
export const serverOf = (folder: string): ServerCard | null => {
  const card = path.join(folder, CARD);
  try {
    return JSON.parse(readFileSync(card, 'utf8')) as ServerCard;
  } catch (fault) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes((fault as NodeJS.ErrnoException).code ?? '')) return null;
    throw fault;
  }
};

/** Step by step: Node's own recursive way never returns where a folder may not be made in /proc. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
};

const SQLITE_BUSY = 5;
const isBusy = (fault: unknown): boolean => ((fault as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;

const heldByAnother = (folder: string): FolderRefusal => {
  const heldBy = serverOf(folder)?.url ?? null;
  return { code: 'folder-held', heldBy, text: `Another Lockstep already holds ${folder}${heldBy ? `: it answers at ${heldBy}` : ''}.` };
};

const unwritable = (folder: string, fault: Error): FolderRefusal => ({
  code: 'folder-unwritable',
  text: `Lockstep cannot write to ${folder} (${reasonOf(folder, fault)}): give this user the right to, or name another folder with LOCKSTEP_DATA.`,
});

const reasonOf = (folder: string, fault: Error): string => {
  if (existsSync(folder) && !statSync(folder).isDirectory()) return 'it is a file';
  const code = (fault as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EROFS') return 'read-only';
  if (code === 'ENOTDIR') return 'its path leads through a file';
  if (code === 'ENOENT') return 'it cannot be made there';
  return fault.message;
};
