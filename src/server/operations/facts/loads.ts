/** What was loaded, by whom, what was held. */
import { ok } from '../../../kernel/result.ts';
import type { Run } from '../operation.ts';
import { factsOf } from './facts-of.ts';

export const loads: Run<'loads'> = async (world, { company }, caller) => {
  const met = await factsOf(world, company, caller);
  return met.ok ? ok({ loads: await met.value.facts.loads() }) : met;
};
