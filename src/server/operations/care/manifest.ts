/** Manifest: what a backup holds, file by file with its SHA-256, written last, so that a backup without one is half a backup. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { companyId } from '../../contract/shape.ts';
import { problem } from '../../house/problems.ts';

const NAME = 'manifest.json';

/** Paths go down from the folder, by letters that no system reads as anything else. */
const inside = z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[\w.@ /-]+$/, 'a path within the backup');
const manifest = z.object({
  format: z.literal(1),
  lockstep: z.string(),
  madeAt: z.string(),
  /** Whether sign-ins are in it. */
  house: z.boolean(),
  companies: z.array(companyId),
  files: z.array(z.object({ path: inside, bytes: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type Manifest = z.output<typeof manifest>;

/** SHA-256 of a file that nobody has open as a database. */
export const fileSha256 = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

/** Every file below a folder, by its path from there, in order. */
export const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
};

/** Writes the manifest of everything that lies in a folder. */
export const writeManifest = async (folder: string, of: Omit<Manifest, 'files' | 'format'>): Promise<Manifest> => {
  const files: Manifest['files'][number][] = [];
  for (const name of await filesBelow(folder)) {
    const file = path.join(folder, name);
    files.push({ path: name, bytes: (await stat(file)).size, sha256: await fileSha256(file) });
  }
  const written: Manifest = { format: 1, ...of, files };
  await writeFile(path.join(folder, NAME), `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 });
  return written;
};

/** The manifest of a backup, or why the folder is none. */
export const readManifest = async (folder: string): Promise<Result<Manifest, Problem>> => {
  const text = await readFile(path.join(folder, NAME), 'utf8').catch(() => null);
  if (text === null)
    return problem('no-backup', `${folder} holds no backup: there is no ${NAME} in it.`, 'Name the folder that lockstep backup made.');
  const read = manifest.safeParse(jsonOrNull(text));
  if (read.success) return ok(read.data);
  return problem(
    'backup-damaged',
    `${folder}/${NAME} cannot be read as a manifest.`,
    'Take another backup; this one is damaged or was made by another program.',
  );
};

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON: the schema says the rest
  }
};
