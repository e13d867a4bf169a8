/**
 * Judged: whether a measure is one that a rule can judge at all. A rule needs cases, so that it is known how widely a value
 * spreads by chance; money has no cases of its own, and no file says which variant it was spent for. What people tell by hand
 * is told case by case and can always be judged. How it is judged stands in views/verdict/judgeable.ts.
 */
import type { Measure } from './criteria.ts';

export type NotJudged =
  | 'spend-of-case'
  | 'revenue-as-case'
  | 'revenue-over-spend'
  | 'share-of-money'
  | 'spend-by-variant'
  | 'cost-as-difference';

/** Why no rule can judge this; null where one can. */
export const notJudged = ({ kind, of, outOf, relative }: Measure, variants: number): NotJudged | null => {
  if (of.what === 'hand') return null;
  const cost = kind === 'ratio' && of.what === 'spend';
  if (of.what === 'spend' && !cost) return 'spend-of-case';
  if (outOf.what === 'revenue') return 'revenue-as-case';
  if (outOf.what === 'spend') {
    if (of.what === 'revenue') return 'revenue-over-spend';
    if (of.what === 'spend') return 'spend-of-case';
    if (kind === 'share') return 'share-of-money';
  }
  if (variants > 1 && (cost || outOf.what === 'spend')) return relative && cost ? 'cost-as-difference' : 'spend-by-variant';
  return null;
};
