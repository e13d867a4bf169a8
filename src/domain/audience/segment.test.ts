import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { FOUNDED, given, when } from '../given.ts';
import { conditionsOf, type Condition, type Group, type SegmentCommand, type SegmentEvent } from './segment.ts';

const water: Condition = { on: 'account', field: 'industry', test: 'equals', values: ['Water'] };
const all = (...parts: Group['parts']): Group => ({ join: 'all', parts });
const define = { type: 'segment/define', id: 's_water', name: 'Water utilities', of: 'account', where: all(water) } as const;
const book = given(
  ...FOUNDED,
  ['p_ben', define],
  ['p_ben', { ...define, id: 's_old', name: 'Old' }],
  ['p_ben', { type: 'segment/retire', id: 's_old', why: 'n_old' }],
);

const GRANTED: readonly (readonly [string, SegmentCommand, ...SegmentEvent[]])[] = [
  [
    'a segment is defined, its texts without spaces around them',
    { ...define, id: 's_new', name: ' Power ', where: all({ ...water, field: ' industry ', values: [' Power '] }) },
    { ...define, type: 'segment/defined', id: 's_new', name: 'Power', where: all({ ...water, values: ['Power'] }) },
  ],
  [
    'the name of a retired segment is free again',
    { ...define, id: 's_new', name: 'OLD' },
    { ...define, type: 'segment/defined', id: 's_new', name: 'OLD' },
  ],
  [
    'a segment is defined anew',
    { type: 'segment/redefine', id: 's_water', of: 'contact', where: all(water) },
    { type: 'segment/redefined', id: 's_water', of: 'contact', where: all(water) },
  ],
  ['the definition it has already is no event', { type: 'segment/redefine', id: 's_water', of: 'account', where: all(water) }],
  [
    'a segment is reworded',
    { type: 'segment/reword', id: 's_water', name: 'Water' },
    { type: 'segment/reworded', id: 's_water', name: 'Water' },
  ],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { events }));

const fresh = { ...define, id: 's_n', name: 'New' } as const;
const REFUSED: readonly (readonly [string, SegmentCommand, Refusal])[] = [
  [
    'two segments never share a name',
    { ...fresh, name: 'WATER utilities' },
    { code: 'segment-name-taken', name: 'WATER utilities', segment: 's_water' },
  ],
  ['a segment has a condition', { ...fresh, where: all() }, { code: 'segment-empty' }],
  ['so has every group in it', { ...fresh, where: all(water, all()) }, { code: 'segment-empty' }],
  ['groups stand two deep at most', { ...fresh, where: all(all(all(all(water)))) }, { code: 'segment-too-deep' }],
  [
    'a segment has at most 40 conditions',
    { ...fresh, where: all(...Array.from({ length: 41 }, () => water)) },
    { code: 'segment-too-large' },
  ],
  [
    'equals wants one value',
    { ...fresh, where: all({ ...water, values: ['a', 'b'] }) },
    { code: 'condition-values', field: 'industry', test: 'equals', wants: 'one value' },
  ],
  [
    'blank wants none',
    { ...fresh, where: all({ ...water, test: 'blank' }) },
    { code: 'condition-values', field: 'industry', test: 'blank', wants: 'no value' },
  ],
  [
    'over wants a number or a day',
    { ...fresh, where: all({ ...water, test: 'over', values: ['many'] }) },
    { code: 'condition-values', field: 'industry', test: 'over', wants: 'a number such as 250, or a day such as 2026-01-31' },
  ],
  ['a condition names a field', { ...fresh, where: all({ ...water, field: ' ' }) }, { code: 'empty', field: 'field' }],
  [
    'a retired segment stays as it was',
    { type: 'segment/reword', id: 's_old', name: 'x' },
    { code: 'retired', thing: 'segment', id: 's_old' },
  ],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { refused }));

test('conditions of a group are found however deep they stand', () => equal(conditionsOf(all(water, all(water, all(water)))).length, 3));
