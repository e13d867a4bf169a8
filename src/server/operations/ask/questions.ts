/** The questions there are, with what they take, and what one can cut by in this company. */
import { cuts } from '../../../facts/questions/cuts.ts';
import { TODAY } from '../../../facts/questions/parameters.ts';
import { QUESTIONS } from '../../../facts/questions/registry.ts';
import { ok } from '../../../kernel/result.ts';
import type { Output, Run } from '../operation.ts';
import { readerOf } from './reader.ts';
import { rawOf, rowsIn } from './tables.ts';

type Cut = {
  readonly base: string;
  readonly name: string;
  readonly means: string;
  readonly kind: string;
  readonly grains: readonly string[];
};

export const questions: Run<'questions'> = async (world, { company }, caller) => {
  if (company === undefined) return ok({ questions: known, cuts: [] });
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const found = rowsIn<Cut>(await rawOf(reader.value, cuts.name, {}), 'rows');
  return ok({ questions: known, cuts: found.map(({ base, ...cut }) => ({ ...cut, of: base })) });
};

const known: Output<'questions'>['questions'] = QUESTIONS.map(({ name, summary, params }) => ({
  name,
  summary,
  parameters: params
    .filter((param) => param.name !== TODAY.name)
    .map(({ name: parameter, kind, summary: what, required, choices }) => ({
      name: parameter,
      kind,
      summary: what,
      required: required ?? false,
      ...(choices && { choices }),
    })),
}));
