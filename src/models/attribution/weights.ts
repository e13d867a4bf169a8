/**
 * Attribution weights: how one deal's credit is shared among its counted touches under each model of models.ts.
 *
 * In    journey    one deal's counted touches (journey.ts), n whole and ≥ 1
 *       halfLife   days, > 0; only `time-decay` reads it
 * Out   weights    n numbers in [0, 1] that sum to 1 (to rounding of the last bit)
 *       credit     whole minor units per touch that sum to the deal's exactly (split.ts); a credit note is shared as a sale was
 * Throws RangeError   n not whole or < 1: a deal without touches has no weights, its money stands in "no touch"
 *
 * Describes what preceded a deal. It does not say what caused it; only an experiment does.
 *
 * Source: reference/conventions.md section 1; rules for coinciding and missing key touches in positions.ts.
 * Checked against: vectors/attribution_small.json (b2b_300: seven models, per journey and per channel) and
 *   vectors/attribution_pathdata_markov_heuristic.json (ChannelAttribution 2.0.7, 10,000 paths), both to 1e-9.
 */
import { plainJourney, type Journey } from './journey.ts';
import { VENDOR_HALF_LIFE, type Model } from './models.ts';
import { POSITIONS, writePositions } from './positions.ts';
import { splitInto } from './split.ts';
import { writeTimeDecay } from './time-decay.ts';

/** Writes the weights of one journey into `out` from 0 on; what stands after n is left alone. Allocates nothing. */
export const writeWeights = (model: Model, journey: Journey, halfLife: number, out: Float64Array): void => {
  switch (model) {
    case 'time-decay':
      return writeTimeDecay(halfLife, journey, out);
    case 'time-decay-7':
      return writeTimeDecay(VENDOR_HALF_LIFE, journey, out);
    case 'last-non-direct':
      out.fill(0, 0, journey.n);
      out[journey.nonDirect < 0 ? journey.n - 1 : journey.nonDirect] = 1;
      return;
    default:
      return writePositions(POSITIONS[model], journey, out);
  }
};

/** The same as an array of its own; a number stands for a journey of so many touches of which nothing more is known. */
export const weights = (model: Model, journey: Journey | number, halfLife: number = VENDOR_HALF_LIFE): number[] => {
  const known = typeof journey === 'number' ? plainJourney(checked(journey)) : journey;
  const out = new Float64Array(checked(known.n));
  writeWeights(model, known, halfLife, out);
  return [...out];
};

/** A deal's money shared among its touches, in whole minor units that sum to it exactly. */
export const creditMinor = (model: Model, minor: number, journey: Journey | number, halfLife: number = VENDOR_HALF_LIFE): number[] => {
  const shares = Float64Array.from(weights(model, journey, halfLife));
  const out = new Float64Array(shares.length);
  splitInto(minor, shares, shares.length, out);
  return [...out];
};

const checked = (n: number): number => {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`weights: one touch or more wanted, got ${n}`);
  return n;
};
