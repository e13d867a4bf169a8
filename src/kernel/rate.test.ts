import { deepEqual, equal, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { money } from './money.ts';
import { convert, isRate } from './rate.ts';

test('money is multiplied by the rate as typed and rounded half away from zero', () => {
  deepEqual(convert(money(100_00, 'USD'), 'EUR', '0.9231'), money(92_31, 'EUR'));
  deepEqual(convert(money(5, 'USD'), 'EUR', '0.9'), money(5, 'EUR'));
  deepEqual(convert(money(-5, 'USD'), 'EUR', '0.9'), money(-5, 'EUR'));
  deepEqual(convert(money(1, 'USD'), 'EUR', '0.5'), money(1, 'EUR'));
  deepEqual(convert(money(1, 'USD'), 'EUR', '0.49'), money(0, 'EUR'));
});

test('currencies without cents and with thousandths keep their size', () => {
  deepEqual(convert(money(10_000, 'JPY'), 'EUR', '0.0061'), money(61_00, 'EUR'));
  deepEqual(convert(money(61_00, 'EUR'), 'JPY', '163.93'), money(10_000, 'JPY'));
  deepEqual(convert(money(1_234, 'KWD'), 'EUR', '3'), money(370, 'EUR'));
});

test('a rate given the other way round divides', () => {
  deepEqual(convert(money(92_31, 'EUR'), 'USD', '0.9231', true), money(100_00, 'USD'));
  deepEqual(convert(money(100_00, 'EUR'), 'USD', '3', true), money(33_33, 'USD'));
});

test('no amount is further than half a minor unit from the exact product, however large', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 9_999_999 }), (minor, millionths) => {
      const rate = `${Math.floor(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`;
      const { minor: found } = convert(money(minor, 'USD'), 'EUR', rate);
      const off = 2n * (BigInt(found) * 1_000_000n - BigInt(minor) * BigInt(millionths));
      equal(off <= 1_000_000n && off >= -1_000_000n, true);
    }),
  );
});

test('a rate is a positive decimal', () => {
  for (const right of ['1', '0.9231', '163.93', '0.000000000001']) equal(isRate(right), true, right);
  for (const wrong of ['', '0', '0.00', '-1', '1,5', '1e3', '.5', '1.', ' 1', '1.1234567890123']) equal(isRate(wrong), false, wrong);
  throws(() => convert(money(1, 'EUR'), 'USD', '0'), RangeError);
});
