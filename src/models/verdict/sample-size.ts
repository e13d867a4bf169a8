/**
 * Sample size of a campaign: how many cases its verdict needs, and what it would say with those there are.
 *
 * In    better   which way is better; scale, abort: thresholds, shares in (0, 1), scale the better one
 *       error    accepted chance of a wrong word; power: wanted chance of a right one; minimum: cases before any word
 *       base     null: thresholds are levels. Else the share that the first of `arms` randomised arms has; thresholds are then differences
 *                relative to it, and `apart` counts the cases of all arms together, for a truth of scale told from abort
 *       there    cases that there are; null: not known, MOST are tried
 * Out   apart    cases by which, with chance `power`, a truth of `scale` is told from `abort`, and one of `abort` from `scale`;
 *                null: not with MOST
 *       words    for truths around the thresholds: the chance that scale and that abort has been said with the cases there are, looked
 *                at after each, and the cases by which the likelier of the two has been said with chance `power`
 *
 * Where nothing of what is seen says which word is right (a truth between the thresholds) there may be none: that is as it should be.
 * Source: verdict/needed.ts. Checked against: as there; its figures for 5 % and 8 % in tests/models/verdict-needed.test.ts.
 */
import { tuningFor } from './evidence.ts';
import { needed, reached, type Claim } from './needed.ts';
import { leastSeen } from './power.ts';
import { priorAt } from './share-against.ts';

export const MOST = 20_000;
const MOST_COMPARED = 10_000_000;

export type SampleSizeInput = {
  readonly better: 'more' | 'less';
  readonly scale: number;
  readonly abort: number;
  readonly error: number;
  readonly power: number;
  readonly minimum: number;
  readonly there: number | null;
  readonly base: number | null;
  readonly arms: number;
};
export type WordsAt = { readonly truth: number; readonly scale: number; readonly abort: number; readonly needed: number | null };
export type SampleSize = {
  readonly apart: { readonly good: number | null; readonly bad: number | null };
  readonly words: readonly WordsAt[];
};

export const sampleSize = (input: SampleSizeInput): SampleSize => {
  const { better, scale, abort, error, power, minimum, there, base } = input;
  if (base !== null) {
    const n = comparisonNeeds(input, base);
    return { apart: { good: n, bad: n }, words: [] };
  }
  const [up, down] = better === 'more' ? (['above', 'below'] as const) : (['below', 'above'] as const);
  const claim = (side: Claim['side'], threshold: number): Claim => ({
    side,
    threshold,
    prior: priorAt(threshold, tuningFor(minimum), error),
    error,
    minimum,
  });
  const most = Math.min(MOST, there ?? MOST);
  const words = truthsAround(scale, abort).map((truth): WordsAt => {
    const [scaled, aborted] = [reached(claim(up, scale), truth, most), reached(claim(down, abort), truth, most)];
    const likelier = (scaled.at(-1) ?? 0) >= (aborted.at(-1) ?? 0) ? scaled : aborted;
    const at = likelier.findIndex((chance) => chance >= power);
    return { truth, scale: scaled.at(-1) ?? 0, abort: aborted.at(-1) ?? 0, needed: at < 0 ? null : at + 1 };
  });
  return { apart: { good: needed(claim(up, abort), scale, power, MOST), bad: needed(claim(down, scale), abort, power, MOST) }, words };
};

/** About: the sequence's width stands in the power of one look, so it needs no fewer than it really would. */
const comparisonNeeds = ({ scale, abort, error, power, minimum, arms }: SampleSizeInput, base: number): number | null => {
  const wanted = Math.abs(scale - abort);
  const seen = (n: number): number =>
    leastSeen({ mean: base, variance: base * (1 - base), n, arms, error: 2 * error, tuning: 2 * tuningFor(minimum) }, power) ?? Infinity;
  let [few, enough] = [arms, arms * minimum];
  while (seen(enough) > wanted) {
    if (enough > MOST_COMPARED) return null;
    [few, enough] = [enough, enough * 2];
  }
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (seen(middle) > wanted) few = middle;
    else enough = middle;
  }
  return Math.max(enough, arms * minimum);
};

/** Truths worth asking about: the thresholds, the middle, and clearly beyond either; ascending. */
const truthsAround = (scale: number, abort: number): number[] => {
  const [low, high] = [Math.min(scale, abort), Math.max(scale, abort)];
  const found = [
    low / 2,
    low * 0.8,
    low,
    (low + high) / 2,
    high,
    high + (1 - high) * Math.min(0.25, (0.25 * high) / (1 - high)),
    Math.min(2 * high, (1 + high) / 2),
  ];
  return [...new Set(found.map((share) => Math.round(share * 1e5) / 1e5))].filter((share) => share > 0 && share < 1);
};
