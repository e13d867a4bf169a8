import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { CycleId, ItemId } from '../../kernel/ids.ts';
import type { Refusal } from '../decide.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import { cycleOf, lastWorkingDay } from './cycle.ts';

const ben = (command: Asked[1]): Asked => ['p_ben', command];
const add = (id: ItemId): Asked[1] => ({
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
const plan = (id: CycleId, team: 't_web' | null = null, days = 10): Asked[1] => ({
  type: 'cycle/plan',
  id,
  team,
  from: '2026-05-11',
  days,
});
const took = (id: CycleId, item: ItemId): Asked[1] => ({ type: 'cycle/take', id, item });
const start = (id: CycleId): Asked[1] => ({ type: 'cycle/start', id, on: '2026-05-11' });
const close = (id: CycleId, into: CycleId | null = null): Asked[1] => ({ type: 'cycle/close', id, on: '2026-05-22', into });
const STANDS = [{ type: 'team/form', id: 't_web', name: 'Web', calendar: null }, add('w_a'), add('w_b'), plan('y_1')] as const;
const after = (...commands: readonly Asked[1][]) => given(...FOUNDED, ...[...STANDS, ...commands].map(ben));
const finish = (id: ItemId): Asked[1] => ({ type: 'item/finish', id, on: '2026-05-15' });

test('a cycle lasts five or ten working days, Monday to Friday', () => {
  deepEqual(when(after(), ben(plan('y_2', null, 5))), {
    events: [{ type: 'cycle/planned', id: 'y_2', team: null, from: '2026-05-11', to: '2026-05-15', days: 5 }],
  });
  equal(after().cycle.get('y_1')!.to, '2026-05-22');
  equal(lastWorkingDay('2026-05-14', 5), '2026-05-20');
  equal(lastWorkingDay('2026-05-16', 5), '2026-05-22');
});

test('items are taken into a cycle and out of it again, and the order of the Backlog stays', () => {
  const book = after(took('y_1', 'w_b'));
  equal(cycleOf(book, 'w_b')?.id, 'y_1');
  deepEqual(book.backlog.get('backlog')!.items, ['w_a', 'w_b']);
  deepEqual(when(book, ben(took('y_1', 'w_b'))), { events: [] });
  deepEqual(when(book, ben({ type: 'cycle/leave', id: 'y_1', item: 'w_b' })), { events: [{ type: 'cycle/left', id: 'y_1', item: 'w_b' }] });
});

test('a cycle closes with what was done, and what was not goes back or into the next', () => {
  const running = [took('y_1', 'w_a'), took('y_1', 'w_b'), start('y_1'), finish('w_a')] as const;
  const closed = { type: 'cycle/closed', id: 'y_1', on: '2026-05-22', done: ['w_a'], carried: ['w_b'] } as const;
  deepEqual(when(after(...running), ben(close('y_1'))), { events: [{ ...closed, into: null }] });
  deepEqual(when(after(...running, plan('y_2')), ben(close('y_1', 'y_2'))), {
    events: [
      { ...closed, into: 'y_2' },
      { type: 'cycle/taken', id: 'y_2', item: 'w_b' },
    ],
  });
});

test('what was dropped while it ran was neither done nor carried over', () => {
  const book = after(took('y_1', 'w_a'), start('y_1'), { type: 'item/drop', id: 'w_a', why: 'n_no' });
  deepEqual(when(book, ben(close('y_1'))), {
    events: [{ type: 'cycle/closed', id: 'y_1', on: '2026-05-22', done: [], carried: [], into: null }],
  });
});

test('one cycle of a team runs at a time, and another team may run its own', () => {
  const book = after(start('y_1'), plan('y_2'), plan('y_web', 't_web'));
  deepEqual(when(book, ben(start('y_2'))), { refused: { code: 'cycle-open', cycle: 'y_1' } });
  deepEqual(when(book, ben(start('y_web'))), { events: [{ type: 'cycle/started', id: 'y_web', on: '2026-05-11' }] });
});

const REFUSED: readonly (readonly [string, ReturnType<typeof after>, Asked[1], Refusal])[] = [
  [
    'a cycle is five or ten days, not seven',
    after(),
    plan('y_2', null, 7),
    { code: 'not-one-of', field: 'days', found: '7', choices: ['5', '10'] },
  ],
  ['an item is in one open cycle', after(took('y_1', 'w_a'), plan('y_2')), took('y_2', 'w_a'), { code: 'in-another-cycle', cycle: 'y_1' }],
  ['finished work is not planned', after(finish('w_a')), took('y_1', 'w_a'), { code: 'finished-already', on: '2026-05-15' }],
  ['what never ran is not closed', after(), close('y_1'), { code: 'cycle-not-started' }],
  ['a closed cycle stays closed', after(start('y_1'), close('y_1')), took('y_1', 'w_a'), { code: 'cycle-closed', on: '2026-05-22' }],
  ['a cycle is not carried into itself', after(start('y_1')), close('y_1', 'y_1'), { code: 'cycle-closed', on: '2026-05-22' }],
  [
    'work is carried over within a team',
    after(start('y_1'), plan('y_web', 't_web')),
    close('y_1', 'y_web'),
    { code: 'other-team', cycle: 'y_web' },
  ],
  [
    'a dropped cycle takes nothing',
    after({ type: 'cycle/drop', id: 'y_1', why: 'n_no' }),
    took('y_1', 'w_a'),
    { code: 'retired', thing: 'cycle', id: 'y_1' },
  ],
];
for (const [rule, book, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ben(command)), { refused }));
