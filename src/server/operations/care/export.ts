/** The whole company as canonical JSON lines: into a file of the machine that holds the data, or only summed up. */
import { open, rename, rm } from 'node:fs/promises';
import { ok } from '../../../kernel/result.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';
import { exportLines, summed } from './export-lines.ts';

/** Characters worth a write of their own. */
const ENOUGH = 1_000_000;

export const exportAll: Run<'export'> = async ({ house, progress }, { company, to }, caller) => {
  const room = house.company(company);
  if (!room.ok) return room;
  if (to === undefined) return ok({ ...(await summed(exportLines(room.value))), to: null });
  if (caller.kind !== 'operator')
    return problem('command-line-only', 'Only the command line on the server itself writes files there.', 'Leave "to" out.');
  const part = `${to}.part`;
  const file = await open(part, 'w', 0o600).catch((fault: Error) => fault);
  if (file instanceof Error) return problem('folder-unwritable', `${to} cannot be written: ${file.message}.`, 'Name another file.');
  try {
    let waiting = '';
    const sum = await summed(exportLines(room.value), async (piece, done) => {
      waiting += piece;
      if (waiting.length < ENOUGH) return;
      await file.write(waiting);
      waiting = '';
      progress({ phase: 'writing', done, of: null });
    });
    await file.write(waiting);
    await file.sync();
    await rename(part, to);
    return ok({ ...sum, to });
  } finally {
    await file.close();
    await rm(part, { force: true });
  }
};
