/**
 * The numbers of a delivery forecast from plain inputs: the same code in the server, in the page and in its worker.
 * Same inputs, same seed, same trials: same numbers.
 */
import { forecastOf, type PlaceForecasts } from '../../models/delivery/finishes.ts';
import type { Growth } from '../../models/delivery/growth.ts';
import { simulateSizes, type SizedItem } from '../../models/delivery/sizes.ts';
import { simulateThroughput } from '../../models/delivery/throughput.ts';

/** Everything a forecast is computed from; survives being sent to a worker. `deadline` is the last working day in time. */
export type DeliveryInput = { readonly growth: Growth; readonly deadline: number } & (
  | { readonly basis: 'throughput'; readonly history: readonly number[]; readonly places: number }
  | {
      readonly basis: 'sizes';
      readonly items: readonly SizedItem[];
      readonly capacity: { readonly [skill: string]: number };
      readonly steadiness: number;
    }
);

/** `horizon` is the last place alone, with the rate of work itself uncertain: it lies many windows ahead. */
export type Computed = { readonly list: PlaceForecasts; readonly horizon: PlaceForecasts };

/** Customary, and what every door gives; fewer for a quick first answer. */
export const TRIALS = 10_000;
/** Longer lists get fewer trials, so that a forecast costs the same: what lies ten years ahead need not be exact to the day. */
const MOST_WORK = 8_000_000;
/** The horizon is read in months; the first answer and the whole one show the same. */
const HORIZON_TRIALS = 500;
const SEED = 'delivery';

const placesOf = (input: DeliveryInput): number => (input.basis === 'throughput' ? input.places : input.items.length);

/** How many trials a list of this length gets. */
export const trialsFor = (input: DeliveryInput, wanted: number): number =>
  Math.max(1, Math.min(wanted, Math.max(500, Math.floor(MOST_WORK / Math.max(1, placesOf(input))))));

export const compute = (input: DeliveryInput, wanted: number): Computed => {
  const { growth, deadline } = input;
  const trials = trialsFor(input, wanted);
  if (input.basis === 'sizes') {
    const { items, capacity, steadiness } = input;
    const list = forecastOf(simulateSizes({ items, capacity, steadiness, growth, trials, seed: SEED }), deadline);
    return { list, horizon: lastOf(list) };
  }
  const { history, places } = input;
  const wish = { history, places, growth, seed: SEED } as const;
  const list = forecastOf(simulateThroughput({ ...wish, rate: 'as-seen', trials }), deadline);
  const last = simulateThroughput({ ...wish, first: Math.max(0, places - 1), rate: 'uncertain', trials: HORIZON_TRIALS });
  return { list, horizon: forecastOf(last, deadline) };
};

/** By skills a part of the list may be done after its last item; the horizon is the latest of all. */
const lastOf = (list: PlaceForecasts): PlaceForecasts => {
  const latest = (of: Uint16Array): Uint16Array => Uint16Array.of(of.reduce((most, d) => Math.max(most, d), 0));
  return {
    ...list,
    places: Math.min(1, list.places),
    p10: latest(list.p10),
    p50: latest(list.p50),
    p85: latest(list.p85),
    p90: latest(list.p90),
    p95: latest(list.p95),
    within: Float64Array.of(list.within.reduce((least, p) => Math.min(least, p), 1)),
  };
};

const KEPT = 6;
const kept = new Map<string, Computed>();

/** As compute, remembering the last few: a server is asked for the same forecast again and again. */
export const computed = (input: DeliveryInput, wanted: number): Computed => {
  const key = JSON.stringify([wanted, input]);
  const found = kept.get(key) ?? compute(input, wanted);
  kept.delete(key);
  kept.set(key, found);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return found;
};
