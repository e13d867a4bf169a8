/**
 * Spread: how many times their mean single amounts spread (standard deviation ÷ mean), for a campaign that is still to run.
 *
 * spreadOf   from what people know: half of the amounts stay under `half`, nine in ten under `ninth`, and a share of the cases brings any
 *            amount at all. Amounts are taken as lognormal, as deals are
 * spreadIn   from what single campaigns had: of all their cases together, each weighing alike
 *
 * In    half, ninth > 0 in one unit, ninth ≥ half; paying in (0, 1]; n cases and spread of each campaign
 * Out   spread ≥ 0; null: there is no campaign to take it from
 * Throws RangeError   amounts or share out of order
 *
 * Source: moments of the lognormal distribution (J. Aitchison, J. A. C. Brown, 1957) with a share of zeros.
 * Checked against: drawn amounts (src/models/verdict/spread.test.ts).
 */
import { normalQuantile } from '../normal.ts';

export type Spread = { readonly n: number; readonly spread: number };

export const spreadOf = (half: number, ninth: number, paying: number): number => {
  if (!(half > 0 && ninth >= half && paying > 0 && paying <= 1))
    throw new RangeError(`0 < half ≤ nine in ten and a share in (0, 1] wanted, got ${half}, ${ninth}, ${paying}`);
  const s = Math.log(ninth / half) / normalQuantile(0.9);
  return Math.sqrt(Math.exp(s * s) / paying - 1);
};

export const spreadIn = (campaigns: readonly Spread[]): number | null => {
  const n = campaigns.reduce((sum, one) => sum + one.n, 0);
  return n > 0 ? Math.sqrt(campaigns.reduce((sum, one) => sum + one.n * one.spread ** 2, 0) / n) : null;
};
