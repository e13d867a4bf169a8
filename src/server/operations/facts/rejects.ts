/** The held rows of a load as the CSV file that was written when they were held. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ok } from '../../../kernel/result.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';
import { factsOf } from './facts-of.ts';

export const rejects: Run<'rejects'> = async (world, { company, n }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const file = met.value.facts.rejectsPath(n);
  if (file === null) return problem('nothing-held', `Load ${n} held no rows back.`, 'lockstep loads shows which loads did.');
  return ok({ name: path.basename(file), csv: await readFile(file, 'utf8') });
};
