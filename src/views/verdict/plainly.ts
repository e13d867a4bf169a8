/**
 * Plainly: what somebody would say who looked once and never before: shown beside the rule, never decides.
 *
 * Chance     of a share: beta posterior from an even prior (T. Bayes, 1763); of counts, means and differences: the normal posterior of
 *            compare.ts. Looked at sixty times and stopped at the first high one, such a chance is wrong far more often than it says
 * Fixed      of a difference: Student's interval for one look planned beforehand (compare.ts)
 * Sequence   of a difference: the two-sided confidence sequence as GrowthBook draws it, right at every look but leaning where the first
 *            variant's mean is uncertain; the rule's own interval does not lean
 */
import type { Criteria } from '../../domain/campaign/criteria.ts';
import type { Currency } from '../../kernel/money.ts';
import { betaTails } from '../../models/beta.ts';
import { momentsOf } from '../../models/verdict/arm.ts';
import { effectOf, fixed, posterior, sequential, type Effect } from '../../models/verdict/compare.ts';
import { valueOf, type Asked, type Seen } from '../../models/verdict/look.ts';
import type { Judgeable } from './judgeable.ts';
import { sideWords } from '../words/criteria.ts';
import { points } from './points.ts';
import { valueWords } from './value-words.ts';

export type Plainly = {
  readonly chance: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly sequence: { readonly low: number; readonly high: number } | null;
  readonly text: string;
};

/** Chance that the variant's truth is better than the scale threshold. */
export const plainChance = (criteria: Criteria, asked: Asked, seen: Seen, at: number): number | null =>
  betterThan(criteria.scale, criteria.error, asked, seen, at);

const betterThan = (threshold: number, error: number, asked: Asked, { arms }: Seen, at: number): number | null => {
  const arm = arms[at];
  if (arm === undefined || arm.n < 2) return null;
  if (arm.kind === 'share' && asked.against === 'level') {
    const { above, below } = betaTails(1 + arm.hits, 1 + arm.n - arm.hits, threshold);
    return asked.better === 'more' ? above : below;
  }
  const effect = effectAt(asked, arms, at, threshold);
  if (effect === null) return null;
  const { above } = posterior(effect, error);
  return (asked.better === 'more') !== asked.inverse ? above : 1 - above;
};

/** How far the measure lies over the threshold, with its standard error; null where nothing is spread yet. */
const effectAt = ({ against, inverse }: Asked, arms: Seen['arms'], at: number, threshold: number): Effect | null => {
  const [first, arm] = [arms[0]!, arms[at]!];
  if (against === 'difference') {
    if (at === 0 || first.n < 2 || momentsOf(first).mean === 0) return null;
    const effect = effectOf(first, arm, true);
    return effect.se > 0 ? { ...effect, value: effect.value - threshold } : null;
  }
  const { n, mean, variance } = momentsOf(arm);
  const se = Math.sqrt(variance / n);
  return se > 0 && Number.isFinite(mean) ? { value: mean - (inverse ? 1 / threshold : threshold), se, df: n - 1, n } : null;
};

export const plainly = (criteria: Criteria, judged: Judgeable, seen: Seen, currency: Currency | null): Plainly | null => {
  const { asked, unit } = judged;
  const { arm } = valueOf(asked, seen, { tuning: 2 * criteria.minimum, error: criteria.error });
  const chance = plainChance(criteria, asked, seen, arm);
  const worse = betterThan(criteria.abort, criteria.error, asked, seen, arm);
  if (chance === null || worse === null) return null;
  // Whichever of the two claims is likelier.
  const [likelier, which] = chance >= 1 - worse ? ([chance, 'scale'] as const) : ([1 - worse, 'abort'] as const);
  const sure = likelier > 0.995 ? 'over 99 %' : points(Math.round(likelier * 100) / 100);
  const claim = sideWords(criteria.measure, which, criteria[which], currency);
  const effect = asked.against === 'difference' ? effectAt(asked, seen.arms, arm, 0) : null;
  const once = effect === null ? null : fixed(effect, 2 * criteria.error);
  const always = effect === null ? null : sequential(effect, 2 * criteria.error, 4 * criteria.minimum);
  return {
    chance,
    low: once?.low ?? null,
    high: once?.high ?? null,
    sequence: always && { low: always.low!, high: always.high! },
    text:
      `Who looked only this once would be ${sure} sure that it is ${claim}` +
      (once === null
        ? ''
        : `, and see a difference between ${valueWords(once.low!, unit, currency)} and ${valueWords(once.high!, unit, currency)}`) +
      '. That does not decide: looked at again and again, it would be wrong far more often than it says.',
  };
};
