/** Cuts: what may be asked of this company, by which names. */
import { ok } from '../../kernel/result.ts';
import { readCatalogue } from './catalogue.ts';
import { GRAINS } from './grain.ts';
import type { Question } from './question.ts';
import { ringsOf, type Base, type Target } from './target.ts';

const BASES: readonly Base[] = ['lead', 'opportunity', 'touch', 'spend', 'account'];

export const cuts: Question = {
  name: 'cuts',
  summary: 'What leads, deals, touches and spend can be cut and filtered by in this company',
  params: [{ name: 'of', kind: 'choice', choices: BASES, summary: 'Only cuts of these rows' }],
  run: async (engine, params) => {
    const catalogue = await readCatalogue(engine);
    const bases = params['of'] === undefined ? BASES : BASES.filter((base) => base === params['of']);
    const rows = bases.flatMap((base) => {
      const hits = ringsOf(catalogue, { base }).flatMap((ring, i) => ring.map((hit) => ({ ...hit, ring: i })));
      return (
        hits
          // A nearer ring hides a name further out; two in one ring are ambiguous and named by their tables.
          .filter((hit) => !hits.some((other) => other.name === hit.name && other.ring < hit.ring))
          .filter((hit, i, list) => list.findIndex((other) => other.name === hit.name && other.target.label === hit.target.label) === i)
          .map((hit, _, list) => {
            const ambiguous = list.some((other) => other !== hit && other.name === hit.name);
            return {
              base,
              name: ambiguous ? hit.target.label : hit.name,
              means: hit.target.label,
              kind: kindOf(hit.target),
              grains: isDay(hit.target) ? GRAINS : [],
            };
          })
      );
    });
    return ok({ tables: { rows } });
  },
};

const isDay = (target: Target): boolean => kindOf(target) === 'day';

const kindOf = (target: Target): string => {
  if (target.at === 'field') return target.field.kind;
  if (target.at === 'attribute') return target.kind;
  return target.at === 'ending' ? 'day' : target.at === 'thread' || target.at === 'segment' ? 'link' : 'text';
};
