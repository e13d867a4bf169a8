import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemId } from '../../../kernel/ids.ts';
import { beforeOf, reordered } from './use-order.ts';

const ids: readonly ItemId[] = ['w_a', 'w_b', 'w_c', 'w_d'];

test('the held item stands where it would land, the others close up', () => {
  deepEqual(reordered(ids, { item: 'w_a', from: 0, to: 2 }), ['w_b', 'w_c', 'w_a', 'w_d']);
  deepEqual(reordered(ids, { item: 'w_d', from: 3, to: 0 }), ['w_d', 'w_a', 'w_b', 'w_c']);
});

test('the neighbour below is the one it is placed before, null at the end', () => {
  equal(beforeOf(ids, { item: 'w_a', from: 0, to: 2 }), 'w_d');
  equal(beforeOf(ids, { item: 'w_a', from: 0, to: 3 }), null);
  equal(beforeOf(ids, { item: 'w_d', from: 3, to: 1 }), 'w_b');
});
