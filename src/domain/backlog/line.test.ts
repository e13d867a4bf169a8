import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemId } from '../../kernel/ids.ts';
import { recordedCapacity } from '../capacity/recorded.ts';
import { AIMS, FOUNDED, given, when, type Asked } from '../given.ts';

const ben = (command: Asked[1]): Asked => ['p_ben', command];
const add = (id: ItemId, more: object = {}): Asked =>
  ben({
    type: 'item/add',
    id,
    title: id,
    priority: null,
    owner: null,
    sizeDays: 40,
    request: null,
    foundational: null,
    on: '2026-02-02',
    ...more,
  });
/** Ben gives 40 hours a week: some 64 days in the first quarter of 2026. Two items of 40 days stand before the orphan. */
const HOURS = ben({ type: 'capacity/set-hours', person: 'p_ben', from: '2026-01-01', hours: 40 });
const LIST = [add('w_a', { foundational: 'n_a' }), add('w_b', { foundational: 'n_b' }), add('w_orphan')];
const book = given(...FOUNDED, ...AIMS, HOURS, ...LIST);
const place = (item: ItemId, before: ItemId | null): Asked => ben({ type: 'backlog/place', item, before });
const days = recordedCapacity(book, '2026-Q1').days!;
const refused = { refused: { code: 'unjustified-above-line', item: 'w_orphan', days } } as const;
const granted = (answer: ReturnType<typeof when>): boolean => 'events' in answer;

test('work that serves no outcome and that nobody justified is not ordered above the recorded capacity', () => {
  deepEqual(when(book, place('w_orphan', 'w_b')), refused);
  deepEqual(when(book, place('w_orphan', 'w_a')), refused);
  deepEqual(when(book, ben({ type: 'backlog/adopt', items: ['w_orphan', 'w_b'] })), refused);
});

test('below the line it goes where people want it, and down it always goes', () => {
  const four = given(...FOUNDED, ...AIMS, HOURS, ...LIST, add('w_c'), add('w_d', { foundational: 'n_d' }));
  equal(granted(when(four, place('w_d', 'w_orphan'))), true);
  equal(granted(when(four, place('w_c', 'w_orphan'))), true);
  equal(granted(when(four, place('w_orphan', 'w_d'))), true);
  equal(granted(when(book, place('w_orphan', null))), true);
});

test('a written justification, an outcome it serves, or no recorded capacity lets it pass', () => {
  const justified = given(...FOUNDED, ...AIMS, HOURS, ...LIST, ben({ type: 'item/justify', id: 'w_orphan', foundational: 'n_why' }));
  equal(granted(when(justified, place('w_orphan', 'w_a'))), true);
  equal(granted(when(given(...FOUNDED, ...AIMS, ...LIST), place('w_orphan', 'w_a'))), true);
  const priority = {
    type: 'priority/plan',
    id: 'r_one',
    period: '2026-Q1',
    owner: null,
    title: 'One',
    moscow: 'must',
    outcomes: ['u_rev'],
    effortDays: 1,
    budgetMinor: null,
    from: '2026-01-05',
    to: '2026-02-05',
  } as const;
  const served = given(...FOUNDED, ...AIMS, HOURS, ...LIST, ben(priority), ben({ type: 'item/link', id: 'w_orphan', priority: 'r_one' }));
  equal(granted(when(served, place('w_orphan', 'w_a'))), true);
});

test('what was finished this quarter has used its share of the capacity', () => {
  const finished = given(
    ...FOUNDED,
    ...AIMS,
    HOURS,
    ...LIST,
    add('w_c', { foundational: 'n_c' }),
    ben({ type: 'item/finish', id: 'w_c', on: '2026-02-02' }),
  );
  equal(granted(when(finished, place('w_orphan', 'w_b'))), true);
  deepEqual(when(finished, place('w_orphan', 'w_a')), refused);
});
