/**
 * Answers kept until the facts change: Home, the thread and a deal ask the same questions again and again.
 *
 * By question and parameters ("today" is one of them). A refusal is kept like an answer; a fault is not.
 */
import type { Engine } from '../engine.ts';
import { untilCommit } from '../until-commit.ts';
import type { Asked, Params, Raw } from './question.ts';
import { ask } from './registry.ts';

const remembered = untilCommit<Asked<Raw>>(200);

/** The answer to a question, as `ask` gives it. */
export const askRemembered = (engine: Engine, question: string, params: Params = {}): Promise<Asked<Raw>> =>
  remembered(engine, JSON.stringify([question, Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))]), () =>
    ask(engine, question, params),
  );
