/** Asks a question of the facts: counted by the engine, made an answer by the views. */
import { askRemembered } from '../../../facts/questions/remembered.ts';
import { QUESTIONS } from '../../../facts/questions/registry.ts';
import type { Param, ParamValue, Params } from '../../../facts/questions/question.ts';
import type { Answer } from '../../../kernel/answer.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { MODELS } from '../../../models/attribution/models.ts';
import { strayModels } from '../../../views/answers/credit.ts';
import { isLearned } from '../../../views/answers/roi.ts';
import { dress } from '../../../views/answers/registry.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Caller, Input, Run, World } from '../operation.ts';
import { asProblem } from './as-problem.ts';
import { creditLearned } from './credit-learned.ts';
import { modelled } from './modelled.ts';
import { modelsOf } from './models-of.ts';
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
  const models = [params['model'] ?? []].flat().map(String);
  const learned = question === 'roi' && models.length === 1 && isLearned(models[0]!);
  const stray = question === 'credit' || (question === 'roi' && !learned) ? strayModels(models) : [];
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
  const raw = await askRemembered(facts.engine, question, { ...params, ...told, ...(learned && { model: ['linear'] }), today });
  if (!raw.ok) return asProblem(raw.refusal);
  const summed = await modelled(modelsOf(world.house), question, raw.value);
  if (!learned) return ok(dress(question, summed));
  const chains = await creditLearned(world, { company, ...learnedWish(params) }, caller);
  if (!chains.ok) return chains;
  const tables = { ...summed.tables, learned: [chains.value] };
  return ok(dress(question, { ...summed, params: { ...summed.params, model: models }, tables }));
};

/** The same cut, filter and period, for models that learn from all deals together. */
const learnedWish = ({ by, where, since, until, asOf, intervals }: Params): Omit<Input<'credit-learned'>, 'company'> => ({
  by: [by ?? 'campaign'].flat().map(String).join(','),
  ...(where !== undefined && { where: [where].flat().map(String) }),
  ...(since !== undefined && { since: String(since) }),
  ...(until !== undefined && { until: String(until) }),
  ...(asOf !== undefined && { asOf: String(asOf) }),
  intervals: intervals === 'yes',
  rate: false,
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
