/** The first of these stages that neither the files nor the stage definitions in force know, with those they know; null where every one is known, or none is named anywhere. */
import type { Engine } from '../engine.ts';
import { milestoneNamed } from './milestone.ts';
import type { Head } from './question.ts';
import { stagesOn } from './stage-rules.ts';
import { rowsOf, sqlOf } from './statement.ts';

type Unknown = { readonly stage: string; readonly known: readonly string[] };

export const unknownStageIn = async (
  engine: Engine,
  head: Pick<Head, 'stageVersions' | 'asOf'>,
  stages: readonly string[],
): Promise<Unknown | null> => {
  const version = stagesOn(head.stageVersions, head.asOf);
  const inFiles = await rowsOf<{ readonly name: string }>(engine, sqlOf('stages'));
  const known = [...new Set([...(version?.stages ?? []), ...inFiles].map(({ name }) => name))];
  if (known.length === 0) return null;
  for (const stage of stages) if (!(await milestoneNamed(engine, 'to', stage, version)).ok) return { stage, known };
  return null;
};
