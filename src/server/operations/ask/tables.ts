/** The tables of a question as a view needs them: asked like any other question, not yet dressed. */
import { askRemembered } from '../../../facts/questions/remembered.ts';
import type { Params, Raw } from '../../../facts/questions/question.ts';
import type { Answer } from '../../../kernel/answer.ts';
import { dress } from '../../../views/answers/registry.ts';
import { modelled } from './modelled.ts';
import type { Reader } from './reader.ts';

/** What the engine found. A question of ours that it refuses is a defect. */
export const rawOf = async ({ engine, context }: Reader, question: string, params: Params): Promise<Raw> => {
  const raw = await askRemembered(engine, question, { ...params, today: context.today });
  if (!raw.ok) throw new Error(`${question} was refused: ${raw.refusal.text}`);
  return raw.value;
};

/** The answer, as a person who asked would get it. */
export const answerOf = async (reader: Reader, question: string, params: Params): Promise<Answer> =>
  dress(question, await modelled(reader.models, question, await rawOf(reader, question, params)));

/** The rows of a table by their type. */
export const rowsIn = <T>(raw: Raw, table: string): readonly T[] => raw.tables[table] as unknown as readonly T[];
