/** Values on which two loads disagree; the later load stands. */
import { ok } from '../../../kernel/result.ts';
import type { Run } from '../operation.ts';
import { factsOf } from './facts-of.ts';

export const conflicts: Run<'conflicts'> = async (world, { company, n }, caller) => {
  const met = await factsOf(world, company, caller);
  return met.ok ? ok({ conflicts: await met.value.facts.conflicts(n) }) : met;
};
