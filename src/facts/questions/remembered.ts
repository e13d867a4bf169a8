/**
 * Answers kept until the facts change: Home, the thread and a deal ask the same questions again and again.
 *
 * Kept per engine, by question and parameters ("today" is one of them). A commit of any kind, of a load, an alias or
 * the links of the thread, forgets them all; an answer that was begun before a commit is not kept. At most KEPT
 * answers, the one asked longest ago goes first. A refusal is kept like an answer; a fault is not.
 */
import type { Engine } from '../engine.ts';
import type { Asked, Params, Raw } from './question.ts';
import { ask } from './registry.ts';

const KEPT = 200;
type Kept = { readonly at: number; readonly answers: Map<string, Promise<Asked<Raw>>> };
const keptBy = new WeakMap<Engine, Kept>();

/** The answer to a question, as `ask` gives it. */
export const askRemembered = (engine: Engine, question: string, params: Params = {}): Promise<Asked<Raw>> => {
  const answers = answersOf(engine);
  const key = JSON.stringify([question, Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  const answer = answers.get(key) ?? ask(engine, question, params);
  answers.delete(key);
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  for (const oldest of answers.keys()) {
    if (answers.size <= KEPT) break;
    answers.delete(oldest);
  }
  return answer;
};

const answersOf = (engine: Engine): Kept['answers'] => {
  const at = engine.commits();
  const kept = keptBy.get(engine);
  if (kept?.at === at) return kept.answers;
  const fresh: Kept = { at, answers: new Map() };
  keptBy.set(engine, fresh);
  return fresh.answers;
};
