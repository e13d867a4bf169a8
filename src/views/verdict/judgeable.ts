/**
 * Judgeable: which arms a measure needs, and how its value reads; or why no rule can judge it.
 *
 * Money for each case (cost for each lead) is judged as cases for money, turned round: how widely such a ratio spreads is then known
 * from the number of cases alone. Any other ratio needs squares and products of its cases, which only a person can tell.
 */
import type { Arm as ToldArm, Measure } from '../../domain/campaign/criteria.ts';
import { notJudged } from '../../domain/campaign/judged.ts';
import type { Arm } from '../../models/verdict/arm.ts';
import type { Asked } from '../../models/verdict/look.ts';
import type { Sums } from './evidence-days.ts';
import { NOT_JUDGED } from '../words/not-judged.ts';
import { isByHand, isMoney } from './counted.ts';

/** `each`: so many for each case; `money`: minor units for each case; `difference`: a share of the first variant. */
export type Unit = 'share' | 'each' | 'money' | 'difference';
export type Judgeable = { readonly asked: Asked; readonly arms: 'share' | 'count' | 'mean' | 'ratio'; readonly unit: Unit };
export type Unsayable = { readonly unsayable: string };

export const judgeable = (measure: Measure, variants: number): Judgeable | Unsayable => {
  const against = measure.relative && variants > 1 ? 'difference' : 'level';
  const byHand = isByHand(measure);
  const inverse = measure.kind === 'ratio' && measure.of.what === 'spend';
  const unit: Unit = against === 'difference' ? 'difference' : measure.kind === 'share' ? 'share' : isMoney(measure.of) ? 'money' : 'each';
  const asked: Asked = { better: measure.better, against, inverse };
  const not = notJudged(measure, variants);
  if (not !== null) return { unsayable: `${NOT_JUDGED[not].text} ${NOT_JUDGED[not].todo}` };
  if (inverse) return { asked, arms: 'count', unit };
  // How often something happens to a case spreads as a count does; money has squares of its own.
  const arms =
    measure.kind === 'share'
      ? 'share'
      : measure.kind === 'count' || (!byHand && !isMoney(measure.of))
        ? 'count'
        : measure.kind === 'ratio' && byHand
          ? 'ratio'
          : 'mean';
  return { asked, arms, unit };
};

/** An arm as a person told it; null where he left out what its kind needs. */
export const toldArm = ({ arms, asked }: Judgeable, { n, of, ofSquares, outOf, outOfSquares, products }: ToldArm): Arm | null => {
  if (asked.inverse) return { kind: 'count', n: of, count: outOf ?? n };
  if (arms === 'share') return { kind: 'share', n, hits: of };
  if (arms === 'count') return { kind: 'count', n, count: of };
  if (ofSquares === null) return null;
  if (arms === 'mean') return { kind: 'mean', n, sum: of, squares: ofSquares };
  if (outOf === null || outOfSquares === null || products === null) return null;
  return { kind: 'ratio', n, of: { sum: of, squares: ofSquares }, outOf: { sum: outOf, squares: outOfSquares }, products };
};

/** An arm as the facts counted it; `ripe`: of its ripe cases. */
export const countedArm = ({ arms }: Judgeable, sums: Sums, ripe = false): Arm => {
  const [n, hits, happened, sum, squares] = ripe
    ? [sums.ripe_n, sums.ripe_hits, sums.ripe_happened, sums.ripe_minor, sums.ripe_squares]
    : [sums.n, sums.hits, sums.happened, sums.minor, sums.squares];
  if (arms === 'share') return { kind: 'share', n, hits };
  return arms === 'count' ? { kind: 'count', n, count: happened } : { kind: 'mean', n, sum, squares };
};
