/** Models computed where the test runs, not in a worker. */
import { curvesOf } from '../../src/models/lag/curves.ts';
import { landingOf } from '../../src/models/lag/landing.ts';
import type { Models } from '../../src/server/operations/ask/modelled.ts';

export const MODELS_HERE: Models = { curves: async (input) => curvesOf(input), landing: async (input) => landingOf(input) };
