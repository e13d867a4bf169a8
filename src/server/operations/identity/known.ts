/** A person or an account as all sources name it. */
import { handleOf, handleText } from '../../../facts/identity/handle.ts';
import { knownAs, type KnownHandle } from '../../../facts/identity/known.ts';
import { ok } from '../../../kernel/result.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Caller, Run, World } from '../operation.ts';
import { notAHandle } from './pair.ts';

const open =
  (isAccount: boolean) =>
  async (
    world: World,
    { company, handle: said }: { readonly company: string; readonly handle: string },
    caller: Caller,
  ): ReturnType<Run<'person'>> => {
    const handle = handleOf(said);
    if (!handle || (handle.kind === 'account') !== isAccount || handle.kind === 'domain') return notAHandle(said);
    const met = await factsOf(world, company, caller);
    if (!met.ok) return met;
    const known = await knownAs(met.value.facts.engine, handle);
    if (!known) return notAHandle(said);
    return ok({ ...known, handles: known.handles.map(told), others: known.others.map(told) });
  };

const told = (handle: KnownHandle) => ({
  handle: handleText(handle),
  name: handle.name,
  rule: handle.rule,
  confidence: handle.confidence,
  knownOn: handle.knownOn,
  speaks: handle.speaks,
});

export const person: Run<'person'> = open(false);
export const account: Run<'account'> = open(true);
