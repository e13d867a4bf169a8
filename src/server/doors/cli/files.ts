/** Files that a command names: handed over before the operation runs, paths of this machine made whole. */
import path from 'node:path';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Door } from '../../local/door.ts';
import type { Command } from './command.ts';
import { filesIn, isFolder } from './folder-files.ts';
import type { Terminal } from './terminal.ts';

type Input = { readonly [name: string]: unknown };

/** Inputs that are files to hand over, and inputs that are paths the house itself reads or writes. */
const HANDED: ReadonlySet<string> = new Set(['import', 'import-preview', 'import-plan', 'import-work', 'mend']);
/** Commands that take a folder for the files in it. */
const FOLDERS: ReadonlySet<string> = new Set(['import', 'import-plan']);
const PATHS: { readonly [command: string]: string } = { backup: 'to', restore: 'from', export: 'to' };

/** The input with its files handed over. */
export const withFiles = async (door: Door, command: Command, input: Input, terminal: Terminal): Promise<Result<Input, Problem>> => {
  const at = PATHS[command.name];
  const named = at === undefined ? undefined : input[at];
  if (at !== undefined && typeof named === 'string') return ok({ ...input, [at]: path.resolve(terminal.cwd, named) });
  const files = input['file'];
  if (!HANDED.has(command.name) || files === undefined) return ok(input);
  const all: string[] = [];
  let folder = false;
  for (const file of ([files].flat() as string[]).map((name) => path.resolve(terminal.cwd, name))) {
    if (!FOLDERS.has(command.name) || !(await isFolder(file))) {
      all.push(file);
      continue;
    }
    const within = await filesIn(file);
    if (!within.ok) return within;
    all.push(...within.value);
    folder = true;
  }
  const handed: string[] = [];
  for (const file of all) {
    const id = await door.hand(file);
    if (!id.ok) return id;
    handed.push(id.value);
  }
  return ok({ ...input, file: Array.isArray(files) || folder ? handed : handed[0], ...(folder && { folder }) });
};
