/** Sales velocity against the published example, and its interval against companies whose truth is known. */
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../../src/kernel/random.ts';
import { velocityEstimate, velocityOf } from '../../src/models/velocity.ts';

test('50 opportunities × 10,000 × 20 % ÷ 30 days are 3,333.33 a day', () => {
  equal(Math.round(velocityOf({ opportunities: 50, value: 10_000, winRate: 0.2, cycle: 30 }) * 100) / 100, 3333.33);
});

test('too few deals, none closed, or nothing won give no number', () => {
  const five = {
    opportunities: 9,
    won: 5,
    lost: 5,
    used: 5,
    sumValue: 500,
    sumCycle: 50,
    sumValue2: 51_000,
    sumCycle2: 510,
    sumBoth: 5000,
  };
  ok(velocityEstimate(five));
  equal(velocityEstimate({ ...five, used: 4 }), null);
  equal(velocityEstimate({ ...five, won: 0, lost: 0 }), null);
  equal(velocityEstimate({ ...five, sumCycle: 0 }), null);
});

test('the interval holds the true velocity in about 19 of 20 companies, with value and cycle growing together', () => {
  let held = 0;
  for (let company = 1; company <= 200; company++) {
    const { normal, chance } = random(`velocity ${company}`);
    let [won, lost] = [0, 0];
    const sums = { sumValue: 0, sumCycle: 0, sumValue2: 0, sumCycle2: 0, sumBoth: 0 };
    for (let deal = 0; deal < 220; deal++) {
      if (!chance(0.3)) {
        lost += 1;
        continue;
      }
      won += 1;
      // Large deals take longer: one factor in both, so that their covariance matters.
      const size = normal();
      const value = Math.exp(9 + 0.5 * size + 0.4 * normal());
      const cycle = Math.exp(4 + 0.4 * size + 0.3 * normal());
      sums.sumValue += value;
      sums.sumCycle += cycle;
      sums.sumValue2 += value ** 2;
      sums.sumCycle2 += cycle ** 2;
      sums.sumBoth += value * cycle;
    }
    const truth = velocityOf({
      opportunities: 80,
      value: Math.exp(9 + (0.5 ** 2 + 0.4 ** 2) / 2),
      winRate: 0.3,
      cycle: Math.exp(4 + (0.4 ** 2 + 0.3 ** 2) / 2),
    });
    const found = velocityEstimate({ opportunities: 80, won, lost, used: won, ...sums })!;
    if (found.low <= truth && truth <= found.high) held += 1;
  }
  // Binomial(200, 0.95): 180 to 198 hold 99.5 % of such runs. The seeds are fixed.
  ok(held >= 180 && held <= 198, `${held} of 200`);
});
