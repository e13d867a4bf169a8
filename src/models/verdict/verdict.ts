/**
 * Verdict: what the looks at a campaign say about criteria that were frozen before its start.
 *
 *   scale        the evidence that the measure lies beyond the scale threshold has reached 1/error at a look
 *   abort        the evidence that it lies beyond the abort threshold has
 *   keep going   neither yet, and there is time
 *   review       people must look: the deadline has passed without either, a guardrail is surely broken, the arms did not get the
 *                shares they were meant to get, counts went back, or both thresholds were crossed one after the other
 *
 * Once crossed, a threshold stays crossed: the error is that of ever crossing, however many looks there are and however they are
 * spaced. So the first crossing counts, and what is seen afterwards is shown beside it. A look at fewer cases than the minimum, or
 * after the deadline, decides nothing. A wrong scale and a wrong abort each have at most the accepted error; each guardrail its own.
 * The sample ratio is looked at at every look too, and stops at most one honest randomisation in a thousand, however many looks there are.
 *
 * In    criteria   frozen; looks: sums up to each look, oldest first; today decides whether the deadline has passed
 * Out   the word, why (a code with figures, words are the view's), and each look with its evidence
 *
 * Not randomised, it says a level and not a cause. Randomised, thresholds are those of a difference to the first arm.
 * Source: verdict/share-against.ts, count-against.ts, mean-against.ts, compare.ts, sample-ratio.ts.
 * Checked against: simulation (tests/models/verdict-truth.test.ts), for wrong words at 60 looks and unequal ones.
 */
import type { Arm } from './arm.ts';
import { tuningFor } from './evidence.ts';
import { casesFor, casesIn, logFor, otherSide, sideOf, valueOf, type Asked, type Seen } from './look.ts';
import { sampleRatios, type SampleRatio } from './sample-ratio.ts';

export type Criteria = {
  readonly asked: Asked;
  readonly scale: number;
  readonly abort: number;
  /** Cases (units of exposure) of each arm before which no look decides. */
  readonly minimum: number;
  /** Last day on which a look decides; ISO day. */
  readonly deadline: string;
  readonly error: number;
  /** Meant shares of the arms; empty where nothing is randomised. */
  readonly weights: readonly number[];
  readonly guards: readonly Guard[];
};
/** A harm and what must not be exceeded of it (or, where more is better, what it must not fall under), by any arm. */
export type Guard = { readonly asked: Asked; readonly limit: number };

/** Sums up to a day: an arm for each variant, and for each guardrail the arms it is judged by. */
export type Look = { readonly on: string; readonly seen: Seen; readonly guards: readonly Seen[] };

export type Judged = {
  readonly on: string;
  /** Cases of all arms together. */
  readonly n: number;
  readonly value: number | null;
  /** Place of the variant that the value is of: the one that leads. */
  readonly arm: number;
  /** Logarithms of the evidence for scale, for abort, and that each guardrail is broken. */
  readonly scale: number;
  readonly abort: number;
  readonly guards: readonly number[];
  /** Whether the look may decide: enough cases, in time. */
  readonly counts: { readonly scale: boolean; readonly abort: boolean };
};
export type Word = 'scale' | 'keep-going' | 'abort' | 'review';
export type Why =
  | { readonly code: 'crossed'; readonly look: number }
  | { readonly code: 'no-look' }
  | { readonly code: 'too-few'; readonly n: number; readonly minimum: number }
  | { readonly code: 'neither-yet' }
  | { readonly code: 'deadline-passed' }
  | { readonly code: 'guard-broken'; readonly guard: number; readonly look: number }
  | { readonly code: 'sample-ratio'; readonly ratio: SampleRatio; readonly look: number }
  | { readonly code: 'went-back'; readonly look: number }
  | { readonly code: 'both-crossed'; readonly scale: number; readonly abort: number };
export type Verdict = {
  readonly word: Word;
  readonly why: Why;
  readonly looks: readonly Judged[];
  /** Of the last look; null where nothing is randomised or nobody has been counted. */
  readonly ratio: SampleRatio | null;
};

export const verdictOf = (criteria: Criteria, looks: readonly Look[], today: string): Verdict => {
  const { weights, minimum, error, deadline } = criteria;
  const back = looks.findIndex((look, i) => inDisorder(look, looks[i - 1]));
  const judged = (back < 0 ? looks : looks.slice(0, back)).map((look) => judge(criteria, look));
  // Before the first look at the measure itself nobody is counted.
  const ratios = ratiosOf(looks, weights, minimum);
  const say = (word: Word, why: Why): Verdict => ({ word, why, looks: judged, ratio: ratios.at(-1) ?? null });
  const late = today > deadline;
  if (back >= 0) return say('review', { code: 'went-back', look: back });
  if (judged.length === 0) return late ? say('review', { code: 'deadline-passed' }) : say('keep-going', { code: 'no-look' });
  const alarm = ratios.findIndex((ratio) => ratio?.alarm === true);
  if (alarm >= 0) return say('review', { code: 'sample-ratio', ratio: ratios[alarm]!, look: alarm });
  const wanted = Math.log(1 / error);
  for (const [guard] of criteria.guards.entries()) {
    const look = judged.findIndex(({ guards }) => guards[guard]! >= wanted);
    if (look >= 0) return say('review', { code: 'guard-broken', guard, look });
  }
  const first = (side: 'scale' | 'abort'): number => judged.findIndex((one) => one.counts[side] && one[side] >= wanted);
  const [scale, abort] = [first('scale'), first('abort')];
  if (scale >= 0 && abort >= 0) return say('review', { code: 'both-crossed', scale, abort });
  if (scale >= 0) return say('scale', { code: 'crossed', look: scale });
  if (abort >= 0) return say('abort', { code: 'crossed', look: abort });
  if (late) return say('review', { code: 'deadline-passed' });
  const n = casesFor(criteria.asked, sideOf(criteria.asked.better), looks.at(-1)!.seen);
  return say('keep-going', n < minimum ? { code: 'too-few', n, minimum } : { code: 'neither-yet' });
};

/** Of each look; null where nothing is randomised or nobody has been counted. */
const ratiosOf = (looks: readonly Look[], weights: readonly number[], minimum: number): readonly (SampleRatio | null)[] => {
  if (weights.length < 2) return looks.map(() => null);
  const counted = looks.flatMap(({ seen }) => (seen.arms.length === weights.length ? [seen.arms.map(({ n }) => n)] : []));
  const found = sampleRatios(counted, weights, minimum);
  let at = 0;
  return looks.map(({ seen }) => (seen.arms.length === weights.length ? found[at++]! : null));
};

/** Whether a look cannot follow the one before: cases or happenings became fewer, or more happened than there were cases. */
const inDisorder = (look: Look, before: Look | undefined): boolean =>
  (before !== undefined && look.on < before.on) ||
  look.seen.arms.some((arm, i) => {
    const was = before?.seen.arms[i];
    return (arm.kind === 'share' && arm.hits > arm.n) || (was !== undefined && (arm.n < was.n || happened(arm) < happened(was)));
  });
/** What only grows, whatever happens. */
const happened = (arm: Arm): number => (arm.kind === 'share' ? arm.hits : arm.kind === 'count' ? arm.count : arm.n);

const judge = ({ asked, scale, abort, minimum, deadline, error, guards }: Criteria, { on, seen, guards: harms }: Look): Judged => {
  const tuned = { tuning: tuningFor(minimum), error };
  const better = sideOf(asked.better);
  const worse = otherSide(better);
  const counts = (side: typeof better): boolean => on <= deadline && casesFor(asked, side, seen) >= minimum;
  return {
    on,
    n: seen.arms.reduce((sum, arm) => sum + casesIn(asked, arm), 0),
    ...valueOf(asked, seen, tuned),
    scale: logFor(asked, better, scale, seen, tuned),
    abort: logFor(asked, worse, abort, seen, tuned),
    guards: guards.map((guard, i) => {
      const harm = harms[i];
      return harm === undefined
        ? Number.NEGATIVE_INFINITY
        : logFor(guard.asked, otherSide(sideOf(guard.asked.better)), guard.limit, harm, tuned, true);
    }),
    counts: { scale: counts(better), abort: counts(worse) },
  };
};
