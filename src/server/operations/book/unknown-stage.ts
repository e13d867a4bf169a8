/** Criteria that name a stage nobody knows can never be met: they are not put forward where files or definitions name the stages. */
import type { Command } from '../../../domain/book.ts';
import type { Criteria } from '../../../domain/campaign/criteria.ts';
import { unknownStageIn } from '../../../facts/questions/unknown-stage.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { readerOf } from '../ask/reader.ts';
import type { Caller, World } from '../operation.ts';

const stagesOf = ({ measure, guardrails }: Criteria): string[] =>
  [measure, ...guardrails.map((one) => one.measure)].flatMap(({ of, outOf }) =>
    [of, outOf].flatMap((counted) => (counted.what === 'stage' ? [counted.stage] : [])),
  );

/** The first stage that is unknown, with those there are; null where all are known, or where nothing names any stage yet. */
export const unknownStage = async (
  world: World,
  company: string,
  caller: Caller,
  commands: readonly Command[],
): Promise<Problem | null> => {
  const proposed = commands.flatMap((one) => (one.type === 'campaign/propose-criteria' ? [one.id] : []));
  if (proposed.length === 0) return null;
  const room = world.house.company(company);
  if (!room.ok) return null;
  const book = room.value.book();
  const stages = proposed.flatMap((id) => {
    const here = commands.findLast((one) => one.type === 'campaign/write-criteria' && one.id === id);
    const criteria = here?.type === 'campaign/write-criteria' ? here.criteria : book.campaign.get(id)?.micro?.written?.criteria;
    return criteria ? stagesOf(criteria) : [];
  });
  if (stages.length === 0) return null;
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return null;
  const found = await unknownStageIn(reader.value.engine, reader.value.head, stages);
  if (found === null) return null;
  const refused = problem(
    'unknown-stage',
    `No deal can reach the stage “${found.stage}”: neither the files nor the agreed definitions know it.`,
    `Reword the criteria with one of these: ${found.known.join(', ')}.`,
    { found: found.stage },
  );
  return refused.refusal;
};
