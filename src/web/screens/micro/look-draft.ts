/** A look while it is typed: sums of each arm, and the look they make. */
import { isByHand } from '../../../domain/campaign/criteria-hold.ts';
import type { Arm, Measure } from '../../../domain/campaign/criteria.ts';
import { standingLooks, type Micro } from '../../../domain/campaign/micro.ts';

/** `spread`: standard deviation of the amounts, where the measure is a mean; the other sums as they are. */
export type ArmDraft = {
  readonly n: number | null;
  readonly of: number | null;
  readonly spread: number | null;
  readonly outOf: number | null;
  readonly squares: number | null;
  readonly squaresBelow: number | null;
  readonly products: number | null;
};
export type LookDraft = { readonly arms: readonly ArmDraft[]; readonly guards: readonly (readonly ArmDraft[])[] };

const EMPTY: ArmDraft = { n: null, of: null, spread: null, outOf: null, squares: null, squaresBelow: null, products: null };

/** Empty fields where something is told by hand; the number of cases starts where the last look ended. */
export const lookDraft = (m: Micro): LookDraft => {
  const last = standingLooks(m).at(-1);
  const { measure, guardrails } = m.written!.criteria;
  const fields = (one: Measure, was: readonly Arm[] | undefined): ArmDraft[] =>
    isByHand(one) ? m.variants.map((_, n) => ({ ...EMPTY, n: was?.[n]?.n ?? null })) : [];
  return { arms: fields(measure, last?.arms), guards: guardrails.map((g, n) => fields(g.measure, last?.guards[n])) };
};

/** The sums; null while something is missing. The sum of squares of a mean follows from its spread: (n − 1)·s² + sum²/n. */
export const armOf = (kind: Measure['kind'], d: ArmDraft): Arm | null => {
  if (d.n === null || d.of === null) return null;
  const plain: Arm = { n: d.n, of: d.of, ofSquares: null, outOf: null, outOfSquares: null, products: null };
  if (kind === 'share' || kind === 'count') return plain;
  if (kind === 'mean') {
    if (d.spread === null) return null;
    return { ...plain, ofSquares: d.n === 0 ? 0 : Math.max(0, d.n - 1) * d.spread ** 2 + d.of ** 2 / d.n };
  }
  if (d.squares === null || d.outOf === null || d.squaresBelow === null || d.products === null) return null;
  return { ...plain, ofSquares: d.squares, outOf: d.outOf, outOfSquares: d.squaresBelow, products: d.products };
};
