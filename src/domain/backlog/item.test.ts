import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '../book.ts';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, when, type Asked } from '../given.ts';
import type { ItemCommand } from './decide-item.ts';

const priority = {
  owner: null,
  moscow: 'must',
  outcomes: ['u_rev'],
  effortDays: 9,
  budgetMinor: null,
  from: '2026-04-01',
  to: '2026-05-29',
} as const;
const add = {
  type: 'item/add',
  id: 'w_mail',
  title: 'Letter to former buyers',
  priority: 'r_second',
  owner: null,
  sizeDays: null,
  request: { by: 'p_caro', on: '2026-02-11', words: 'n_letter' },
  foundational: null,
  on: '2026-02-12',
} as const satisfies ItemCommand;
const plan = (id: 'r_second' | 'r_old'): Asked => ['p_ben', { type: 'priority/plan', id, period: '2026-Q2', title: id, ...priority }];
const ben = (command: ItemCommand): Asked => ['p_ben', command];
const STANDS: readonly Asked[] = [
  ...FOUNDED,
  ...AIMS,
  plan('r_second'),
  plan('r_old'),
  ['p_ben', { type: 'priority/drop', id: 'r_old', why: 'n_old' }],
  ben(add),
];
const started: Asked = ben({ type: 'item/start', id: 'w_mail', on: '2026-04-07' });
const finished: Asked = ben({ type: 'item/finish', id: 'w_mail', on: '2026-04-15' });
const dropped: Asked = ben({ type: 'item/drop', id: 'w_mail', why: 'n_no' });
const book = given(...STANDS);

test('a work item gets the next reference and the last place in the Backlog', () => {
  const { type: _, ...fields } = add;
  deepEqual(when(book, ben({ ...add, id: 'w_second', title: ' Second ', request: null })), {
    events: [
      { type: 'item/added', ...fields, id: 'w_second', title: 'Second', request: null, ref: 'W-2' },
      { type: 'backlog/placed', item: 'w_second', before: null },
    ],
  });
});

test('a reference is never given twice, also when an item was dropped', () => {
  equal(given(...STANDS, dropped, ben({ ...add, id: 'w_next' })).item.get('w_next')?.ref, 'W-2');
});

const GRANTED: readonly (readonly [string, ItemCommand, ...Event[]])[] = [
  [
    'a work item is retitled',
    { type: 'item/retitle', id: 'w_mail', title: 'Letter' },
    { type: 'item/retitled', id: 'w_mail', title: 'Letter' },
  ],
  ['the title it has already is no event', { type: 'item/retitle', id: 'w_mail', title: add.title }],
  ['a work item is sized', { type: 'item/size', id: 'w_mail', sizeDays: 4.5 }, { type: 'item/sized', id: 'w_mail', sizeDays: 4.5 }],
  [
    'a work item is assigned',
    { type: 'item/assign', id: 'w_mail', owner: 'p_ben' },
    { type: 'item/assigned', id: 'w_mail', owner: 'p_ben' },
  ],
  [
    'a work item is cut loose from its priority',
    { type: 'item/link', id: 'w_mail', priority: null },
    { type: 'item/linked', id: 'w_mail', priority: null },
  ],
  ['the priority it serves already is no event', { type: 'item/link', id: 'w_mail', priority: 'r_second' }],
  [
    'a work item is justified as foundational',
    { type: 'item/justify', id: 'w_mail', foundational: 'n_base' },
    { type: 'item/justified', id: 'w_mail', foundational: 'n_base' },
  ],
  [
    'who asked for it is recorded later',
    { type: 'item/record-request', id: 'w_mail', request: { by: 'p_dirk', on: '2026-01-30', words: 'n_w' } },
    { type: 'item/request-recorded', id: 'w_mail', request: { by: 'p_dirk', on: '2026-01-30', words: 'n_w' } },
  ],
  [
    'work starts on a day',
    { type: 'item/start', id: 'w_mail', on: '2026-04-07' },
    { type: 'item/started', id: 'w_mail', on: '2026-04-07' },
  ],
  [
    'work finishes on a day, also where its start was not told',
    { type: 'item/finish', id: 'w_mail', on: '2026-04-07' },
    { type: 'item/finished', id: 'w_mail', on: '2026-04-07' },
  ],
  [
    'a work item is dropped for a reason',
    { type: 'item/drop', id: 'w_mail', why: 'n_no' },
    { type: 'item/dropped', id: 'w_mail', why: 'n_no' },
  ],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ben(command)), { events }));

test('work that is finished may be reopened and finished again', () => {
  const done = given(...STANDS, started, finished);
  deepEqual(when(done, finished), { events: [] });
  deepEqual(when(done, ben({ type: 'item/reopen', id: 'w_mail' })), { events: [{ type: 'item/reopened', id: 'w_mail' }] });
  const again = given(...STANDS, started, finished, ben({ type: 'item/reopen', id: 'w_mail' })).item.get('w_mail')!;
  deepEqual([again.startedOn, again.finishedOn], ['2026-04-07', null]);
});

test('a start told wrongly is told again', () => {
  deepEqual(when(given(...STANDS, started), started), { events: [] });
  equal(given(...STANDS, started, ben({ type: 'item/start', id: 'w_mail', on: '2026-04-08' })).item.get('w_mail')?.startedOn, '2026-04-08');
});

test('a dropped work item is brought back to the place it had', () => {
  const back = ben({ type: 'item/restore', id: 'w_mail' });
  deepEqual(when(given(...STANDS, dropped), back), { events: [{ type: 'item/restored', id: 'w_mail' }] });
  equal(given(...STANDS, dropped, back).item.get('w_mail')?.retired, null);
});

test('what comes back is cut loose from a priority that was dropped since', () => {
  const gone: Asked = ['p_ben', { type: 'priority/drop', id: 'r_second', why: 'n_old' }];
  deepEqual(when(given(...STANDS, dropped, gone), ben({ type: 'item/restore', id: 'w_mail' })), {
    events: [
      { type: 'item/restored', id: 'w_mail' },
      { type: 'item/linked', id: 'w_mail', priority: null },
    ],
  });
});

const REFUSED: readonly (readonly [string, ReturnType<typeof given>, ItemCommand, Refusal])[] = [
  ['a work item is added once', book, add, { code: 'there-already', thing: 'item', id: 'w_mail' }],
  ['a work item has a title', book, { ...add, id: 'w_new', title: '' }, { code: 'empty', field: 'title' }],
  ['a work item is added on a day that exists', book, { ...add, id: 'w_new', on: '' }, { code: 'not-a-day', field: 'on', found: '' }],
  [
    'a request came on a day that exists',
    book,
    { ...add, id: 'w_new', request: { ...add.request, on: 'May' } },
    { code: 'not-a-day', field: 'request.on', found: 'May' },
  ],
  [
    'a recorded request came on a day that exists',
    book,
    { type: 'item/record-request', id: 'w_mail', request: { ...add.request, on: 'May' } },
    { code: 'not-a-day', field: 'request.on', found: 'May' },
  ],
  ['a size is not below nothing', book, { ...add, id: 'w_new', sizeDays: -1 }, { code: 'not-a-number', field: 'sizeDays' }],
  ['a size is a number', book, { type: 'item/size', id: 'w_mail', sizeDays: Number.NaN }, { code: 'not-a-number', field: 'sizeDays' }],
  [
    'a work item serves a priority that stands',
    book,
    { ...add, id: 'w_new', priority: 'r_none' },
    { code: 'not-there', thing: 'priority', id: 'r_none' },
  ],
  [
    'a work item is not linked to a dropped priority',
    book,
    { type: 'item/link', id: 'w_mail', priority: 'r_old' },
    { code: 'retired', thing: 'priority', id: 'r_old' },
  ],
  [
    'a work item that is not there is not assigned',
    book,
    { type: 'item/assign', id: 'w_none', owner: 'p_ben' },
    { code: 'not-there', thing: 'item', id: 'w_none' },
  ],
  [
    'a dropped work item stays as it is',
    given(...STANDS, dropped),
    { type: 'item/justify', id: 'w_mail', foundational: 'n_x' },
    { code: 'retired', thing: 'item', id: 'w_mail' },
  ],
  [
    'finished work does not start',
    given(...STANDS, finished),
    { type: 'item/start', id: 'w_mail', on: '2026-04-01' },
    { code: 'finished-already', on: '2026-04-15' },
  ],
  [
    'finished work does not finish on another day',
    given(...STANDS, finished),
    { type: 'item/finish', id: 'w_mail', on: '2026-04-16' },
    { code: 'finished-already', on: '2026-04-15' },
  ],
  [
    'work does not finish before it started',
    given(...STANDS, started),
    { type: 'item/finish', id: 'w_mail', on: '2026-04-06' },
    { code: 'ends-before-it-starts', from: '2026-04-07', to: '2026-04-06' },
  ],
  ['what was not dropped is not brought back', book, { type: 'item/restore', id: 'w_mail' }, { code: 'not-dropped' }],
  ['what is not finished is not reopened', book, { type: 'item/reopen', id: 'w_mail' }, { code: 'not-finished' }],
];
for (const [rule, on, command, refused] of REFUSED) test(rule, () => deepEqual(when(on, ben(command)), { refused }));
