/** Operations that answer: questions of the facts, and the views made of them. */
import type { Operations } from '../operation.ts';
import { ask } from './ask.ts';
import { questions } from './questions.ts';

export const askOperations = { ask, questions } satisfies Partial<Operations>;
