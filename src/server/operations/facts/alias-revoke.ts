/** Takes an alias back. */
import { ok } from '../../../kernel/result.ts';
import type { Run } from '../operation.ts';
import { asProblem, factsOf } from './facts-of.ts';

export const aliasRevoke: Run<'alias revoke'> = async (world, { company, ...alias }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const revoked = await met.value.facts.revokeAlias(alias, met.value.doing);
  return revoked.ok ? ok({}) : asProblem(revoked.refusal);
};
