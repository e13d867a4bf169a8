import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '../../domain/book.ts';
import { condensed } from './condensed.ts';

const entry = (seq: number, event: Event, at = '2026-05-12T09:00:00.000Z') => ({ event, stamp: { seq, by: 'p_ines' as const, at } });
const placed = (seq: number, item: `w_${string}`, at?: string) => entry(seq, { type: 'backlog/placed', item, before: null }, at);
const added = (seq: number, id: `w_${string}`) =>
  entry(seq, {
    type: 'item/added',
    id,
    ref: 'W-1',
    title: 'One',
    priority: null,
    owner: null,
    sizeDays: null,
    request: null,
    foundational: null,
    on: '2026-05-12',
  });

test('an order put in one go is one line', () =>
  assert.deepEqual(
    condensed([placed(3, 'w_3'), placed(2, 'w_2'), placed(1, 'w_1')]).map((l) => l.n),
    [3],
  ));
test('two moments are two lines', () =>
  assert.equal(condensed([placed(2, 'w_2'), placed(1, 'w_1', '2026-05-11T09:00:00.000Z')]).length, 2));
test('a new item at the end is told once', () =>
  assert.deepEqual(
    condensed([placed(2, 'w_1'), added(1, 'w_1')]).map((l) => l.entry.event.type),
    ['item/added'],
  ));
