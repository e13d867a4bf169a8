/** The questions there are, with what they take, and what one can cut by in this company. */
import { readCatalogue } from '../../../facts/questions/catalogue.ts';
import { QUESTIONS } from '../../../facts/questions/registry.ts';
import { TODAY } from '../../../facts/questions/parameters.ts';
import { ringsOf, type Base, type Target } from '../../../facts/questions/target.ts';
import { ok } from '../../../kernel/result.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Run } from '../operation.ts';

const BASES: readonly Base[] = ['lead', 'opportunity', 'touch', 'spend'];

export const questions: Run<'questions'> = async (world, { company }, caller) => {
  const known = QUESTIONS.map(({ name, summary, params }) => ({
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
  if (company === undefined) return ok({ questions: known, cuts: [] });
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const catalogue = await readCatalogue(met.value.facts.engine);
  const cuts = BASES.flatMap((base) =>
    ringsOf(catalogue, { base })
      .flat()
      .map(({ name, target }) => ({ name, of: base, kind: kindOf(target) })),
  );
  const seen = new Set<string>();
  return ok({ questions: known, cuts: cuts.filter(({ name, of }) => !seen.has(`${of} ${name}`) && seen.add(`${of} ${name}`)) });
};

const kindOf = (target: Target): string => {
  if (target.at === 'field') return target.field.kind;
  if (target.at === 'attribute') return target.kind;
  return target.at === 'ending' ? 'day' : 'text';
};
