import { equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { lagQuantile, shareWithin } from './useful-start.ts';

const lag = { half: 34, most: 90 };
const near = (got: number, want: number, tolerance: number): void => ok(Math.abs(got - want) <= tolerance, `${got} is not ${want}`);

test('quantiles and shares of an assumed lag agree with scipy', () => {
  for (const [p, days] of [
    [0.1, 10.203074317612334],
    [0.5, 34],
    [0.85, 90],
    [0.9, 113.29918454132368],
  ] as const)
    near(lagQuantile(lag, p), days, 1e-9);
  for (const [days, share] of [
    [1, 8.683574093343233e-5],
    [12, 0.13375000038863044],
    [34, 0.5],
    [60, 0.7273220638826845],
    [90, 0.85],
    [400, 0.995662478783381],
  ] as const)
    near(shareWithin(lag, days), share, 2e-7);
});

test('work that starts on the due date or later moves nothing by then', () => {
  equal(shareWithin(lag, 0), 0);
  equal(shareWithin(lag, -10), 0);
});

test('a lag whose most is not longer than its half is refused', () => {
  throws(() => lagQuantile({ half: 34, most: 34 }, 0.5), RangeError);
  throws(() => shareWithin({ half: 0, most: 9 }, 3), RangeError);
});
