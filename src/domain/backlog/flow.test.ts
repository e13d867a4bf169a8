import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemId } from '../../kernel/ids.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import { columnOf } from './flow.ts';

const ben = (command: Asked[1]): Asked => ['p_ben', command];
const add = (id: ItemId): Asked =>
  ben({
    type: 'item/add',
    id,
    title: id,
    priority: null,
    owner: null,
    sizeDays: null,
    request: null,
    foundational: null,
    on: '2026-02-12',
  });
const STANDS: readonly Asked[] = [
  ...FOUNDED,
  ben({ type: 'team/form', id: 't_web', name: 'Web', calendar: null }),
  add('w_a'),
  add('w_b'),
  add('w_c'),
];
const after = (...commands: readonly Asked[1][]) => given(...STANDS, ...commands.map(ben));
const start = (id: ItemId, more: object = {}): Asked[1] => ({ type: 'item/start', id, on: '2026-03-02', ...more });
const wait = (id: ItemId, on = '2026-03-04', more: object = {}): Asked[1] => ({ type: 'item/wait', id, on, why: 'n_legal', ...more });
const limit = (most: number | null, team: 't_web' | null = null, column: 'started' | 'waiting' = 'started'): Asked[1] => ({
  type: 'practice/limit',
  team,
  column,
  most,
});

test('work waits for a reason, goes on, and stands in one column at a time', () => {
  const column = (...commands: readonly Asked[1][]) => columnOf(after(...commands).item.get('w_a')!);
  const resume: Asked[1] = { type: 'item/resume', id: 'w_a', on: '2026-03-05' };
  deepEqual([column(), column(start('w_a')), column(start('w_a'), wait('w_a'))], [null, 'started', 'waiting']);
  equal(column(start('w_a'), wait('w_a'), resume), 'started');
  equal(column(start('w_a'), wait('w_a'), { type: 'item/finish', id: 'w_a', on: '2026-03-06' }), null);
  equal(after(start('w_a'), wait('w_a'), { type: 'item/finish', id: 'w_a', on: '2026-03-06' }).item.get('w_a')!.waiting, null);
});

test('only started work waits, only waiting work goes on, and neither before it began', () => {
  deepEqual(when(after(), ben(wait('w_a'))), { refused: { code: 'not-started' } });
  deepEqual(when(after(start('w_a')), ben({ type: 'item/resume', id: 'w_a', on: '2026-03-05' })), { refused: { code: 'not-waiting' } });
  deepEqual(when(after(start('w_a')), ben(wait('w_a', '2026-03-01'))), {
    refused: { code: 'ends-before-it-starts', from: '2026-03-02', to: '2026-03-01' },
  });
});

test('a start told by mistake is put back, and finished work is not', () => {
  const back = ben({ type: 'item/put-back', id: 'w_a' });
  deepEqual(when(after(start('w_a')), back), { events: [{ type: 'item/returned', id: 'w_a' }] });
  deepEqual(when(after(), back), { events: [] });
  equal(columnOf(given(...STANDS, ben(start('w_a')), ben(wait('w_a')), back).item.get('w_a')!), null);
  deepEqual(when(after({ type: 'item/finish', id: 'w_a', on: '2026-03-06' }), back), {
    refused: { code: 'finished-already', on: '2026-03-06' },
  });
});

test('a full column takes no more, unless somebody says why', () => {
  const full = after(limit(1), start('w_a'));
  deepEqual(when(full, ben(start('w_b'))), { refused: { code: 'column-full', column: 'started', most: 1, team: null } });
  deepEqual(when(full, ben(start('w_b', { over: 'n_fair' }))), {
    events: [
      { type: 'item/limit-passed', id: 'w_b', column: 'started', most: 1, why: 'n_fair' },
      { type: 'item/started', id: 'w_b', on: '2026-03-02' },
    ],
  });
  deepEqual(when(full, ben({ type: 'item/start', id: 'w_a', on: '2026-03-03' })), {
    events: [{ type: 'item/started', id: 'w_a', on: '2026-03-03' }],
  });
});

test('there is room again when an item is finished, waits, is put back or dropped', () => {
  const ways: readonly Asked[1][] = [
    { type: 'item/finish', id: 'w_a', on: '2026-03-06' },
    wait('w_a'),
    { type: 'item/put-back', id: 'w_a' },
    { type: 'item/drop', id: 'w_a', why: 'n_no' },
  ];
  for (const way of ways) equal('events' in when(after(limit(1), start('w_a'), way), ben(start('w_b'))), true, way.type);
});

test('a reason that nothing needs is not kept', () => {
  deepEqual(when(after(limit(2)), ben(start('w_a', { over: 'n_x' }))), {
    events: [{ type: 'item/started', id: 'w_a', on: '2026-03-02' }],
  });
});

test('a limit holds on every way into its column: waiting, going on, opening again', () => {
  const waiting = after(limit(1, null, 'waiting'), start('w_a'), start('w_b'), wait('w_a'));
  deepEqual(when(waiting, ben(wait('w_b'))), { refused: { code: 'column-full', column: 'waiting', most: 1, team: null } });
  const on = after(start('w_a'), wait('w_a'), limit(1), start('w_b'));
  deepEqual(when(on, ben({ type: 'item/resume', id: 'w_a', on: '2026-03-05' })), {
    refused: { code: 'column-full', column: 'started', most: 1, team: null },
  });
  const again = after(start('w_a'), { type: 'item/finish', id: 'w_a', on: '2026-03-06' }, limit(1), start('w_b'));
  deepEqual(when(again, ben({ type: 'item/reopen', id: 'w_a' })), {
    refused: { code: 'column-full', column: 'started', most: 1, team: null },
  });
});

test('the limit of a team counts its own work only', () => {
  const give = (id: ItemId): Asked[1] => ({ type: 'item/give-to-team', id, team: 't_web' });
  const book = after(limit(1, 't_web'), give('w_a'), start('w_a'), give('w_b'));
  deepEqual(when(book, ben(start('w_b'))), { refused: { code: 'column-full', column: 'started', most: 1, team: 't_web' } });
  equal('events' in when(book, ben(start('w_c'))), true);
});
