/** Every question there is, and `ask`, the one way to ask it. */
import { isDay } from '../../kernel/day.ts';
import { refuse } from '../../kernel/result.ts';
import type { Engine } from '../engine.ts';
import { ageing } from './ageing.ts';
import { atRisk } from './at-risk.ts';
import { coverage } from './coverage.ts';
import { evidence } from './evidence.ts';
import { credit } from './credit.ts';
import { cac } from './cac.ts';
import { cuts } from './cuts.ts';
import { deals } from './deals.ts';
import { funnel } from './funnel.ts';
import { linkVariants } from './link-variants.ts';
import { health } from './health.ts';
import { funnelSteps } from './funnel-steps.ts';
import { pipelineCoverage } from './pipeline-coverage.ts';
import { velocity, winRate } from './velocity.ts';
import { headOf } from './head.ts';
import { lag } from './lag.ts';
import { lagCurve } from './lag-curve.ts';
import { lands, started } from './landing.ts';
import { measures, pipeline } from './measures.ts';
import { roi } from './roi.ts';
import { COMMON } from './parameters.ts';
import type { Asked, AskRefusal, Param, Params, Question, Raw } from './question.ts';
import { threadDown, threadUp } from './thread.ts';
import { touches } from './touches.ts';
import { values } from './values.ts';

export const QUESTIONS: readonly Question[] = [
  funnel,
  funnelSteps,
  velocity,
  winRate,
  pipelineCoverage,
  atRisk,
  lag,
  lagCurve,
  lands,
  started,
  deals,
  ageing,
  values,
  credit,
  touches,
  coverage,
  health,
  linkVariants,
  evidence,
  threadDown,
  threadUp,
  measures,
  pipeline,
  roi,
  cac,
  cuts,
];

/** Asks a question: checks what was said, reads the head, runs it. Refused with what may be said instead. */
export const ask = async (engine: Engine, question: string, params: Params = {}): Promise<Asked<Raw>> => {
  const found = QUESTIONS.find((q) => q.name === question);
  if (!found) {
    const choices = QUESTIONS.map((q) => q.name);
    return refuse({
      code: 'unknown-question',
      text: `There is no question "${question}". There is: ${choices.join(', ')}.`,
      found: question,
      choices,
    });
  }
  const wrong = wrongParam([...found.params, ...COMMON], params);
  if (wrong) return refuse(wrong);
  const at = engine.commits();
  const head = await headOf(engine, question, params);
  const answer = await found.run(engine, params, head);
  // Kept journeys belong to one state of the facts: where it changed under way, the question begins anew.
  if (head.kept && engine.commits() !== at) return ask(engine, question, params);
  if (!answer.ok) return answer;
  return { ok: true, value: { ...head, params, cuts: [], where: [], ...answer.value } };
};

const wrongParam = (known: readonly Param[], params: Params): AskRefusal | null => {
  const said = Object.entries(params).filter(([, value]) => value !== undefined);
  for (const [name, value] of said) {
    const param = known.find((p) => p.name === name);
    if (!param) {
      const choices = known.map((p) => p.name);
      return {
        code: 'unknown-parameter',
        text: `This question takes no "${name}". It takes: ${choices.join(', ')}.`,
        parameter: name,
        choices,
      };
    }
    if (!fits(param, value))
      return {
        code: 'bad-parameter',
        text: `${name} wants ${WANTED[param.kind](param)}, not ${JSON.stringify(value)}.`,
        parameter: name,
        found: String(value),
        ...(param.choices && { choices: param.choices }),
      };
  }
  const missing = known.find((p) => p.required && params[p.name] === undefined);
  if (missing) return { code: 'missing-parameter', text: `${missing.name} is needed: ${missing.summary}.`, parameter: missing.name };
  if (typeof params['since'] === 'string' && typeof params['until'] === 'string' && params['since'] >= params['until'])
    return {
      code: 'bad-parameter',
      text: `until (${params['until']}) must lie after since (${params['since']}); it is not included itself.`,
      parameter: 'until',
      found: params['until'],
    };
  return null;
};

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const fits = (param: Param, value: unknown): boolean =>
  ({
    text: () => typeof value === 'string' && value !== '',
    texts: () => Array.isArray(value) && value.every((v) => typeof v === 'string' && v !== ''),
    day: () => typeof value === 'string' && isDay(value),
    whole: () => isWhole(value),
    wholes: () => Array.isArray(value) && value.every(isWhole),
    choice: () => typeof value === 'string' && (param.choices ?? []).includes(value),
  })[param.kind]();

const WANTED: { readonly [K in Param['kind']]: (param: Param) => string } = {
  text: () => 'a text',
  texts: () => 'a list of texts',
  day: () => 'a day that exists, written YYYY-MM-DD',
  whole: () => 'a whole number, 0 or more',
  wholes: () => 'a list of whole numbers, 0 or more',
  choice: (param) => `one of ${(param.choices ?? []).join(', ')}`,
};
