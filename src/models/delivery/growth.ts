/**
 * Growth of work: what stands in the Backlog is not all that will have to be done.
 *
 * discoveredLow, discoveredHigh   work found on the way, as a share of what stands there: 0.1 to 0.3 means 1 to 3 more
 *                                 items for each 10; finite, 0 ≤ low ≤ high
 * splitLow, splitHigh             into how many finished items one item of the list turns: 1 to 1.5 where every second
 *                                 one is cut in two at most; finite, 0 < low ≤ high
 *
 * Both are stated by people, never guessed from the list. One trial draws one share and one rate, uniformly, and holds
 * them for the whole list: work that grows in the first month grows in the second. Throughput counts finished items;
 * where history and list are counted in the same pieces, the split rate is 1.
 *
 * Throws RangeError   bounds that are not finite, negative or out of order
 * Source: T. Magennis, "Throughput Forecaster" (low and high guess of the number of stories, split rate).
 */
import type { Random } from '../../kernel/random.ts';

export type Growth = {
  readonly discoveredLow: number;
  readonly discoveredHigh: number;
  readonly splitLow: number;
  readonly splitHigh: number;
};

export const NO_GROWTH: Growth = { discoveredLow: 0, discoveredHigh: 0, splitLow: 1, splitHigh: 1 };

/** The growth as it was given; throws where it cannot be one. */
export const checkedGrowth = (growth: Growth): Growth => {
  const { discoveredLow, discoveredHigh, splitLow, splitHigh } = growth;
  const fine =
    [discoveredLow, discoveredHigh, splitLow, splitHigh].every(Number.isFinite) &&
    discoveredLow >= 0 &&
    discoveredHigh >= discoveredLow &&
    splitLow > 0 &&
    splitHigh >= splitLow;
  if (!fine) throw new RangeError(`growth: 0 ≤ low ≤ high and a split rate above 0 wanted, got ${JSON.stringify(growth)}`);
  return growth;
};

/** By how much the list grows in one trial: 1 where nothing is expected to. Always takes two draws. */
export const grown = ({ discoveredLow, discoveredHigh, splitLow, splitHigh }: Growth, random: Random): number =>
  (1 + discoveredLow + (discoveredHigh - discoveredLow) * random.next()) * (splitLow + (splitHigh - splitLow) * random.next());
