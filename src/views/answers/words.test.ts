import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { amount, count, listed, many, percent } from './words.ts';

test('counts, amounts and shares read the same on every machine', () => {
  deepEqual([count(0), count(999), count(1000), count(61_784_006), count(-4200)], ['0', '999', '1,000', '61,784,006', '-4,200']);
  deepEqual([many(1, 'deal'), many(1250, 'deal'), many(2, 'touch', 'touches')], ['1 deal', '1,250 deals', '2 touches']);
  deepEqual(
    [
      { minor: 351_057_800, currency: null },
      { minor: -99, currency: 'EUR' },
      { minor: 1234, currency: 'JPY' },
    ].map(amount),
    ['3,510,578.00', 'EUR -0.99', 'JPY 1,234'],
  );
});

test('a share that is not quite nothing or all is never rounded to it', () => {
  deepEqual([0, 0.001, 0.350864, 0.999, 1].map(percent), ['0 %', 'under 1 %', '35 %', 'over 99 %', '100 %']);
});

test('a list ends with "and"', () => {
  equal(listed([]), '');
  equal(listed(['a']), 'a');
  equal(listed(['a', 'b', 'c']), 'a, b and c');
});
