/** `export`: to the file that --to names, else onto stdout; with --json only what was counted. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ok } from '../../../../kernel/result.ts';
import type { Action } from './action.ts';
import { calls } from './calls.ts';

export const exportAll: Action = async (asked) => {
  if (asked.json || asked.input['to'] !== undefined) return calls('export', asked.input, asked);
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-export-'));
  try {
    const to = path.join(folder, 'export.jsonl');
    const answer = await asked.door.call('export', { ...asked.input, to });
    if (!answer.ok) return answer;
    for await (const chunk of createReadStream(to, 'utf8')) asked.terminal.out(chunk as string);
    return ok({ value: answer.value, text: null });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
