/**
 * Look: what was seen up to a day, and the evidence in it about one measure and one threshold.
 *
 * Level        each arm against the threshold
 * Difference   each arm after the first against the first, relative to it
 * Several      that one arm is better: the arm that leads, its evidence divided by their number (union bound). That all are worse: the
 *              arm that comes nearest (no correction needed). That one arm breaks a limit (`harm`): as for better
 * Late         where an outcome comes long after its case, many cases are too young to have it. What came is then too little, never
 *              too much: a claim of "above" stands on all cases all the same, for evidence grows with every hit. A claim of "below"
 *              stands on `ripe` cases only, those old enough that `share` of what ever comes has come, against share × threshold.
 *              Both stay valid at every look: cases enter in their order, and each counts by its first days alike
 * Inverse      money for a case, where cases are counted over money: the same claim about cases for money, turned round
 *
 * In    threshold in the unit of the measure; a difference as a share of the first arm
 * Out   logarithm of the evidence, −Infinity where nothing can be said; value and the arm it is about
 * Source: union bound and intersection–union tests (R. L. Berger, Technometrics 24 (1982) 295–300, doi:10.1080/00401706.1982.10487790);
 *   otherwise verdict/evidence.ts. Checked against: tests/models/verdict-truth.test.ts.
 */
import type { Arm } from './arm.ts';
import { differenceEvidence, levelEvidence, type Evidence, type Tuned } from './evidence.ts';

export type Asked = {
  readonly better: 'more' | 'less';
  readonly against: 'level' | 'difference';
  readonly inverse: boolean;
};

/** Arms in the order of the variants. ripe null: every case is old enough; 'unknown': nobody knows how long it takes. */
export type Seen = {
  readonly arms: readonly Arm[];
  readonly ripe: { readonly arms: readonly Arm[]; readonly share: number } | 'unknown' | null;
};

export type Side = 'above' | 'below';
export const sideOf = (better: Asked['better']): Side => (better === 'more' ? 'above' : 'below');
export const otherSide = (side: Side): Side => (side === 'above' ? 'below' : 'above');

/** Cases of the thinnest arm that a claim stands on: of all cases, or of the ripe ones. */
export const casesFor = (asked: Asked, side: Side, { arms, ripe }: Seen): number => {
  const stands = waits(asked, side) && ripe !== null ? (ripe === 'unknown' ? [] : ripe.arms) : arms;
  return stands.length === 0 ? 0 : Math.min(...stands.map((arm) => casesIn(asked, arm)));
};
/** Cases of an arm; where cases are counted over money, those. */
export const casesIn = ({ inverse }: Asked, arm: Arm): number => (inverse && arm.kind === 'count' ? arm.count : arm.n);

/** Whether a claim is one that something is missing, so that young cases must not speak for it. */
const waits = ({ inverse }: Asked, side: Side): boolean => (inverse ? otherSide(side) : side) === 'below';

export const logFor = (asked: Asked, side: Side, threshold: number, seen: Seen, tuned: Tuned, harm = false): number => {
  const turned = asked.inverse ? otherSide(side) : side;
  const late = waits(asked, side) ? seen.ripe : null;
  if (late === 'unknown') return Number.NEGATIVE_INFINITY;
  const come = late === null || asked.against === 'difference' ? 1 : late.share;
  const t = (asked.inverse ? 1 / threshold : threshold) * come;
  const tuning = asked.inverse ? tuned.tuning / t : tuned.tuning;
  const logs = partsOf(asked, late?.arms ?? seen.arms, { ...tuned, tuning }).map((part) => part.log(turned, t));
  if (logs.length === 0) return Number.NEGATIVE_INFINITY;
  return harm || side === sideOf(asked.better) ? Math.max(...logs) - Math.log(logs.length) : Math.min(...logs);
};

/** The measure as it stands: of the arm that leads. `arm`: its place among the arms. */
export const valueOf = (asked: Asked, { arms }: Seen, tuned: Tuned): { readonly value: number | null; readonly arm: number } => {
  const found = partsOf(asked, arms, tuned).map(({ value }) =>
    value !== null && asked.inverse ? (value === 0 ? null : 1 / value) : value,
  );
  let best = 0;
  found.forEach((value, i) => {
    const held = found[best] ?? null;
    if (value !== null && (held === null || (asked.better === 'more' ? value > held : value < held))) best = i;
  });
  return { value: found[best] ?? null, arm: asked.against === 'level' ? best : best + 1 };
};

const partsOf = ({ against }: Asked, arms: readonly Arm[], tuned: Tuned): readonly Evidence[] => {
  const [first, ...others] = arms;
  if (first === undefined) return [];
  if (against === 'level') return arms.map((arm) => levelEvidence(arm, tuned));
  return others.map((arm) => differenceEvidence(first, arm, { ...tuned, tuning: 2 * tuned.tuning }));
};
