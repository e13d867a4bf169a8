/** Says that one spelling means another. */
import { ok } from '../../../kernel/result.ts';
import type { Run } from '../operation.ts';
import { asProblem, factsOf } from './facts-of.ts';

export const aliasConfirm: Run<'alias confirm'> = async (world, { company, ...alias }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const confirmed = await met.value.facts.confirmAlias(alias, met.value.doing);
  return confirmed.ok ? ok({}) : asProblem(confirmed.refusal);
};
