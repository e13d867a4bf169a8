import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { isId } from './ids.ts';

test('an id has its prefix, an underscore, then up to sixty letters, digits and dashes', () => {
  deepEqual(
    ['w_a', 'w_A-9', `w_${'x'.repeat(60)}`].map((id) => isId('w', id)),
    [true, true, true],
  );
  deepEqual(
    ['w_', 'w', 'w_a b', 'w_a_b', 'c_a', `w_${'x'.repeat(61)}`, 'w_a\n', 'w_é', '__proto__'].map((id) => isId('w', id)),
    [false, false, false, false, false, false, false, false, false],
  );
});
