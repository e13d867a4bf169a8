/** Files of a folder named on the command line: all of them, folders within it too, without what the system put there. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';

const MOST = 200;
const DEEPEST = 4;

/** What no person put there: hidden files, Thumbs.db, the lock files of an open workbook. */
const isSystems = (name: string): boolean => /^(\.|~\$)|^(thumbs\.db|desktop\.ini)$/i.test(name);

/** Whether the path leads to a folder. */
export const isFolder = async (at: string): Promise<boolean> => (await stat(at).catch(() => null))?.isDirectory() === true;

/** Absolute paths in order of their names; refused where there are none or too many for one plan. */
export const filesIn = async (folder: string): Promise<Result<readonly string[], Problem>> => {
  const found: string[] = [];
  const walk = async (at: string, deep: number): Promise<void> => {
    const entries = (await readdir(at, { withFileTypes: true })).toSorted((a, b) => a.name.localeCompare(b.name));
    for (const entry of entries) {
      if (isSystems(entry.name) || found.length > MOST) continue;
      if (entry.isDirectory() && deep < DEEPEST) await walk(path.join(at, entry.name), deep + 1);
      else if (entry.isFile()) found.push(path.join(at, entry.name));
    }
  };
  await walk(folder, 1);
  if (found.length === 0)
    return problem('folder-empty', `There is no file in ${folder}.`, 'Name the folder that holds the exports.', { folder });
  if (found.length > MOST)
    return problem('folder-too-full', `${folder} holds more than ${MOST} files.`, 'Name a folder with the exports alone.', { folder });
  return ok(found);
};
