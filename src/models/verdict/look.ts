/**
 * Look: what was seen up to a day, and the evidence in it about one measure and one threshold.
 *
 * Level        all arms together against the threshold (`eachOf`: the arm that is worst off, for a limit that none may break)
 * Difference   each arm after the first against the first. Above: the arm that leads, its evidence divided by the number of such arms
 *              (union bound). Below: the arm that comes nearest, as all of them must lie below (no correction needed)
 * Late         where an outcome comes long after its case, many cases are too young to have it. What came is then too little, never
 *              too much: a claim of "above" stands on all cases all the same, for evidence grows with every hit. A claim of "below"
 *              stands on `ripe` cases only, those old enough that `share` of what ever comes has come, against share × threshold.
 *              Both stay valid at every look: cases enter in their order, and each counts by its first days alike
 * Inverse      money for a case, where cases are counted over money: the same claim about cases for money, turned round
 *
 * In    threshold in the unit of the measure; a difference as it stands or, where relative, as a share of the first arm
 * Out   logarithm of the evidence, −Infinity where nothing can be said; value and the arm it is about
 * Source: union bound and closure; otherwise verdict/evidence.ts. Checked against: tests/models/verdict-truth.test.ts.
 */
import type { Arm } from './arm.ts';
import { differenceEvidence, levelEvidence, type Evidence, type Tuned } from './evidence.ts';
import { pooled } from './pooled.ts';

export type Asked = {
  readonly better: 'more' | 'less';
  readonly against: 'level' | 'difference';
  readonly relative: boolean;
  readonly inverse: boolean;
};

/** Arms in the order of the variants. ripe null: every case is old enough; 'unknown': nobody knows how long it takes. */
export type Seen = { readonly arms: readonly Arm[]; readonly ripe: { readonly arms: readonly Arm[]; readonly share: number } | 'unknown' | null };

export type Side = 'above' | 'below';
export const sideOf = (better: Asked['better']): Side => (better === 'more' ? 'above' : 'below');
export const otherSide = (side: Side): Side => (side === 'above' ? 'below' : 'above');

const casesOf = (arms: readonly Arm[]): number => arms.reduce((sum, { n }) => sum + n, 0);

/** The cases that a claim stands on: all, or the ripe ones. */
export const casesFor = (asked: Asked, side: Side, { arms, ripe }: Seen): number =>
  waits(asked, side) && ripe !== null ? (ripe === 'unknown' ? 0 : casesOf(ripe.arms)) : casesOf(arms);

/** Whether a claim is one that something is missing, so that young cases must not speak for it. */
const waits = ({ inverse }: Asked, side: Side): boolean => (inverse ? otherSide(side) : side) === 'below';

export const logFor = (asked: Asked, side: Side, threshold: number, seen: Seen, tuned: Tuned, eachOf = false): number => {
  const turned = asked.inverse ? otherSide(side) : side;
  const late = waits(asked, side) ? seen.ripe : null;
  if (late === 'unknown') return Number.NEGATIVE_INFINITY;
  const come = late === null || asked.relative ? 1 : late.share;
  const t = (asked.inverse ? 1 / threshold : threshold) * come;
  const logs = partsOf(asked, late?.arms ?? seen.arms, tuned, eachOf).map((part) => part.log(turned, t));
  if (logs.length === 0) return Number.NEGATIVE_INFINITY;
  if (eachOf || side === sideOf(asked.better)) return Math.max(...logs) - Math.log(logs.length);
  return Math.min(...logs);
};

/** The measure as it stands: of the arm that leads, where there are several. `arm`: its place; null where all are taken together. */
export const valueOf = (asked: Asked, { arms }: Seen, tuned: Tuned): { readonly value: number | null; readonly arm: number | null } => {
  const values = partsOf(asked, arms, tuned, false).map(({ value }) => (asked.inverse && value !== null ? (value === 0 ? null : 1 / value) : value));
  if (asked.against === 'level') return { value: values[0] ?? null, arm: null };
  let best = 0;
  values.forEach((value, i) => {
    const held = values[best] ?? null;
    if (value !== null && (held === null || (asked.better === 'more' ? value > held : value < held))) best = i;
  });
  return { value: values[best] ?? null, arm: values.length === 0 ? null : best + 1 };
};

const partsOf = ({ against, relative }: Asked, arms: readonly Arm[], tuned: Tuned, eachOf: boolean): readonly Evidence[] => {
  const [first, ...others] = arms;
  if (first === undefined) return [];
  if (against === 'difference') return others.map((arm) => differenceEvidence(first, arm, relative, tuned));
  return (eachOf ? arms : [pooled(arms)!]).map((arm) => levelEvidence(arm, tuned));
};
