/** `restore`: never through a door, since it replaces what a door opens. */
import path from 'node:path';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Wish } from '../../../local/door.ts';
import { restoreInto } from '../../../local/restore.ts';
import { printed } from '../print/print.ts';
import type { Terminal } from '../terminal.ts';
import type { Said } from './action.ts';

export const restore = async (
  wish: Pick<Wish, 'folder' | 'onProgress'>,
  input: { readonly [name: string]: unknown },
  company: string | null,
  terminal: Terminal,
): Promise<Result<Said, Problem>> => {
  const from = path.resolve(terminal.cwd, String(input['from']));
  const done = await restoreInto(wish, { from, replace: input['replace'] === true, ...(company !== null && { company }) }, new Date());
  return done.ok ? ok({ value: done.value, text: printed('restore', done.value) }) : done;
};
