/**
 * Keep file: the bytes as they came, in imports/<sha256>, safe on disk before any row of them is.
 */
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export const importsFile = (folder: string, sha256: string): string => join(folder, 'imports', sha256);

/** Copies a file there unless it is there already. */
export const keepFile = async (folder: string, path: string, sha256: string, bytes: number): Promise<void> => {
  const target = importsFile(folder, sha256);
  const there = await stat(target).catch(() => null);
  if (there?.size === bytes) return;
  await mkdir(join(folder, 'imports'), { recursive: true });
  const part = `${target}.part`;
  await copyFile(path, part);
  await flush(part, 'r+');
  await rename(part, target);
  await flush(join(folder, 'imports'), 'r');
};

const flush = async (path: string, flags: string): Promise<void> => {
  const handle = await open(path, flags);
  await handle.sync();
  await handle.close();
};

/** After a crash: removes copies that were not finished. */
export const dropUnfinished = async (folder: string): Promise<void> => {
  for (const name of ['imports', 'rejects']) {
    const files = await readdir(join(folder, name)).catch(() => [] as string[]);
    for (const file of files) if (file.endsWith('.part')) await rm(join(folder, name, file), { force: true });
  }
};
