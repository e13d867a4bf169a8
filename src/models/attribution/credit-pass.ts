/**
 * The credit pass: one walk over the touches of won deals that gives every model's money, by unit and in whole minor units.
 *
 * Each deal's amount is split among its touches by the model's weights (split.ts); a touch whose priority serves several
 * outcomes splits its part among them equally, leftover units going to the first outcomes by id, moved on by one with each
 * place in the deal, so that none gains by its id. Whatever is asked next (another model, another cut along the
 * thread) is a sum over what this leaves: by unit and outcome.
 *
 * In    walks, won   walks.ts          outcomes   per unit, how many outcomes its touches are shared among, ≥ 1
 *       models       names of models.ts          halfLife   days, > 0; only time-decay reads it
 * Out   slot         per unit, where its first outcome's sums stand; one more entry at the end
 *       minor        models × slots, row by row: whole minor units. Every row sums to the amounts of deals with a touch, exactly
 *       touched      deals with a touch; priced: those of them with an amount
 * Throws RangeError  fewer outcomes than one
 * Checked against: creditMinor deal by deal, and facts/questions/sql/credit.sql to the cent (property).
 */
import { plainJourney, type Journey } from './journey.ts';
import type { Model } from './models.ts';
import { splitInto } from './split.ts';
import { walkTo, type Walks, type Won } from './walks.ts';
import { writeWeights } from './weights.ts';

export type CreditPass = {
  readonly models: readonly Model[];
  readonly slot: Int32Array;
  readonly minor: Float64Array;
  readonly touched: number;
  readonly priced: number;
};

export const creditPass = (walks: Walks, won: Won, outcomes: ArrayLike<number>, models: readonly Model[], halfLife: number): CreditPass => {
  const slot = slotsOf(outcomes);
  const slots = slot[outcomes.length]!;
  const among = models.length;
  // Slot by slot while it is summed, all models of a slot side by side: a deal's few touches then stay near the processor.
  const minor = new Float64Array(among * slots);
  const journey = plainJourney(1);
  let [weights, parts] = [new Float64Array(256), new Float64Array(256)];
  let [touched, priced] = [0, 0];
  for (let i = 0; i < won.deal.length; i += 1) {
    if (!walkTo(walks, won.deal[i]!, journey)) continue;
    const { n, from } = journey;
    if (weights.length < n) [weights, parts] = [new Float64Array(n * 2), new Float64Array(n * 2)];
    touched += 1;
    const amount = won.minor[i]!;
    if (Number.isNaN(amount)) continue;
    priced += 1;
    for (let m = 0; m < models.length; m += 1) {
      const only = wholeAt(models[m]!, journey);
      if (only >= 0) {
        const unit = walks.unit[from + only]!;
        const at = slot[unit]! * among + m;
        const shared = slot[unit + 1]! - slot[unit]!;
        if (shared === 1) minor[at]! += amount;
        else for (let nth = 0; nth < shared; nth += 1) minor[at + nth * among]! += outcomePart(amount, nth, shared, only);
        continue;
      }
      writeWeights(models[m]!, journey, halfLife, weights);
      splitInto(amount, weights, n, parts);
      for (let t = 0; t < n; t += 1) {
        if (weights[t] === 0) continue;
        const unit = walks.unit[from + t]!;
        const at = slot[unit]! * among + m;
        const shared = slot[unit + 1]! - slot[unit]!;
        if (shared === 1) {
          minor[at]! += parts[t]!;
          continue;
        }
        for (let nth = 0; nth < shared; nth += 1) minor[at + nth * among]! += outcomePart(parts[t]!, nth, shared, t);
      }
    }
  }
  return { models, slot, minor: inRows(minor, among), touched, priced };
};

/** The touch that gets the whole amount, where one does: by a model that knows no other, or because there is no other; else -1. */
const wholeAt = (model: Model, { n, nonDirect }: Journey): number => {
  if (n === 1 || model === 'first') return 0;
  if (model === 'last') return n - 1;
  if (model !== 'last-non-direct') return -1;
  return nonDirect < 0 ? n - 1 : nonDirect;
};

/** Models × slots out of slots × models. */
const inRows = (sums: Float64Array, models: number): Float64Array => {
  const slots = sums.length / models;
  const rows = new Float64Array(sums.length);
  for (let m = 0; m < models; m += 1) for (let s = 0; s < slots; s += 1) rows[m * slots + s] = sums[s * models + m]!;
  return rows;
};

/** Where each unit's sums stand: one slot per outcome. */
export const slotsOf = (outcomes: ArrayLike<number>): Int32Array => {
  const slot = new Int32Array(outcomes.length + 1);
  for (let u = 0; u < outcomes.length; u += 1) {
    if (!(outcomes[u]! >= 1)) throw new RangeError(`credit pass: unit ${u} has ${outcomes[u]} outcomes`);
    slot[u + 1] = slot[u]! + outcomes[u]!;
  }
  return slot;
};

/** What the nth of several outcomes gets of a touch at place `t` (from 0): equal parts, leftover units from the place on. */
export const outcomePart = (part: number, nth: number, among: number, t: number): number => {
  const whole = Math.abs(part);
  const share = Math.floor(whole / among) + ((nth + among - (t % among)) % among < whole % among ? 1 : 0);
  return part < 0 && share !== 0 ? -share : share;
};
