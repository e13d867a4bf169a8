/** Uploads: files on their way into an import, each with the name its sender gave. Kept for a day. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Upload = { readonly path: string; readonly name: string };

export type Uploads = {
  /** Where the bytes of the upload `id` go. */
  readonly pathFor: (id: string) => string;
  /** Says that the bytes are there, and what the sender calls them. */
  readonly keep: (id: string, name: string) => void;
  readonly find: (id: string) => Upload | null;
  readonly drop: (id: string) => void;
  /** Takes away what is older than a day. */
  readonly sweep: () => void;
};

const ID = /^up_[0-9a-f]{20}$/;
const DAY = 86_400_000;

/** The uploads in a folder. */
export const openUploads = (folder: string, now: () => string): Uploads => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathFor = (id: string): string => path.join(folder, id);
  return {
    pathFor,
    keep: (id, name) => writeFileSync(`${pathFor(id)}.json`, JSON.stringify({ name }), { mode: 0o600 }),
    find: (id) => {
      if (!ID.test(id) || !existsSync(`${pathFor(id)}.json`)) return null;
      const { name } = JSON.parse(readFileSync(`${pathFor(id)}.json`, 'utf8')) as { name: string };
      return { path: pathFor(id), name };
    },
    drop: (id) => {
      if (!ID.test(id)) return;
      rmSync(`${pathFor(id)}.json`, { force: true });
      rmSync(pathFor(id), { force: true });
    },
    sweep: () => {
      const before = Date.parse(now()) - DAY;
      for (const file of readdirSync(folder).map((name) => path.join(folder, name)))
        if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? before) < before) rmSync(file, { force: true });
    },
  };
};
