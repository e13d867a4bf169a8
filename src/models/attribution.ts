/**
 * Attribution weights: how one deal's credit is shared among its touches, in order of time.
 *
 * first    all to the first touch        last     all to the last touch
 * linear   the same to each
 *
 * In    n          number of counted touches, whole and ≥ 1, earliest first
 * Out   weights    n numbers in [0, 1] that sum to 1
 *       creditMinor: whole minor units per touch that sum to the deal's exactly (largest remainder,
 *       ties to the earlier touch); a credit note (negative) is shared as the sale was
 * Throws RangeError   n not whole or < 1: a deal without touches has no weights, its money stands in "no touch"
 *
 * Describes what preceded a deal. It does not say what caused it; only an experiment does.
 *
 * Source: reference/conventions.md section 1 (names and weights as vendors use them).
 * Checked against: vectors/attribution_small.json (b2b_300, per journey and per channel) and
 *   vectors/attribution_pathdata_markov_heuristic.json (ChannelAttribution 2.0.7, 10,000 paths);
 *   facts/questions/sql/credit.sql gives the same to the cent (property).
 */
import { splitMinor } from '../kernel/money.ts';

export const MODELS = ['first', 'last', 'linear'] as const;
export type Model = (typeof MODELS)[number];

export const weights = (model: Model, n: number): number[] => {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`weights: one touch or more wanted, got ${n}`);
  return Array.from({ length: n }, (_, i) => WEIGHT[model](i, n));
};

/** A deal's money shared among its n touches, in whole minor units. */
export const creditMinor = (model: Model, minor: number, n: number): number[] => splitMinor(minor, weights(model, n));

const WEIGHT: { readonly [M in Model]: (i: number, n: number) => number } = {
  first: (i) => (i === 0 ? 1 : 0),
  last: (i, n) => (i === n - 1 ? 1 : 0),
  linear: (_, n) => 1 / n,
};
