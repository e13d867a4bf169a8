import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, when } from '../given.ts';
import type { Evidence } from './evidence.ts';
import type { LoggedCommand } from './logged.ts';

const won: Evidence = {
  what: 'Won revenue',
  shown: '€305 k',
  value: 30_500_000,
  low: null,
  high: null,
  unit: 'money',
  currency: 'EUR',
  askedBy: { name: 'measures', parameters: [{ name: 'since', value: '2026-04-01' }], row: 'won revenue', figure: 'value' },
  coverage: { have: 18, of: 20 },
  asOf: '2026-05-02',
  loads: [1, 2],
};
const fair: LoggedCommand = {
  type: 'logged/decide',
  id: 'l_fair',
  supersedes: null,
  matter: 'Do we go to the fair?',
  decided: 'No: the letters bring more for less',
  deciders: ['p_ana', 'p_ben'],
  on: '2026-05-03',
  alternatives: [{ text: 'A smaller stand', against: 'The stand is the smaller part' }],
  evidence: [won],
  about: ['u_rev'],
};
const { type: _, ...content } = fair;
const start = [...FOUNDED, ...AIMS] as const;
const book = given(...start, ['p_ben', fair]);

test('a decision is logged with its evidence, field by field', () =>
  deepEqual(when(given(...start), ['p_caro', { ...fair, evidence: [{ ...won, more: 1 } as Evidence] }]), {
    events: [{ type: 'logged/decided', ref: 'D-1', ...content }],
  }));
test('one that supersedes another says so at both', () => {
  const after = given(...start, ['p_ben', fair], ['p_ana', { ...fair, id: 'l_yes', supersedes: 'l_fair', decided: 'Yes', evidence: [] }]);
  deepEqual([after.logged.get('l_fair')!.supersededBy, after.logged.get('l_yes')!.supersedes], ['l_yes', 'l_fair']);
  equal(after.logged.get('l_yes')!.ref, 'D-2');
  deepEqual(after.logged.get('l_fair')!.evidence, [won]);
});
test('an alternative may stand without a reason against it', () =>
  equal('events' in when(given(...start), ['p_ben', { ...fair, alternatives: [{ text: 'Wait', against: '' }] }]), true));

const superseded = given(...start, ['p_ben', fair], ['p_ben', { ...fair, id: 'l_b', supersedes: 'l_fair' }]);
const REFUSED: readonly (readonly [string, typeof book, Partial<LoggedCommand>, Refusal])[] = [
  ['it answers a question', book, { matter: '' }, { code: 'empty', field: 'matter' }],
  ['it says what was decided', book, { decided: ' ' }, { code: 'empty', field: 'decided' }],
  ['it was decided on a day', book, { on: '2026-02-30' }, { code: 'not-a-day', field: 'on', found: '2026-02-30' }],
  ['somebody decided it', book, { deciders: [] }, { code: 'deciders-needed' }],
  ['each is named once', book, { deciders: ['p_ana', 'p_ana'] }, { code: 'said-twice' }],
  ['it is about things that exist', book, { about: ['c_none'] }, { code: 'nothing-has-id', id: 'c_none' }],
  [
    'it rests on a dozen numbers at most',
    book,
    { evidence: Array.from({ length: 13 }, () => won) },
    { code: 'too-much-evidence', most: 12 },
  ],
  ['a number says what it is', book, { evidence: [{ ...won, what: '' }] }, { code: 'empty', field: 'evidence' }],
  ['a number is a number', book, { evidence: [{ ...won, value: Number.NaN }] }, { code: 'not-a-number', field: 'evidence' }],
  ['a number has its date', book, { evidence: [{ ...won, asOf: 'now' }] }, { code: 'not-a-day', field: 'asOf', found: 'now' }],
  ['what it supersedes is there', book, { supersedes: 'l_none' }, { code: 'not-there', thing: 'logged', id: 'l_none' }],
  ['a decision is superseded once', superseded, { supersedes: 'l_fair' }, { code: 'superseded-already', id: 'l_fair', with: 'l_b' }],
];
for (const [rule, before, change, refused] of REFUSED)
  test(rule, () => deepEqual(when(before, ['p_ben', { ...fair, id: 'l_new', ...change }]), { refused }));
test('an id is used once', () =>
  deepEqual(when(book, ['p_ben', fair]), { refused: { code: 'there-already', thing: 'logged', id: 'l_fair' } }));
