/** Projected: how many more cases the rule would need if everything stayed as it is now. A sum, not a forecast. */
import type { Criteria } from '../../domain/campaign/criteria.ts';
import type { Arm, Sums } from '../../models/verdict/arm.ts';
import { tuningFor } from '../../models/verdict/evidence.ts';
import { casesIn, logFor, otherSide, sideOf, type Seen } from '../../models/verdict/look.ts';
import { count } from '../words/format.ts';
import type { Judgeable } from './judgeable.ts';

const MOST = 64;

export const projected = (criteria: Criteria, { asked }: Judgeable, { arms }: Seen): string | null => {
  const n = arms.reduce((sum, arm) => sum + casesIn(asked, arm), 0);
  if (n === 0) return null;
  const tuned = { tuning: tuningFor(criteria.minimum), error: criteria.error };
  const better = sideOf(asked.better);
  const said = (times: number): 'scale' | 'abort' | null => {
    const seen: Seen = { arms: arms.map((arm) => grown(arm, times)), ripe: null };
    const wanted = Math.log(1 / criteria.error);
    if (logFor(asked, better, criteria.scale, seen, tuned) >= wanted) return 'scale';
    return logFor(asked, otherSide(better), criteria.abort, seen, tuned) >= wanted ? 'abort' : null;
  };
  let enough = 1;
  while (enough <= MOST && said(enough) === null) enough *= 2;
  if (enough === 1) return null;
  if (enough > MOST)
    return `If it stays as it is now, not even ${count(MOST)} times as many cases would decide it: it lies between the thresholds or too near to one.`;
  let few = enough / 2;
  for (let i = 0; i < 12; i++) {
    const middle = (few + enough) / 2;
    if (said(middle) === null) few = middle;
    else enough = middle;
  }
  const more = Math.ceil(n * (enough - 1));
  return `If it stays as it is now, about ${count(more)} more cases would let the rule say ${said(enough)}.`;
};

const grown = (arm: Arm, times: number): Arm => {
  const n = Math.round(arm.n * times);
  const sums = ({ sum, squares }: Sums): Sums => ({ sum: sum * times, squares: squares * times });
  if (arm.kind === 'share') return { kind: 'share', n, hits: Math.min(n, Math.round(arm.hits * times)) };
  if (arm.kind === 'count') return { kind: 'count', n: arm.n * times, count: Math.round(arm.count * times) };
  if (arm.kind === 'mean') return { kind: 'mean', n, ...sums(arm) };
  if (arm.kind === 'ratio') return { kind: 'ratio', n, of: sums(arm.of), outOf: sums(arm.outOf), products: arm.products * times };
  return arm;
};
