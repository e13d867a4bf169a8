/** Names that match nothing yet, with the money they carry, and the closest candidates. */
import { ok } from '../../../kernel/result.ts';
import type { Run } from '../operation.ts';
import { factsOf } from './facts-of.ts';

export const names: Run<'names'> = async (world, { company }, caller) => {
  const met = await factsOf(world, company, caller);
  return met.ok ? ok(await met.value.facts.names()) : met;
};
