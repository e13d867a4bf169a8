/** Asks and dresses in one step; a refusal fails the test with its own words. */
import type { Answer } from '../../src/kernel/answer.ts';
import type { Engine } from '../../src/facts/engine.ts';
import type { Params } from '../../src/facts/questions/question.ts';
import { ask } from '../../src/facts/questions/registry.ts';
import { modelled } from '../../src/server/operations/ask/modelled.ts';
import { dress } from '../../src/views/answers/registry.ts';

import { MODELS_HERE } from './models-here.ts';

export const answerTo = async (engine: Engine, question: string, params: Params = {}): Promise<Answer> => {
  const raw = await ask(engine, question, params);
  if (!raw.ok) throw new Error(`${raw.refusal.code}: ${raw.refusal.text}`);
  return dress(question, await modelled(MODELS_HERE, question, raw.value));
};
