/** A bound passes a threshold exactly where the rule says so, for every kind of arm. */
import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Arm } from '../../src/models/verdict/arm.ts';
import { levelBetween } from '../../src/models/verdict/between.ts';
import { levelEvidence } from '../../src/models/verdict/evidence.ts';

const arms: fc.Arbitrary<Arm> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([n, share]): Arm => ({ kind: 'share', n, hits: Math.round(n * share) })),
  fc.tuple(fc.double({ min: 1, max: 1e6, noNaN: true }), fc.nat(400)).map(([n, count]): Arm => ({ kind: 'count', n, count })),
  fc
    .array(fc.double({ min: -5, max: 100, noNaN: true }), { minLength: 100, maxLength: 200 })
    .map((xs): Arm => ({ kind: 'mean', n: xs.length, sum: xs.reduce((s, x) => s + x, 0), squares: xs.reduce((s, x) => s + x * x, 0) })),
);

void test('what lies within the interval is refuted by neither bet, what lies beyond it by one', () => {
  fc.assert(
    fc.property(arms, fc.constantFrom(0.02, 0.1, 0.3), fc.integer({ min: 10, max: 500 }), (arm, error, minimum) => {
      const tuned = { error, tuning: 2 * minimum };
      const { value, log } = levelEvidence(arm, tuned);
      const { low, high } = levelBetween(arm, tuned);
      const wanted = Math.log(1 / error);
      const room = (t: number): number => 1e-6 * Math.max(Math.abs(t), Math.abs(value!), 1e-3);
      if (low !== null) ok(low <= value! + 1e-9, `${low} is over ${value}`);
      if (high !== null) ok(high >= value! - 1e-9, `${high} is under ${value}`);
      if (low !== null && low > 1e-9) ok(log('above', low - room(low)) >= wanted && log('above', low + room(low)) < wanted, `low ${low}`);
      if (high !== null && (arm.kind !== 'share' || high < 1 - 1e-9))
        ok(log('below', high + room(high)) >= wanted && log('below', high - room(high)) < wanted, `high ${high}`);
    }),
    { numRuns: 200 },
  );
});
