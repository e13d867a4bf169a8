import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { weeklyCounts } from './weeks.ts';

test('weeks end with yesterday, and an empty one counts as 0', () => {
  deepEqual(weeklyCounts([99, 93, 92, 92, 79, 100, 104], 100, 4), [0, 1, 2, 2]);
});

test('nothing finished is weeks of 0, and no week looked at is no count', () => {
  deepEqual(weeklyCounts([], 100, 3), [0, 0, 0]);
  deepEqual(weeklyCounts([99], 100, 0), []);
});
