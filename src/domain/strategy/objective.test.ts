import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, when } from '../given.ts';
import type { ObjectiveCommand, ObjectiveEvent } from './objective.ts';

const book = given(
  ...FOUNDED,
  ...AIMS,
  ['p_ben', { type: 'objective/set', id: 'o_old', statement: 'Old', due: '2026-12-31', owner: null }],
  ['p_ben', { type: 'objective/retire', id: 'o_old', why: 'n_old' }],
);

const GRANTED: readonly (readonly [string, ObjectiveCommand, ...ObjectiveEvent[]])[] = [
  [
    'an objective is set in its own words, with a date',
    { type: 'objective/set', id: 'o_new', statement: ' Be known ', due: '2027-03-31', owner: null },
    { type: 'objective/set', id: 'o_new', statement: 'Be known', due: '2027-03-31', owner: null },
  ],
  [
    'an objective is reworded',
    { type: 'objective/reword', id: 'o_grow', statement: 'Grow' },
    { type: 'objective/reworded', id: 'o_grow', statement: 'Grow' },
  ],
  ['the words it has already are no event', { type: 'objective/reword', id: 'o_grow', statement: 'Grow to 12 million ' }],
  [
    'an objective gets another date',
    { type: 'objective/move-due', id: 'o_grow', due: '2028-01-31' },
    { type: 'objective/due-moved', id: 'o_grow', due: '2028-01-31' },
  ],
  ['the date it has already is no event', { type: 'objective/move-due', id: 'o_grow', due: '2027-12-31' }],
  [
    'an objective is handed over',
    { type: 'objective/hand-over', id: 'o_grow', owner: 'p_ben' },
    { type: 'objective/handed-over', id: 'o_grow', owner: 'p_ben' },
  ],
  ['the owner it has already is no event', { type: 'objective/hand-over', id: 'o_grow', owner: 'p_ana' }],
  [
    'an objective is retired for a reason',
    { type: 'objective/retire', id: 'o_grow', why: 'n_sold' },
    { type: 'objective/retired', id: 'o_grow', why: 'n_sold' },
  ],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { events }));

const REFUSED: readonly (readonly [string, ObjectiveCommand, Refusal])[] = [
  [
    'an objective is set once',
    { type: 'objective/set', id: 'o_grow', statement: 'Again', due: '2027-12-31', owner: null },
    { code: 'there-already', thing: 'objective', id: 'o_grow' },
  ],
  [
    'an objective has an id of its kind',
    { type: 'objective/set', id: 'u_grow' as 'o_x', statement: 'Again', due: '2027-12-31', owner: null },
    { code: 'not-an-id', thing: 'objective', id: 'u_grow' },
  ],
  [
    'an objective says something',
    { type: 'objective/set', id: 'o_new', statement: ' ', due: '2027-12-31', owner: null },
    { code: 'empty', field: 'statement' },
  ],
  [
    'an objective is said in three hundred characters',
    { type: 'objective/reword', id: 'o_grow', statement: 'x'.repeat(301) },
    { code: 'too-long', field: 'statement', most: 300 },
  ],
  [
    'an objective has a date that exists',
    { type: 'objective/move-due', id: 'o_grow', due: '2026-02-29' },
    { code: 'not-a-day', field: 'due', found: '2026-02-29' },
  ],
  [
    'an objective that is not there cannot change',
    { type: 'objective/hand-over', id: 'o_none', owner: 'p_ana' },
    { code: 'not-there', thing: 'objective', id: 'o_none' },
  ],
  [
    'a retired objective stays as it is',
    { type: 'objective/retire', id: 'o_old', why: 'n_again' },
    { code: 'retired', thing: 'objective', id: 'o_old' },
  ],
  [
    'a retired objective is not reworded',
    { type: 'objective/reword', id: 'o_old', statement: 'New' },
    { code: 'retired', thing: 'objective', id: 'o_old' },
  ],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { refused }));
