import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf } from './entries.ts';

const drawn = (places: readonly number[], sure: number, even: number): string =>
  entriesOf(places, { sure, even })
    .map((entry) => (entry.kind === 'row' ? String(places[entry.index]) : entry.line))
    .join(' ');

test('each line stands below the last row that is likely enough', () => {
  deepEqual(drawn([1, 2, 3, 4], 2, 3), '1 2 sure 3 even 4');
});

test('where nothing fits both lines stand on top, where all fits at the end', () => {
  deepEqual(drawn([1, 2], 0, 0), 'sure even 1 2');
  deepEqual(drawn([1, 2], 2, 2), '1 2 sure even');
});

test('a narrowed list keeps the lines where the places put them', () => {
  deepEqual(drawn([3, 9], 5, 8), '3 sure even 9');
});

test('without a forecast there is no line', () => {
  deepEqual(entriesOf([1], null), [{ kind: 'row', index: 0 }]);
});
