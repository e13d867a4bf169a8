/**
 * What a model must add to the counts of a question before they are an answer: computed off the event loop. The same counts
 * (of `lands` and `started`, say, or after a load that changed none of them) are computed once.
 */
import type { Raw } from '../../../facts/questions/question.ts';
import type { Curves, CurvesInput } from '../../../models/lag/curves.ts';
import type { Landing, LandingInput } from '../../../models/lag/landing.ts';
import { lagGroups } from '../../../views/lag/lag-groups.ts';
import { landingInput } from '../../../views/lag/landing-input.ts';
import { creditSummed, type CreditModels } from './credit-summed.ts';

/** Where models are computed: the house's workers, or here. */
export type Models = {
  readonly curves: (input: CurvesInput) => Promise<Curves>;
  readonly landing: (input: LandingInput) => Promise<Landing | null>;
} & CreditModels;
type Added = { readonly [table: string]: readonly object[] };
type Modelled = { readonly of: (raw: Raw) => object; readonly run: (models: Models, input: never) => Promise<Added> };

const model = <I extends object>(of: (raw: Raw) => I, run: (models: Models, input: I) => Promise<Added>): Modelled => ({ of, run });
const LANDING = model(landingInput, async (models, input) => ({ landing: [{ landing: await models.landing(input) }] }));
const MODELS: { readonly [question: string]: Modelled } = {
  'lag-curve': model(lagGroups, async (models, input) => ({ curves: [await models.curves(input)] })),
  lands: LANDING,
  started: LANDING,
};

const KEPT = 60;
const kept = new Map<string, Promise<Added>>();

/** The same counts, with the tables of the question's model where it has one. */
export const modelled = async (models: Models, question: string, raw: Raw): Promise<Raw> => {
  if (question === 'credit' || question === 'roi') return creditSummed(models, raw);
  const found = MODELS[question];
  if (!found) return raw;
  const input = found.of(raw);
  const key = JSON.stringify(input);
  const added = kept.get(key) ?? found.run(models, input as never);
  kept.delete(key);
  kept.set(key, added);
  added.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return { ...raw, tables: { ...raw.tables, ...((await added) as Raw['tables']) } };
};
