/** Asks a question of the facts: counted by the engine, made an answer by the views. */
import { askRemembered } from '../../../facts/questions/remembered.ts';
import { QUESTIONS } from '../../../facts/questions/registry.ts';
import type { AskRefusal, Param, ParamValue, Params } from '../../../facts/questions/question.ts';
import type { Answer } from '../../../kernel/answer.ts';
import { ok, type Refused, type Result } from '../../../kernel/result.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { MODELS } from '../../../models/attribution/models.ts';
import { strayModels } from '../../../views/answers/credit.ts';
import { dress } from '../../../views/answers/registry.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Caller, Input, Run, World } from '../operation.ts';
import { modelled, type Models } from './modelled.ts';
import { toldOf } from './told.ts';

export const ask: Run<'ask'> = async (world, { company, question, limit, cut, ...asked }, caller) => {
  const said = cut === undefined ? asked : { ...asked, by: [asked.by ?? [], cut].flat() };
  const listsTop = QUESTIONS.some(({ name, params }) => name === question && params.some((param) => param.name === 'top'));
  const params = { ...paramsOf(question, said), ...(listsTop && limit !== undefined && { top: limit }) };
  const answer = await answerTo(world, company, question, params, caller);
  return answer.ok && limit !== undefined ? ok(shortened(answer.value, limit)) : answer;
};

/** The first rows only; the answer says how many there are, and its total stays whole. */
const shortened = (answer: Answer, limit: number): Answer =>
  answer.rows.length <= limit
    ? answer
    : {
        ...answer,
        rows: answer.rows.slice(0, limit),
        definition: `${answer.definition} Shown are the first ${limit} of ${answer.rows.length} rows.`,
      };

/** The answer to a question, asked by a person or for a view. */
export const answerTo = async (
  world: World,
  company: string,
  question: string,
  params: Params,
  caller: Caller,
): Promise<Result<Answer, Problem>> => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const { facts, room } = met.value;
  const stray = question === 'credit' || question === 'roi' ? strayModels([params['model'] ?? []].flat().map(String)) : [];
  if (stray.length > 0)
    return asProblem({
      code: 'bad-parameter',
      text: `There is no model ${JSON.stringify(stray[0])}. There is: ${MODELS.join(', ')}, or all of them: all.`,
      parameter: 'model',
      found: stray[0]!,
      choices: ['all', ...MODELS],
    });
  // Who asked for what is not for everybody to see.
  const me = caller.personIn(company);
  if ([params['by'] ?? []].flat().includes('requester') && me !== null && room.roleOf(me) === 'viewer')
    return problem('may-not', 'Viewers do not see who asked for what.', 'Ask by campaign, priority or outcome.');
  const today = dayIn(room.book().company.get('company')?.zone ?? 'UTC', world.now());
  const told = toldOf(room.book(), me === null ? null : room.roleOf(me), question, params);
  const raw = await askRemembered(facts.engine, question, { ...params, ...told, today });
  return raw.ok ? ok(dress(question, await modelled(modelsOf(world.house), question, raw.value))) : asProblem(raw.refusal);
};

/** Models computed by the house's workers. */
export const modelsOf = ({ offLoop }: World['house']): Models => ({
  curves: (input) => offLoop.run('curves', input),
  landing: (input) => offLoop.run('landing', input),
  credit: (input) => offLoop.run('credit', input),
  creditKeys: (input) => offLoop.run('credit-keys', input),
  creditPoints: (input) => offLoop.run('credit-points', input),
  creditInterval: (input) => offLoop.run('credit-interval', input),
});

/** Why a question was not answered, as a problem; `detail` holds what may be said instead. */
export const asProblem = ({ code, text, parameter, found, choices }: AskRefusal): Refused<Problem> =>
  problem(code, text, 'lockstep ask --list names the questions, what they take and what one can cut by.', {
    ...(parameter !== undefined && { parameter }),
    ...(found !== undefined && { found }),
    ...(choices && { choices }),
  });

type Said = Omit<Input<'ask'>, 'company' | 'question' | 'limit' | 'cut'>;

/** What was said, in the kinds of the question's parameters; what it does not take is handed on to be refused. */
const paramsOf = (question: string, said: Said): Params => {
  const known = QUESTIONS.find((q) => q.name === question)?.params ?? [];
  const kinds = new Map(known.map((param) => [param.name, param.kind]));
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, inKind(kinds.get(name), name, value)]])),
  );
};

const inKind = (kind: Param['kind'] | undefined, name: string, value: string | number | boolean | readonly string[]): ParamValue => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (name === 'where') return [value].flat().map(String);
  if (kind === 'texts' || name === 'by') return parts(value);
  if (kind === 'wholes') return parts(value).map(Number);
  return kind === 'whole' ? Number(value) : value;
};

const parts = (value: string | number | readonly string[]): string[] =>
  [value]
    .flat()
    .flatMap((part) => String(part).split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
