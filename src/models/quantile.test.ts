import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quantile, type Counted } from './quantile.ts';
import { summary } from './summary.ts';

/** Counts of a plain list. */
const counted = (values: readonly number[]): Counted[] => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, n]) => ({ value, n })).toSorted((a, b) => a.value - b.value);
};

test('quantiles agree with numpy and R type 7 on a hand-worked row', () => {
  const row = counted([1, 2, 3, 4, 10]); // numpy.quantile([1,2,3,4,10], …)
  deepEqual(
    [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1].map((p) => Number(quantile(row, p)!.toFixed(10))),
    [1, 1.4, 2, 3, 4, 7.6, 8.8, 10],
  );
});

test('an even number of values has its median halfway between the middle two', () => {
  equal(quantile(counted([7, 8]), 0.5), 7.5);
  equal(quantile(counted([1, 1, 1, 9]), 0.5), 1);
  equal(quantile(counted([1, 1, 9, 9]), 0.5), 5);
});

test('one value is every quantile, and no value has none', () => {
  for (const p of [0, 0.3, 1]) equal(quantile(counted([42]), p), 42);
  equal(quantile([], 0.5), null);
  equal(summary([]), null);
});

test('counted values give what the sorted list gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const sorted = values.toSorted((a, b) => a - b);
        const place = (sorted.length - 1) * p;
        const want = sorted[Math.floor(place)]! + (sorted[Math.ceil(place)]! - sorted[Math.floor(place)]!) * (place - Math.floor(place));
        return Math.abs(quantile(counted(values), p)! - want) < 1e-9;
      },
    ),
  );
});

test('a summary is in order from the least to the greatest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
      const s = summary(counted(values))!;
      const row = [s.min, s.p10, s.p25, s.median, s.p75, s.p90, s.p95, s.max];
      return (
        s.n === values.length && s.mean >= s.min - 1e-9 && s.mean <= s.max + 1e-9 && row.every((x, i) => i === 0 || x >= row[i - 1]! - 1e-9)
      );
    }),
  );
});

test('values out of order, empty counts and shares beyond 1 are refused', () => {
  throws(
    () =>
      quantile(
        [
          { value: 2, n: 1 },
          { value: 1, n: 1 },
        ],
        0.5,
      ),
    RangeError,
  );
  throws(() => quantile([{ value: 1, n: 0 }], 0.5), RangeError);
  throws(() => quantile([{ value: 1, n: 1 }], 1.1), RangeError);
  ok(quantile([{ value: -3, n: 1 }], 0) === -3);
});
