/** A person's word about who is who, and its way back. */
import { ok } from '../../../kernel/result.ts';
import { asProblem, factsOf } from '../facts/facts-of.ts';
import type { Caller, Input, Output, Run, World } from '../operation.ts';
import { pairOf } from './pair.ts';

const say =
  (same: boolean) =>
  async (world: World, { company, a, b, why }: Input<'identity merge'>, caller: Caller): ReturnType<Run<'identity merge'>> => {
    const pair = pairOf(a, b);
    if (!pair.ok) return pair;
    const met = await factsOf(world, company, caller);
    if (!met.ok) return met;
    const said = await met.value.facts.decideIdentity({ ...pair.value, same, why: why ?? null }, met.value.doing);
    return said.ok ? ok(said.value satisfies Output<'identity merge'>) : asProblem(said.refusal);
  };

export const identityMerge: Run<'identity merge'> = say(true);
export const identityApart: Run<'identity apart'> = say(false);

export const identityUndo: Run<'identity undo'> = async (world, { company, id }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const undone = await met.value.facts.revokeIdentity(id, met.value.doing);
  return undone.ok ? ok({}) : asProblem(undone.refusal);
};
