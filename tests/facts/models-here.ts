/** Models computed where the test runs, not in a worker. */
import { creditInterval } from '../../src/models/attribution/credit-interval.ts';
import { curvesOf } from '../../src/models/lag/curves.ts';
import { landingOf } from '../../src/models/lag/landing.ts';
import { cutSums, passOf, pointsBySlot, sharesOf } from '../../src/views/answers/credit-sums.ts';
import type { Models } from '../../src/server/operations/ask/modelled.ts';

export const MODELS_HERE: Models = {
  curves: async (input) => curvesOf(input),
  landing: async (input) => landingOf(input),
  credit: async ({ input, models }) => passOf(input, models),
  creditShares: async (input) => sharesOf(input),
  creditKeys: async (input) => cutSums(input),
  creditPoints: async (input) => pointsBySlot(input),
  creditInterval: async (input) => creditInterval(input),
};
