/** What a model must add to the counts of a question before they are an answer: computed off the event loop, once for each counting. */
import type { Raw } from '../../../facts/questions/question.ts';
import type { Curves, CurvesInput } from '../../../models/lag/curves.ts';
import type { Landing, LandingInput } from '../../../models/lag/landing.ts';
import { lagGroups } from '../../../views/lag/lag-groups.ts';
import { landingInput } from '../../../views/lag/landing-input.ts';

/** Where models are computed: the house's workers, or here. */
export type Models = {
  readonly curves: (input: CurvesInput) => Promise<Curves>;
  readonly landing: (input: LandingInput) => Promise<Landing | null>;
};
type Tables = Raw['tables'];

const landing = async (models: Models, raw: Raw): Promise<{ readonly landing: readonly object[] }> => ({
  landing: [{ landing: await models.landing(landingInput(raw)) }],
});

const MODELS: { readonly [question: string]: (models: Models, raw: Raw) => Promise<{ readonly [table: string]: readonly object[] }> } = {
  'lag-curve': async (models, raw) => ({ curves: [await models.curves(lagGroups(raw))] }),
  lands: landing,
  started: landing,
};

const done = new WeakMap<Raw, Promise<Raw>>();

/** The same counts, with the tables of the question's model where it has one. Remembered as long as the counts are. */
export const modelled = (models: Models, question: string, raw: Raw): Promise<Raw> => {
  const model = MODELS[question];
  if (!model) return Promise.resolve(raw);
  const known = done.get(raw) ?? model(models, raw).then((tables): Raw => ({ ...raw, tables: { ...raw.tables, ...(tables as Tables) } }));
  done.set(raw, known);
  known.catch(() => done.delete(raw));
  return known;
};
