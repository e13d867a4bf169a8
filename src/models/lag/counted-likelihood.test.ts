/** Counted days by their ends: the value and the gradient that the likelihood row by row gives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countedLikelihood } from './counted-likelihood.ts';
import { FAMILIES } from './family.ts';
import { minusLogLikelihood, placesOf, type Shape } from './likelihood.ts';

const row = fc.record({
  day: fc.integer({ min: 0, max: 900 }),
  event: fc.constantFrom(0 as const, 1 as const, 2 as const),
  n: fc.integer({ min: 1, max: 5000 }),
  entry: fc.option(fc.integer({ min: -1, max: 899 }), { nil: undefined }),
});

test('value and gradient are those of the likelihood row by row, for every family, with losses and without', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(...FAMILIES),
      fc.constantFrom(...FAMILIES),
      fc.boolean(),
      fc.constantFrom('none' as const, 'stalls' as const, 'ends' as const),
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
      (drawn, family, other, never, losses, u) => {
        const rows = drawn
          .filter(({ event }) => losses !== 'none' || event !== 2)
          .map(({ entry, day, ...rest }) => ({ ...rest, day, ...(entry !== undefined && entry < day && { entry }) }));
        const shape: Shape = {
          family,
          never,
          lost: losses === 'none' || !never ? null : { family: other, stalls: losses === 'stalls' },
          columns: 1,
          neverColumns: 1,
          timing: 'whole-days',
        };
        const given = shape.lost ? rows : rows.filter(({ event }) => event !== 2);
        const { causes, size } = placesOf(shape);
        const p = Array.from({ length: size }, (_, i) => u[i]!);
        for (const { at } of causes) p[at] = 4.5 + u[at]!;
        const quick = countedLikelihood(given, shape)(p);
        const slow = minusLogLikelihood(given, shape)(p);
        const near = (a: number, b: number, what: string): void => {
          if (!Number.isFinite(b)) return assert.equal(a, b, what);
          // Sums of thousands of terms in another order; a tail that is taken from 1 loses what is beyond 1e-16 of it.
          assert.ok(Math.abs(a - b) <= 1e-8 * (1 + Math.abs(b)), `${what}: ${a} and ${b}`);
        };
        near(quick.value, slow.value, 'value');
        const most = Math.max(...slow.gradient.map(Math.abs), 1);
        if (Number.isFinite(slow.value)) quick.gradient.forEach((g, i) => near(g / most, slow.gradient[i]! / most, `gradient ${i}`));
      },
    ),
    { numRuns: 400 },
  );
});
