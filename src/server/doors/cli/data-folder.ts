/** Which data folder a command works on: named, set, or ./data; and that looking at a folder never makes one. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { Command } from './command.ts';
import type { Terminal } from './terminal.ts';
import type { Typed } from './usage.ts';

export type DataFolder = {
  readonly path: string;
  /** Takes away what was there only for this command. */ readonly leave: () => Promise<void>;
};

/** Commands that make the folder where there is none. */
const MAKES: ReadonlySet<string> = new Set(['start', 'demo', 'company add', 'import', 'restore']);

export const dataFolder = async (
  command: Command,
  values: Typed['values'],
  { env, cwd, home }: Terminal,
): Promise<Result<DataFolder, Problem>> => {
  const named = values['data'];
  const folder = typeof named === 'string' ? path.resolve(cwd, named) : path.resolve(home, env['LOCKSTEP_DATA'] || 'data');
  if (existsSync(folder)) return ok({ path: folder, leave: async () => undefined });
  const looks = values['dryRun'] === true || command.name === 'import-preview' || command.name === 'import-plan';
  if (!looks && MAKES.has(command.name)) return ok({ path: folder, leave: async () => undefined });
  if (!looks)
    return problem(
      'no-data',
      `There is nothing at ${folder} yet.`,
      'Name the folder with --data or LOCKSTEP_DATA, or begin one: lockstep start, demo, import or company add.',
    );
  const scratch = await mkdtemp(path.join(tmpdir(), 'lockstep-look-'));
  return ok({ path: scratch, leave: () => rm(scratch, { recursive: true, force: true }) });
};
