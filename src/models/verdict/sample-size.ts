/**
 * Sample size of a campaign: how many cases its verdict needs, and what it would say with those there are.
 *
 * In    kind     share of cases; count for each case; mean: an amount for each case, or for each unit of another amount (ratio); cost: money for
 *                each case, judged as cases for money
 *       better   which way is better; scale, abort: thresholds (shares in (0, 1), else > 0 or amounts), scale the better one
 *       error    accepted chance of a wrong word; power: wanted chance of a right one; minimum: cases before any word
 *       base     null: thresholds are levels. Else what the first of `arms` randomised arms has; thresholds are then differences
 *                relative to it, and `apart` counts the cases of all arms together, for a truth of scale told from abort
 *       there    cases that there are; null: not known, MOST are tried
 *       spread   of a mean: how many times its mean single amounts spread (standard deviation); null: not known, and nothing can be said
 * Out   apart    cases by which, with chance `power`, a truth of `scale` is told from `abort`, and one of `abort` from `scale`;
 *                null: not with MOST. Of cost: cases as they would come for the money at that truth
 *       words    for truths around the thresholds: the chance that scale and that abort has been said with the cases there are, and the cases
 *                by which the likelier of the two has been said with chance `power`; none where it is not known or compared
 *       seen     of a comparison with the cases there are: the least difference from none that would probably be seen; else null
 *
 * Shares against a level are exact and looked at after every case; all else is looked at LOOKS times evenly (verdict/walk.ts), means and
 * differences with a normal sum. Of several arms, that all are worse is taken at the worst dependence.
 * Where nothing of what is seen says which word is right (a truth between the thresholds) there may be none: that is as it should be.
 * Source: verdict/needed.ts, walk.ts, power.ts. Checked against: as there; simulation of the rule (tests/models/verdict-size.test.ts).
 */
import { tuningFor } from './evidence.ts';
import { leastCases } from './mean-against.ts';
import { needed, reached, type Claim } from './needed.ts';
import { leastSeen } from './power.ts';
import { priorAt } from './share-against.ts';
import { endedBy, fewest, type Walk } from './walk.ts';
import { countWalk, differenceWalk, meanWalk, type Bet } from './walk-of.ts';

export const MOST = 20_000;
export const MOST_WALKED = 10_000_000;
const LEAST_OF_EACH = 10;

export type SizeKind = 'share' | 'count' | 'mean' | 'cost';
export type SampleSizeInput = {
  readonly kind: SizeKind;
  readonly better: 'more' | 'less';
  readonly scale: number;
  readonly abort: number;
  readonly error: number;
  readonly power: number;
  readonly minimum: number;
  readonly there: number | null;
  readonly base: number | null;
  readonly arms: number;
  readonly spread: number | null;
};
export type WordsAt = { readonly truth: number; readonly scale: number; readonly abort: number; readonly needed: number | null };
export type SampleSize = {
  readonly apart: { readonly good: number | null; readonly bad: number | null };
  readonly words: readonly WordsAt[];
  readonly seen: number | null;
};

export const sampleSize = (input: SampleSizeInput): SampleSize => {
  if (input.kind === 'mean' && input.spread === null) return { apart: { good: null, bad: null }, words: [], seen: null };
  if (input.base !== null) return compared(input, input.base);
  return input.kind === 'share' ? shares(input) : walked(input);
};

type Way = 'scale' | 'abort';
const sideOf = ({ better, kind }: SampleSizeInput, way: Way): Bet['side'] =>
  ((better === 'more') === (way === 'scale')) !== (kind === 'cost') ? 'above' : 'below';

const shares = (input: SampleSizeInput): SampleSize => {
  const { scale, abort, error, power, minimum, there } = input;
  const claim = (way: Way, threshold: number): Claim => ({
    side: sideOf(input, way),
    threshold,
    prior: priorAt(threshold, tuningFor(minimum), error),
    error,
    minimum,
  });
  const most = Math.min(MOST, there ?? MOST);
  const words = truthsAround(scale, abort, 1).map((truth): WordsAt => {
    const [scaled, aborted] = [reached(claim('scale', scale), truth, most), reached(claim('abort', abort), truth, most)];
    const likelier = (scaled.at(-1) ?? 0) >= (aborted.at(-1) ?? 0) ? scaled : aborted;
    const at = likelier.findIndex((chance) => chance >= power);
    return { truth, scale: scaled.at(-1) ?? 0, abort: aborted.at(-1) ?? 0, needed: at < 0 ? null : at + 1 };
  });
  const apart = { good: needed(claim('scale', abort), scale, power, MOST), bad: needed(claim('abort', scale), abort, power, MOST) };
  return { apart, words, seen: null };
};

/** Counts, means and cost against a level. */
const walked = (input: SampleSizeInput): SampleSize => {
  const { kind, scale, abort, error, power, minimum, there, spread } = input;
  const cost = kind === 'cost';
  // Money for a case is judged as cases for money.
  const rate = (amount: number): number => (cost ? 1 / amount : amount);
  const walk =
    (way: Way, threshold: number, truth: number) =>
    (horizon: number): Walk => {
      const t = rate(threshold);
      const tuning = cost ? tuningFor(minimum) / t : tuningFor(minimum);
      const bet: Bet = { side: sideOf(input, way), threshold: t, error, tuning, least: cost ? 0 : minimum };
      if (kind !== 'mean') return countWalk(bet, rate(truth), cost ? minimum : 0, horizon);
      return meanWalk({ ...bet, least: Math.max(minimum, heavyFrom(error, spread!)) }, truth, spread! * Math.abs(truth), horizon);
    };
  // Cost is walked over money; cases are what comes for it.
  const [least, most] = [
    cost ? minimum * Math.min(scale, abort) : Math.max(minimum, 1),
    cost ? MOST_WALKED * Math.max(scale, abort) : MOST_WALKED,
  ];
  const cases = (horizon: number | null, truth: number): number | null =>
    horizon === null ? null : Math.ceil(cost ? horizon / truth : horizon);
  const apart = {
    good: cases(fewest(walk('scale', abort, scale), power, least, most), scale),
    bad: cases(fewest(walk('abort', scale, abort), power, least, most), abort),
  };
  if (there === null) return { apart, words: [], seen: null };
  const words = truthsAround(scale, abort, Infinity).map((truth): WordsAt => {
    const horizon = cost ? there * truth : there;
    const [scaled, aborted] = (['scale', 'abort'] as const).map((way) => endedBy(walk(way, input[way], truth)(horizon)));
    const likelier = scaled!.at(-1)! >= aborted!.at(-1)! ? scaled! : aborted!;
    const at = likelier.findIndex((chance) => chance >= power);
    return {
      truth,
      scale: scaled!.at(-1)!,
      abort: aborted!.at(-1)!,
      needed: at < 0 ? null : Math.ceil((there * (at + 1)) / likelier.length),
    };
  });
  return { apart, words, seen: null };
};

/** Cases from which amounts that spread so weigh enough to be judged. */
const heavyFrom = (error: number, spread: number): number => leastCases(error) / Math.min(1, 2 / (1 + spread ** 2));

const compared = (input: SampleSizeInput, base: number): SampleSize => {
  const { kind, scale, abort, error, power, minimum, there, arms, spread } = input;
  const variance = (level: number): number =>
    kind === 'share' ? Math.max(0, level * (1 - level)) : kind === 'mean' ? (spread! * level) ** 2 : level;
  const tuning = 2 * tuningFor(minimum);
  const cases = (way: Way, threshold: number, truth: number): number | null => {
    const level = base * (1 + truth);
    if (!(level > 0) || (kind === 'share' && level >= 1)) return null;
    const rarest = kind === 'share' ? Math.min(base, 1 - base, level, 1 - level) : Math.min(base, level);
    const least = Math.max(minimum, kind === 'mean' ? heavyFrom(error, spread!) : LEAST_OF_EACH / rarest);
    const bet: Bet = { side: sideOf(input, way), threshold, error, tuning, least };
    // That one is better: each for itself, at its share of the error. That all are worse: each has to be said.
    const several = way === 'scale' ? arms - 1 : 1;
    const each = way === 'scale' ? power : 1 - (1 - power) / (arms - 1);
    const pairs = fewest(
      (horizon) => differenceWalk(bet, base, truth, [variance(base), variance(level)], several, horizon),
      each,
      Math.ceil(least),
      MOST_WALKED,
    );
    return pairs === null ? null : Math.ceil(pairs) * arms;
  };
  const seen = there === null ? null : leastSeen({ mean: base, variance: variance(base), n: there, arms, error: 2 * error, tuning }, power);
  return { apart: { good: cases('scale', abort, scale), bad: cases('abort', scale, abort) }, words: [], seen };
};

/** Truths worth asking about: the thresholds, the middle, and clearly beyond either; ascending, under `end`. */
const truthsAround = (scale: number, abort: number, end: number): number[] => {
  const [low, high] = [Math.min(scale, abort), Math.max(scale, abort)];
  const found = [
    low / 2,
    low * 0.8,
    low,
    (low + high) / 2,
    high,
    Number.isFinite(end) ? high + (end - high) * Math.min(0.25, (0.25 * high) / (end - high)) : 1.25 * high,
    Number.isFinite(end) ? Math.min(2 * high, (end + high) / 2) : 2 * high,
  ];
  const fine = Number.isFinite(end) || high < 100 ? 1e5 : 1;
  return [...new Set(found.map((share) => Math.round(share * fine) / fine))].filter((share) => share > 0 && share < end);
};
