import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOf } from './difference.ts';
import { wilson } from './wilson.ts';

test('the interval of a difference is Newcombe’s, table II, method 10', () => {
  const { value, low, high } = differenceOf(wilson(56, 70)!, wilson(48, 80)!);
  ok(Math.abs(value - 0.2) < 1e-12);
  ok(Math.abs(low - 0.0524) < 5e-5 && Math.abs(high - 0.3339) < 5e-5, `${low} to ${high}`);
});
