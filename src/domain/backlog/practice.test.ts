import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import { practiceOf, QUESTIONS, shirtDays, USUAL, type PracticeCommand } from './practice.ts';

const team = (id: 't_web' | 't_mail'): Asked => ['p_ben', { type: 'team/form', id, name: id, calendar: null }];
const ben = (command: PracticeCommand): Asked => ['p_ben', command];
const TEAMS: readonly Asked[] = [...FOUNDED, team('t_web'), team('t_mail')];
const book = given(...TEAMS);
const DAYS = { S: 1, M: 3, L: 8, XL: 20 } as const;

test('where nobody has decided otherwise: ICE by ease, four questions, no limits, nothing forbidden', () => {
  deepEqual(practiceOf(book), USUAL);
  deepEqual(
    QUESTIONS.map((q) => q.id),
    ['sized', 'dependencies', 'success', 'measured'],
  );
});

test('a company chooses its ICE, and choosing the same again is no event', () => {
  const chosen = ben({ type: 'practice/choose-ice', ice: 'effort' });
  deepEqual(when(book, chosen), { events: [{ type: 'practice/ice-chosen', ice: 'effort' }] });
  deepEqual(when(given(...TEAMS, chosen), chosen), { events: [] });
});

test('a company asks questions of its own and may drop them again, but not the four', () => {
  const legal = ben({ type: 'practice/add-question', question: 'legal', text: 'Has legal seen it?' });
  const with5 = given(...TEAMS, legal);
  equal(practiceOf(with5).questions.length, 5);
  equal(practiceOf(given(...TEAMS, legal, ben({ type: 'practice/drop-question', question: 'legal' }))).questions.length, 4);
  deepEqual(when(with5, legal), { refused: { code: 'there-already', thing: 'question', id: 'legal' } });
});

test('a limit is set, moved and taken off again, for the company and for each team apart', () => {
  const limit = (of: 't_web' | null, most: number | null): Asked => ben({ type: 'practice/limit', team: of, column: 'started', most });
  deepEqual(practiceOf(given(...TEAMS, limit(null, 4), limit('t_web', 2), limit(null, 5))).limits, [
    { team: 't_web', column: 'started', most: 2 },
    { team: null, column: 'started', most: 5 },
  ]);
  deepEqual(practiceOf(given(...TEAMS, limit(null, 4), limit(null, null))).limits, []);
});

test('t-shirt sizes mean what the team recorded, else what the company did, else nothing known', () => {
  const own = { ...DAYS, XL: 40 };
  const practice = practiceOf(
    given(
      ...TEAMS,
      ben({ type: 'practice/calibrate', team: null, days: DAYS }),
      ben({ type: 'practice/calibrate', team: 't_web', days: own }),
    ),
  );
  deepEqual([shirtDays(practice, 't_web'), shirtDays(practice, 't_mail'), shirtDays(USUAL, null)], [own, DAYS, null]);
});

const REFUSED: readonly (readonly [string, PracticeCommand, Refusal])[] = [
  ['the four questions stay', { type: 'practice/drop-question', question: 'sized' }, { code: 'not-there', thing: 'question', id: 'sized' }],
  [
    'a question is named in small letters',
    { type: 'practice/add-question', question: 'Legal?', text: 'x' },
    { code: 'not-a-question-id', found: 'Legal?' },
  ],
  ['a question asks something', { type: 'practice/add-question', question: 'x', text: ' ' }, { code: 'empty', field: 'text' }],
  ['larger sizes do not mean less', { type: 'practice/calibrate', team: null, days: { ...DAYS, M: 9 } }, { code: 'sizes-not-ascending' }],
  [
    'a limit is a whole number of items, one or more',
    { type: 'practice/limit', team: null, column: 'started', most: 0 },
    { code: 'not-a-number', field: 'most' },
  ],
  [
    'half an item is no limit',
    { type: 'practice/limit', team: null, column: 'started', most: 1.5 },
    { code: 'not-a-number', field: 'most' },
  ],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ben(command)), { refused }));
