/**
 * Interval of the truth that holds at every look at once: every threshold that neither bet refutes, each at the accepted error.
 *
 * In    arms and tuning as verdict/evidence.ts; so a bound has passed a threshold exactly where the rule says that it has
 * Out   low, high in the unit of the measure; null: nothing is refuted on that side (too few cases)
 *
 * Wider than an interval for one look planned beforehand: that is the price of looking whenever one likes.
 * Source: inversion of the tests, as verdict/share-against.ts, count-against.ts, mean-against.ts; of differences as E. C. Fieller, J. R. Stat. Soc. B 16 (1954) 175–185.
 * Checked against: the verdicts themselves (tests/models/verdict-between.test.ts).
 */
import { momentsOf, type Arm } from './arm.ts';
import { effectOf } from './compare.ts';
import { differenceEvidence, isThin, levelEvidence, type Evidence, type Tuned } from './evidence.ts';

export type Between = { readonly low: number | null; readonly high: number | null };

const STEPS = 40;

export const levelBetween = (arm: Arm, tuned: Tuned): Between => {
  const evidence = levelEvidence(arm, tuned);
  const { value } = evidence;
  if (value === null) return { low: null, high: null };
  const wanted = Math.log(1 / tuned.error);
  const counted = arm.kind === 'share' || arm.kind === 'count';
  const { variance } = momentsOf(arm);
  const step = Math.max(Math.sqrt(variance / arm.n), Math.abs(value) / 1e6, 1 / arm.n / 10);
  const [least, most] = [counted ? 0 : Number.NEGATIVE_INFINITY, arm.kind === 'share' ? 1 : Number.POSITIVE_INFINITY];
  return {
    low: counted && value === 0 ? 0 : edge(evidence, 'above', wanted, value, -step, least),
    high: arm.kind === 'share' && value === 1 ? 1 : edge(evidence, 'below', wanted, value, step, most),
  };
};

/** From the value outwards to a threshold that is refuted, then back to where that begins. */
const edge = ({ log }: Evidence, side: 'above' | 'below', wanted: number, value: number, step: number, end: number): number | null => {
  const refuted = (t: number): boolean => log(side, t) >= wanted;
  let [near, far, reach] = [value, value, step];
  for (let i = 0; i < STEPS; i++) {
    // Towards an end that is no threshold itself: half of what is left.
    const next = near + reach;
    far = (end - next) * step > 0 ? next : (near + end) / 2;
    if (refuted(far)) break;
    if (i === STEPS - 1) return Number.isFinite(end) ? end : null;
    near = far;
    reach *= 1.6;
  }
  for (let i = 0; i < STEPS && Math.abs(far - near) > 1e-9 * Math.abs(value) + 1e-12; i++) {
    const middle = (near + far) / 2;
    if (refuted(middle)) far = middle;
    else near = middle;
  }
  return far;
};

/** Of the second arm's excess over the first, relative to it. */
export const differenceBetween = (a: Arm, b: Arm, tuned: Tuned): Between => {
  const evidence = differenceEvidence(a, b, tuned);
  if (evidence.value === null || isThin(a, tuned.error) || isThin(b, tuned.error)) return { low: null, high: null };
  const wanted = Math.log(1 / tuned.error);
  const { se } = effectOf(a, b, true);
  const step = Math.max(se, 1e-9);
  return {
    low: edge(evidence, 'above', wanted, evidence.value, -step, Number.NEGATIVE_INFINITY),
    high: edge(evidence, 'below', wanted, evidence.value, step, Number.POSITIVE_INFINITY),
  };
};
