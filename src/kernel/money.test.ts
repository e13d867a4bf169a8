import { deepEqual, equal, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimalOf, exponentOf, isCurrency, money, plus, splitMinor } from './money.ts';

const sum = (parts: readonly number[]): bigint => parts.reduce((total, part) => total + BigInt(part), 0n);
const minor = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.maxSafeInteger());
const weights = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 40 })
  .filter((all) => all.some((w) => w > 0));

test('the parts of an amount sum to it exactly, credit notes and huge amounts too', () => {
  fc.assert(
    fc.property(minor, weights, (whole, by) => {
      equal(sum(splitMinor(whole, by)), BigInt(whole));
    }),
    { numRuns: 3000 },
  );
});

test('a credit note is split as the sale was', () => {
  fc.assert(
    fc.property(minor, weights, (whole, by) => {
      deepEqual(
        splitMinor(-whole, by),
        splitMinor(whole, by).map((part) => (part === 0 ? 0 : -part)),
      );
    }),
  );
});

test('no part is further than one unit from its share, and what weighs nothing gets nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), weights, (whole, by) => {
      const total = by.reduce((all, w) => all + w, 0);
      splitMinor(whole, by).forEach((part, i) => {
        equal(part >= 0 && Math.abs(part - (whole * by[i]!) / total) < 1.001, true);
        if (by[i] === 0) equal(part, 0);
      });
    }),
  );
});

test('left-over units go to the largest remainders, and among equals to the earlier part', () => {
  deepEqual(splitMinor(100, [1, 1, 1]), [34, 33, 33]);
  deepEqual(splitMinor(-100, [1, 1, 1]), [-34, -33, -33]);
  deepEqual(splitMinor(5, [1, 1, 1, 1]), [2, 1, 1, 1]);
  deepEqual(splitMinor(10, [0.4, 0.2, 0.4]), [4, 2, 4]);
  deepEqual(splitMinor(101, [22.5, 22.5, 22.5, 22.5, 10]), [23, 23, 23, 22, 10]);
  deepEqual(splitMinor(0, [3, 1]), [0, 0]);
});

test('an amount near the largest that can be written down is split without losing a unit', () => {
  deepEqual(splitMinor(7_969_677_885_589_811, [2490.910188290624]), [7_969_677_885_589_811]);
  equal(sum(splitMinor(Number.MAX_SAFE_INTEGER, [1, 1, 1, 1, 1, 1, 1])), BigInt(Number.MAX_SAFE_INTEGER));
  // The rounded parts of this one add up to more than the largest safe integer.
  const fine = [364.82937216485124, 768.5897684514331, 46.25515464472901, 0.790122126310616];
  equal(sum(splitMinor(Number.MAX_SAFE_INTEGER, fine)), BigInt(Number.MAX_SAFE_INTEGER));
});

test('weights that say nothing are a defect', () => {
  for (const by of [[], [0, 0], [-1, 2], [Number.NaN], [Infinity], [1e308]]) throws(() => splitMinor(1000, by), RangeError);
  throws(() => splitMinor(1.5, [1]), RangeError);
});

test('money of two currencies does not add, and silent money adds only to silent money', () => {
  deepEqual(plus(money(150, 'EUR'), money(-50, 'EUR')), money(100, 'EUR'));
  deepEqual(plus(money(1, null), money(2, null)), money(3, null));
  throws(() => plus(money(1, 'EUR'), money(1, 'USD')), /EUR and USD do not add/);
  throws(() => plus(money(1, 'EUR'), money(1, null)), /EUR and no currency do not add/);
});

test('money is whole minor units that can be written down exactly', () => {
  for (const wrong of [0.5, Number.NaN, Infinity, 2 ** 53]) throws(() => money(wrong, 'EUR'), RangeError);
});

test('the decimal text has as many digits as the currency', () => {
  equal(decimalOf(money(8_640_000, 'EUR')), '86400.00');
  equal(decimalOf(money(-5, 'EUR')), '-0.05');
  equal(decimalOf(money(0, 'EUR')), '0.00');
  equal(decimalOf(money(1234, 'JPY')), '1234');
  equal(decimalOf(money(-1234, 'KWD')), '-1.234');
  equal(decimalOf(money(12_345, 'CLF')), '1.2345');
  equal(decimalOf(money(50, null)), '0.50');
});

test('a currency without a rule of its own has hundredths', () => {
  deepEqual(['EUR', 'JPY', 'TND', null].map(exponentOf), [2, 0, 3, 2]);
});

test('a currency code is three capital letters', () => {
  deepEqual(['EUR', 'eur', 'EURO', 'E1R', ''].map(isCurrency), [true, false, false, false, false]);
});
