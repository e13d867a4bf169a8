/** Arms added up as if they were one: what is known of a level where nobody is compared. Throws RangeError for arms of different kinds. */
import type { Arm, Sums } from './arm.ts';

export const pooled = (arms: readonly Arm[]): Arm | null => {
  const [first, ...rest] = arms;
  return first === undefined ? null : rest.reduce(added, first);
};

const added = (a: Arm, b: Arm): Arm => {
  const n = a.n + b.n;
  if (a.kind === 'share' && b.kind === 'share') return { kind: 'share', n, hits: a.hits + b.hits };
  if (a.kind === 'count' && b.kind === 'count') return { kind: 'count', n, count: a.count + b.count };
  if (a.kind === 'mean' && b.kind === 'mean') return { kind: 'mean', n, ...both(a, b) };
  if (a.kind === 'ratio' && b.kind === 'ratio')
    return { kind: 'ratio', n, of: both(a.of, b.of), outOf: both(a.outOf, b.outOf), products: a.products + b.products };
  if (a.kind === 'before' && b.kind === 'before')
    return { kind: 'before', n, after: both(a.after, b.after), before: both(a.before, b.before), products: a.products + b.products };
  throw new RangeError(`a ${a.kind} is not added to a ${b.kind}`);
};
const both = (a: Sums, b: Sums): Sums => ({ sum: a.sum + b.sum, squares: a.squares + b.squares });
