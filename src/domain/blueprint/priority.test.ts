import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, when } from '../given.ts';
import type { PriorityCommand, PriorityEvent } from './priority.ts';

const plan = {
  type: 'priority/plan',
  id: 'r_second',
  period: '2026-Q2',
  owner: null,
  title: 'Second-pump offer',
  moscow: 'must',
  outcomes: ['u_rev'],
  effortDays: 24,
  budgetMinor: 1_850_000,
  from: '2026-04-01',
  to: '2026-05-29',
} as const satisfies PriorityCommand;
const fresh = { ...plan, id: 'r_new' } as const satisfies PriorityCommand;
const book = given(
  ...FOUNDED,
  ...AIMS,
  ['p_ben', plan],
  ['p_ben', { ...plan, id: 'r_old' }],
  ['p_ben', { type: 'priority/drop', id: 'r_old', why: 'n_old' }],
);
const { type: _, ...planned } = fresh;
const GRANTED: readonly (readonly [string, PriorityCommand, ...PriorityEvent[]])[] = [
  ['a priority is planned for a quarter', { ...fresh, title: ' Second-pump offer ' }, { type: 'priority/planned', ...planned }],
  [
    'a priority may have no outcome yet and no money',
    { ...fresh, outcomes: [], budgetMinor: null, effortDays: 0 },
    { type: 'priority/planned', ...planned, outcomes: [], budgetMinor: null, effortDays: 0 },
  ],
  [
    'a priority is reworded',
    { type: 'priority/reword', id: 'r_second', title: 'Offer' },
    { type: 'priority/reworded', id: 'r_second', title: 'Offer' },
  ],
  ['the title it has already is no event', { type: 'priority/reword', id: 'r_second', title: 'Second-pump offer' }],
  [
    'a priority changes its MoSCoW class',
    { type: 'priority/class', id: 'r_second', moscow: 'wont' },
    { type: 'priority/classed', id: 'r_second', moscow: 'wont' },
  ],
  ['the class it has already is no event', { type: 'priority/class', id: 'r_second', moscow: 'must' }],
  [
    'a priority serves other outcomes',
    { type: 'priority/serve', id: 'r_second', outcomes: ['u_stay', 'u_rev'] },
    { type: 'priority/serves', id: 'r_second', outcomes: ['u_stay', 'u_rev'] },
  ],
  [
    'a priority gets another size',
    { type: 'priority/resize', id: 'r_second', effortDays: 20.5, budgetMinor: 1 },
    { type: 'priority/resized', id: 'r_second', effortDays: 20.5, budgetMinor: 1 },
  ],
  [
    'a priority gets other dates',
    { type: 'priority/reschedule', id: 'r_second', from: '2026-04-06', to: '2026-04-06' },
    { type: 'priority/rescheduled', id: 'r_second', from: '2026-04-06', to: '2026-04-06' },
  ],
  [
    'a priority is handed over',
    { type: 'priority/hand-over', id: 'r_second', owner: 'p_ben' },
    { type: 'priority/handed-over', id: 'r_second', owner: 'p_ben' },
  ],
  [
    'a priority is dropped for a reason',
    { type: 'priority/drop', id: 'r_second', why: 'n_no' },
    { type: 'priority/dropped', id: 'r_second', why: 'n_no' },
  ],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { events }));

const REFUSED: readonly (readonly [string, PriorityCommand, Refusal])[] = [
  ['a priority is planned once', plan, { code: 'there-already', thing: 'priority', id: 'r_second' }],
  ['a priority is for a quarter', { ...fresh, period: 'Q2' }, { code: 'not-a-quarter', found: 'Q2' }],
  ['a priority has a title', { ...fresh, title: '' }, { code: 'empty', field: 'title' }],
  [
    'a priority has one of four classes',
    { ...fresh, moscow: 'maybe' as 'could' },
    { code: 'not-one-of', field: 'moscow', found: 'maybe', choices: ['must', 'should', 'could', 'wont'] },
  ],
  ['effort is not below nothing', { ...fresh, effortDays: -1 }, { code: 'not-a-number', field: 'effortDays' }],
  [
    'effort is a number',
    { type: 'priority/resize', id: 'r_second', effortDays: Infinity, budgetMinor: null },
    { code: 'not-a-number', field: 'effortDays' },
  ],
  ['a budget is whole minor units', { ...fresh, budgetMinor: 0.5 }, { code: 'not-a-number', field: 'budgetMinor' }],
  [
    'a budget is not below nothing',
    { type: 'priority/resize', id: 'r_second', effortDays: 1, budgetMinor: -1 },
    { code: 'not-a-number', field: 'budgetMinor' },
  ],
  [
    'a priority ends after it starts',
    { ...fresh, to: '2026-03-31' },
    { code: 'ends-before-it-starts', from: '2026-04-01', to: '2026-03-31' },
  ],
  [
    'a priority has days that exist',
    { type: 'priority/reschedule', id: 'r_second', from: '2026-04-31', to: '2026-05-01' },
    { code: 'not-a-day', field: 'from', found: '2026-04-31' },
  ],
  ['a priority serves outcomes that stand', { ...fresh, outcomes: ['u_none'] }, { code: 'not-there', thing: 'outcome', id: 'u_none' }],
  ['a priority serves an outcome once', { type: 'priority/serve', id: 'r_second', outcomes: ['u_rev', 'u_rev'] }, { code: 'said-twice' }],
  [
    'a dropped priority stays as it is',
    { type: 'priority/class', id: 'r_old', moscow: 'could' },
    { code: 'retired', thing: 'priority', id: 'r_old' },
  ],
  [
    'a priority that is not there cannot change',
    { type: 'priority/hand-over', id: 'r_none', owner: 'p_ben' },
    { code: 'not-there', thing: 'priority', id: 'r_none' },
  ],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { refused }));
