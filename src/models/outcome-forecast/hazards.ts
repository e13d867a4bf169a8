/**
 * Hazards by age: of those that had come so far, how many were won, lost or became something on the next day.
 *
 * countByAge   events and days at risk by age, with two competing ends (the second may never happen)
 * pooled       a daily hazard for each age group: its own events, pooled with those of its neighbours (PSEUDO events' worth).
 *              A group nobody reached yet takes what the one before it shows.
 * drawn        the same with the uncertainty of so few events: a gamma draw for each age group
 *
 * In    spans   ages in whole days since the beginning, first day at risk to last, and how it ended: 1, 2 or 0 (not yet)
 * Out   daily probabilities in [0, 1); by age through `groupOf`
 * Throws nothing; without events every hazard is 0
 *
 * Delayed entry: a span may begin late, where the record begins after the deal did; what ended before is not in it, and
 * so its early days do not count. What has not ended yet counts its days and no event (right-censored): never as a failure.
 * The share that never ends needs no parameter of its own: hazards that fall to nothing leave it over.
 *
 * Source: piecewise exponential hazards with gamma priors, Ibrahim, Chen & Sinha, "Bayesian Survival Analysis" (2001),
 *   ch. 3, doi:10.1007/978-1-4757-3447-8; two causes: Prentice et al., Biometrics 34 (1978), doi:10.2307/2530374.
 * Checked against: Aalen–Johansen incidence of vectors/survival_competing_risks.json (hazards.test.ts), the demo's truth.
 */
import type { Dice } from './dice.ts';

/** First ages of the groups, in days. */
export const AGES: readonly number[] = [0, 1, 4, 8, 15, 22, 29, 43, 57, 71, 92, 113, 141, 183, 275, 366, 731];
const PSEUDO = 1;

/** The group of an age ≥ 0. */
export const groupOf = (age: number): number => {
  let at = AGES.length - 1;
  while (at > 0 && AGES[at]! > age) at -= 1;
  return at;
};

/** `ago`: days from its last day to the day it is counted on; what is long ago counts for less. */
/** Ages are followed so far; beyond, the last group's hazard stands. */
export const OLDEST = 1_500;
export const GROUPS: Int8Array = Int8Array.from({ length: OLDEST + 1 }, (_, age) => groupOf(age));

/** What happened so many days ago counts half. */
const HALF_LIFE = 365;
const weightOf = (ago: number): number => 0.5 ** (ago / HALF_LIFE);

export type Span = { readonly from: number; readonly to: number; readonly end: 0 | 1 | 2; readonly ago: number };
export type ByAge = { readonly days: Float64Array; readonly first: Float64Array; readonly second: Float64Array };

export const countByAge = (spans: Iterable<Span>): ByAge => {
  const days = new Float64Array(AGES.length);
  const first = new Float64Array(AGES.length);
  const second = new Float64Array(AGES.length);
  for (const { from, to, end, ago } of spans) {
    if (to < from) continue;
    for (let g = groupOf(from); g < AGES.length && AGES[g]! <= to; g++) {
      const [begins, ends] = [Math.max(from, AGES[g]!), Math.min(to, (AGES[g + 1] ?? Infinity) - 1)];
      days[g] = days[g]! + (ends - begins + 1) * weightOf(ago + to - (begins + ends) / 2);
    }
    const at = groupOf(to);
    if (end === 1) first[at] = first[at]! + weightOf(ago);
    if (end === 2) second[at] = second[at]! + weightOf(ago);
  }
  return { days, first, second };
};

const sum = (of: Float64Array): number => of.reduce((a, b) => a + b, 0);

/** What each group's prior is: its hazard together with its neighbours', who count half. */
const priors = (events: Float64Array, days: Float64Array): Float64Array => {
  const all = sum(days) > 0 ? sum(events) / sum(days) : 0;
  const found = new Float64Array(events.length);
  if (all === 0) return found;
  for (let g = 0; g < events.length; g++) {
    const near = (of: Float64Array): number => of[g]! + ((of[g - 1] ?? 0) + (of[g + 1] ?? 0)) / 2;
    const before = g === 0 ? all : found[g - 1]!;
    found[g] = (near(events) + PSEUDO) / (near(days) + PSEUDO / before);
  }
  return found;
};

/** Pooling moves events between ages and must not lose any: the pooled hazards expect as many as there were. */
const whole = (hazards: Float64Array, events: Float64Array, days: Float64Array): number => {
  const expected = hazards.reduce((total, h, g) => total + h * days[g]!, 0);
  return expected > 0 ? sum(events) / expected : 1;
};

const plain = (events: Float64Array, days: Float64Array): Float64Array =>
  priors(events, days).map((prior, g) => (prior > 0 ? (events[g]! + PSEUDO) / (days[g]! + PSEUDO / prior) : 0));

export const pooled = (events: Float64Array, days: Float64Array): Float64Array => {
  const found = plain(events, days);
  const scale = whole(found, events, days);
  return found.map((h) => Math.min(0.99, h * scale));
};

export const drawn = (events: Float64Array, days: Float64Array, dice: Dice): Float64Array => {
  const scale = whole(plain(events, days), events, days);
  return priors(events, days).map((prior, g) =>
    prior > 0 ? Math.min(0.99, (scale * dice.gamma(events[g]! + PSEUDO)) / (days[g]! + PSEUDO / prior)) : 0,
  );
};
