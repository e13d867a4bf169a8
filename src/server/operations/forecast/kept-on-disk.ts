/**
 * Backtests kept in the company's folder, so that a restart does not cost the minutes they took. A file is named by a hash of
 * everything it rests on: the record itself, what was asked, and the text of the models; so what is found is never stale. They are
 * computed again where they are missing or cannot be read: backups leave them out.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const FOLDER = 'computed';
const MOST = 40;
const MODELS = ['models', 'kernel', 'views/forecast'].map((room) => path.join(import.meta.dirname, '../../..', room));

/** What `make` gives for this input, from the folder where it was kept. */
export const keptOnDisk = async <T extends object>(company: string, name: string, input: object, make: () => Promise<T>): Promise<T> => {
  const folder = path.join(company, FOLDER);
  const hash = createHash('sha256')
    .update(await models())
    .update(JSON.stringify(input))
    .digest('hex');
  const file = path.join(folder, `${name}-${hash}.json.gz`);
  const found = await read<T>(file);
  if (found) return found;
  const made = await make();
  await write(folder, file, made).catch(() => {});
  return made;
};

const read = async <T>(file: string): Promise<T | null> => {
  try {
    const text = gunzipSync(await readFile(file)).toString('utf8');
    await utimes(file, new Date(), new Date());
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
};

/** Written beside and named last; what was used longest ago makes room. */
const write = async (folder: string, file: string, made: object): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}.half`;
  await writeFile(half, gzipSync(JSON.stringify(made)), { mode: 0o600 });
  await rename(half, file);
  const all = (await readdir(folder)).map((name) => path.join(folder, name));
  const used = await Promise.all(all.map(async (one) => ({ one, at: (await stat(one)).mtimeMs })));
  for (const { one } of used.toSorted((a, b) => b.at - a.at).slice(MOST)) await rm(one, { force: true });
};

let known: Promise<string> | null = null;
/** A hash of the text of everything that computes. */
const models = (): Promise<string> =>
  (known ??= (async () => {
    const hash = createHash('sha256');
    for (const room of MODELS)
      for (const name of (await readdir(room, { recursive: true })).filter((one) => one.endsWith('.ts')).toSorted())
        hash.update(name).update(await readFile(path.join(room, name)));
    return hash.digest('hex');
  })());
