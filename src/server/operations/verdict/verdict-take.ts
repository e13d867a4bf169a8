/**
 * A verdict is taken, or another word asked for: on what the server counts in that moment, kept byte for byte with the decision, so
 * that nobody can say the rule said something else.
 */
import { randomUUID } from 'node:crypto';
import type { Command } from '../../../domain/book.ts';
import { waitingOverrule } from '../../../domain/agreements/verdict.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { noSuchCompany, problem } from '../../house/problems.ts';
import { readerOf } from '../ask/reader.ts';
import type { Caller, Run, World } from '../operation.ts';
import { counted } from './verdict.ts';

type Counted = Extract<Awaited<ReturnType<typeof counted>>, { readonly ok: true }>['value'];

const decided = async (
  world: World,
  { company, campaign, expect }: { readonly company: string; readonly campaign: string; readonly expect?: string | undefined },
  caller: Caller,
  commandOf: (found: Counted['verdict']) => Command,
  notes: readonly { readonly id: NoteId; readonly text: string }[] = [],
): Promise<Result<Counted['verdict'], Problem>> => {
  if (caller.kind === 'token')
    return problem('token-too-narrow', 'An API token may not decide on a verdict.', 'Do this signed in as a person.');
  const opened = world.house.company(company);
  if (!opened.ok) return opened;
  const by = caller.personIn(company);
  if (by === null) return noSuchCompany(company);
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const found = await counted(reader.value, campaign, undefined);
  if (!found.ok) return found;
  const { verdict, json } = found.value;
  if (expect !== undefined && expect !== verdict.said.sha256)
    return problem(
      'numbers-moved',
      'The evidence is no longer what you looked at: a look was told or data was loaded in between.',
      'Look at it again, then decide.',
    );
  const command = commandOf(verdict);
  if (command.type === 'verdict/take' && verdict.view.code === 'unsayable')
    return problem(
      'cannot-be-judged',
      'No rule can judge this measure, so there is no word of the rule to take.',
      'Two people decide: ask for a word with verdict overrule, and a second person confirms it.',
    );
  const landed = opened.value.decide(
    { batch: `verdict-${randomUUID()}`, commands: [command], notes, packs: [{ sha256: verdict.said.sha256, json }] },
    { by, at: world.now() },
  );
  return landed.ok ? ok(verdict) : landed;
};

export const verdictTake: Run<'verdict take'> = async (world, input, caller) => {
  const taken = await decided(world, input, caller, ({ campaign: id, said }) => ({
    type: 'verdict/take',
    id,
    said,
    log: `l_${randomUUID()}`,
  }));
  return taken.ok ? ok({ campaign: taken.value.campaign, word: taken.value.said.word, sha256: taken.value.said.sha256 }) : taken;
};

export const verdictOverrule: Run<'verdict overrule'> = async (world, { word, second, why, ...input }, caller) => {
  const note: NoteId = `n_${randomUUID()}`;
  const asked = await decided(
    world,
    input,
    caller,
    ({ campaign: id, said }) => ({ type: 'verdict/ask-overrule', id, word, said, second, why: note }),
    [{ id: note, text: why }],
  );
  if (!asked.ok) return asked;
  const room = world.house.company(input.company);
  const waits = room.ok ? waitingOverrule(room.value.book().verdict.get(asked.value.campaign)) : null;
  return ok({ campaign: asked.value.campaign, overrule: waits?.n ?? 0, word, second, sha256: asked.value.said.sha256 });
};

/** The evidence of a decision as it stood, by the name the journal gives it. */
export const verdictKept: Run<'verdict kept'> = async (world, { company, sha256 }) => {
  const room = world.house.company(company);
  if (!room.ok) return room;
  const json = room.value.store.pack(sha256);
  const kept = json === null ? null : (JSON.parse(json) as { readonly kind?: string });
  if (kept?.kind !== 'verdict')
    return problem('not-there', 'No verdict is kept under this name.', 'The decision log names what each verdict rested on.', {
      found: sha256,
    });
  return ok(kept as never);
};
