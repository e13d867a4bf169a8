/** Opens every database of a restored folder, to the last page and the last event, before anything trusts it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { verifyFacts } from '../../facts/copy.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { verifyCompany, verifyHouse } from '../../store/copy.ts';
import type { Problem } from '../contract/problem.ts';
import { problem } from '../house/problems.ts';
import { openRoom } from '../house/open-room.ts';

/** All is well, or what cannot be opened. */
export const opens = async (scratch: string, parts: readonly string[]): Promise<Result<null, Problem>> => {
  for (const part of parts) {
    const fault = part.endsWith('.db') ? houseFault(path.join(scratch, part)) : await companyFault(path.join(scratch, part));
    if (fault !== null)
      return problem(
        'backup-damaged',
        `${part} in the backup cannot be used: ${fault}`,
        'Nothing was replaced. Take another backup, or restore what is whole with --company.',
        { part },
      );
  }
  return ok(null);
};

const houseFault = (file: string): string | null => {
  const sound = verifyHouse(file);
  return sound.ok ? null : sound.refusal.text;
};

const companyFault = async (folder: string): Promise<string | null> => {
  const sound = verifyCompany(path.join(folder, 'company.db'));
  if (!sound.ok) return sound.refusal.text;
  const room = openRoom(path.basename(folder), folder, { mails: false });
  if (!room.ok) return room.refusal.text;
  await room.value.close();
  const facts = path.join(folder, 'facts.duckdb');
  const read = existsSync(facts) ? await verifyFacts(facts) : null;
  return read !== null && 'fault' in read ? read.fault : null;
};
