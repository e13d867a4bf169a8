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
 * spaced. So the first crossing counts, and what is seen afterwards is shown beside it. A look at fewer cases than the minimum decides
 * nothing. A wrong scale and a wrong abort each have at most the accepted error; guardrails have their own.
 *
 * In    criteria   frozen; looks: sums up to each look, oldest first; today decides whether the deadline has passed
 * Out   the word, why (a code with figures, words are the view's), and each look with its evidence
 *
 * Not randomised, it says a level and not a cause. Randomised, threshold and arms are those of a difference to the first arm.
 * Source: verdict/share-against.ts, count-against.ts, mean-against.ts, compare.ts.
 * Checked against: simulation (tests/models/verdict-truth.test.ts), for wrong words at 60 looks and unequal ones.
 */
import type { Arm } from './arm.ts';
import { evidenceOf, type Asked, type Evidence } from './evidence.ts';
import { sampleRatio, type SampleRatio } from './sample-ratio.ts';

export type Criteria = {
  readonly asked: Asked;
  readonly scale: number;
  readonly abort: number;
  /** Cases, over all arms, before which no look decides. */
  readonly minimum: number;
  /** First day on which it is too late for scale or abort; ISO day. */
  readonly deadline: string;
  readonly error: number;
  /** Weights of the arms; empty or one where nothing is randomised. */
  readonly weights: readonly number[];
  readonly guards: readonly Guard[];
};
/** A harm and the share, count or mean of it that must not be exceeded. */
export type Guard = { readonly asked: Asked; readonly limit: number };

/** Sums up to a moment: an arm for each variant, and for each guardrail the arms it is judged by. */
export type Look = { readonly on: string; readonly arms: readonly Arm[]; readonly guards: readonly (readonly Arm[])[] };

export type Judged = {
  readonly on: string;
  readonly n: number;
  readonly value: number | null;
  readonly scale: number;
  readonly abort: number;
  readonly guards: readonly number[];
  readonly counts: boolean;
};
export type Word = 'scale' | 'keep-going' | 'abort' | 'review';
export type Why =
  | { readonly code: 'crossed'; readonly look: number }
  | { readonly code: 'no-look' }
  | { readonly code: 'too-few'; readonly n: number; readonly minimum: number }
  | { readonly code: 'neither-yet' }
  | { readonly code: 'deadline-passed' }
  | { readonly code: 'guard-broken'; readonly guard: number; readonly look: number }
  | { readonly code: 'sample-ratio'; readonly ratio: SampleRatio }
  | { readonly code: 'went-back'; readonly look: number }
  | { readonly code: 'both-crossed'; readonly scale: number; readonly abort: number };
export type Verdict = { readonly word: Word; readonly why: Why; readonly looks: readonly Judged[] };

export const verdictOf = (criteria: Criteria, looks: readonly Look[], today: string): Verdict => {
  const judged = looks.map((look) => judge(criteria, look));
  const say = (word: Word, why: Why): Verdict => ({ word, why, looks: judged });
  const last = looks.at(-1);
  if (last === undefined) return today >= criteria.deadline ? say('review', { code: 'deadline-passed' }) : say('keep-going', { code: 'no-look' });
  const back = looks.findIndex((look, i) => i > 0 && look.arms.some((arm, j) => arm.n < (looks[i - 1]!.arms[j]?.n ?? 0)));
  if (back >= 0) return say('review', { code: 'went-back', look: back });
  if (criteria.weights.length > 1) {
    const ratio = sampleRatio(
      last.arms.map(({ n }) => n),
      criteria.weights,
    );
    if (ratio.alarm) return say('review', { code: 'sample-ratio', ratio });
  }
  const wanted = Math.log(1 / criteria.error);
  for (const [guard] of criteria.guards.entries()) {
    const look = judged.findIndex(({ guards }) => guards[guard]! >= wanted);
    if (look >= 0) return say('review', { code: 'guard-broken', guard, look });
  }
  const first = (side: 'scale' | 'abort'): number => judged.findIndex((one) => one.counts && one[side] >= wanted);
  const [scale, abort] = [first('scale'), first('abort')];
  if (scale >= 0 && abort >= 0) return say('review', { code: 'both-crossed', scale, abort });
  if (scale >= 0) return say('scale', { code: 'crossed', look: scale });
  if (abort >= 0) return say('abort', { code: 'crossed', look: abort });
  if (today >= criteria.deadline) return say('review', { code: 'deadline-passed' });
  const { n } = judged.at(-1)!;
  return say('keep-going', n < criteria.minimum ? { code: 'too-few', n, minimum: criteria.minimum } : { code: 'neither-yet' });
};

const judge = ({ asked, scale, abort, minimum, error, guards }: Criteria, look: Look): Judged => {
  const n = look.arms.reduce((sum, arm) => sum + arm.n, 0);
  const found: Evidence = evidenceOf(asked, look.arms, { minimum, error });
  const better = asked.better === 'more' ? 'above' : 'below';
  const worse = better === 'above' ? 'below' : 'above';
  return {
    on: look.on,
    n,
    value: found.value,
    scale: found.log(better, scale),
    abort: found.log(worse, abort),
    guards: guards.map((guard, i) => evidenceOf(guard.asked, look.guards[i] ?? [], { minimum, error }).log(guard.asked.better === 'more' ? 'below' : 'above', guard.limit)),
    counts: n >= minimum,
  };
};
