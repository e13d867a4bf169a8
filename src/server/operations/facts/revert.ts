/** Takes a load back: the state is as if it had never been. */
import type { Run } from '../operation.ts';
import { asProblem, factsOf } from './facts-of.ts';

export const revert: Run<'revert'> = async (world, { company, n }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const taken = await met.value.facts.revert(n, met.value.doing);
  return taken.ok ? taken : asProblem(taken.refusal);
};
