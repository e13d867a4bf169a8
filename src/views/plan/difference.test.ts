import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOrder } from '../../domain/blueprint/edits.ts';
import { lineOf, type Plan, type PlanLine } from '../../domain/blueprint/plan.ts';
import { applied, difference, isSame } from './difference.ts';

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, '0')}`);
const line: fc.Arbitrary<PlanLine> = fc.record({
  id: fc.integer({ min: 0, max: 8 }).map((n) => `r_${n}` as const),
  owner: fc.constantFrom(null, 'p_a' as const, 'p_b' as const),
  title: fc.constantFrom('Letter', 'Fair', 'Offer'),
  moscow: fc.constantFrom('must' as const, 'should' as const, 'could' as const),
  outcomes: fc.subarray(['u_a' as const, 'u_b' as const]),
  effortDays: fc.integer({ min: 0, max: 40 }),
  budgetMinor: fc.option(fc.nat(10_000)),
  from: day,
  to: day,
  dependsOn: fc.subarray(['r_1' as const, 'r_2' as const]),
  skills: fc.subarray([{ skill: 'Design', days: 2 }]),
  milestones: fc.subarray([{ id: 'm_a' as const, title: 'Out', day: '2026-05-04' }]),
});
const plan: fc.Arbitrary<Plan> = fc
  .record({
    lines: fc.uniqueArray(line, { selector: (l) => l.id, maxLength: 8 }),
    days: fc.option(fc.nat(200)),
    mustPercent: fc.integer({ min: 0, max: 100 }),
    cut: fc.boolean(),
  })
  .map(({ lines, days, mustPercent, cut }) => ({
    from: '2026-04-01',
    to: '2026-07-01',
    lines: inOrder(lines.map(lineOf)),
    stopped: [],
    carried: [],
    capacity: { days, bySkill: [], moneyMinor: null },
    rule: { mustPercent, couldPercent: 20 },
    levers: cut ? [{ lever: 'cut' as const, priority: 'r_9' as const, why: 'n_w' as const }] : [],
    notDoing: cut ? [{ how: 'cut' as const, priority: 'r_9' as const, title: 'Film', why: 'n_w' as const }] : [],
  }));

test('the difference from one version to another, applied to the first, gives the second', () => {
  fc.assert(
    fc.property(plan, plan, (a, b) => assert.deepEqual(applied(a, difference(a, b)), b)),
    { numRuns: 1000 },
  );
});

test('a version does not differ from itself, and only from itself', () => {
  fc.assert(
    fc.property(plan, plan, (a, b) => {
      assert.ok(isSame(difference(a, a)));
      assert.equal(isSame(difference(a, b)), JSON.stringify(a) === JSON.stringify(b));
    }),
    { numRuns: 300 },
  );
});
