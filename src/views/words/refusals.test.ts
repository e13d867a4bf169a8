import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from '../../domain/book.ts';
import type { Refusal } from '../../domain/decide.ts';
import type { RefusalOf } from './refusal-table.ts';
import { refusalWords } from './refusals.ts';

const at = { by: 'p_ann', at: '2026-05-21T08:00:00.000Z' } as const;
const book = fold([
  {
    event: {
      type: 'company/founded',
      name: 'Lademar',
      currency: 'EUR',
      zone: 'UTC',
      fiscal: { startMonth: 1, pattern: 'calendar' },
      demo: false,
    },
    stamp: { ...at, seq: 1 },
  },
  { event: { type: 'objective/set', id: 'o_a', statement: 'Grow in the north', due: '2026-12-31', owner: null }, stamp: { ...at, seq: 2 } },
]);

/** One of each; a new code does not compile until it has a line here. */
const EACH: { readonly [C in Refusal['code']]: RefusalOf<C> } = {
  'not-there': { code: 'not-there', thing: 'outcome', id: 'u_x' },
  'there-already': { code: 'there-already', thing: 'objective', id: 'o_a' },
  'not-an-id': { code: 'not-an-id', thing: 'item', id: 'x' },
  retired: { code: 'retired', thing: 'objective', id: 'o_a' },
  empty: { code: 'empty', field: 'statement' },
  'too-long': { code: 'too-long', field: 'statement', most: 300 },
  'not-a-day': { code: 'not-a-day', field: 'due', found: '2026-02-30' },
  'ends-before-it-starts': { code: 'ends-before-it-starts', from: '2026-06-01', to: '2026-05-01' },
  'not-a-number': { code: 'not-a-number', field: 'effortDays' },
  'not-one-of': { code: 'not-one-of', field: 'moscow', found: 'may', choices: ['must', 'should'] },
  'not-founded': { code: 'not-founded' },
  'founded-already': { code: 'founded-already' },
  'last-owner': { code: 'last-owner' },
  'look-back-out-of-range': { code: 'look-back-out-of-range' },
  'not-a-fiscal-calendar': { code: 'not-a-fiscal-calendar' },
  'not-a-currency': { code: 'not-a-currency', found: 'euro' },
  'currency-in-use': { code: 'currency-in-use', currency: 'EUR' },
  'measured-not-reported': { code: 'measured-not-reported', id: 'u_x' },
  formula: { code: 'formula', formula: '1 +', problem: { wrong: 'ends-early', at: 4 } },
  'unit-stays': { code: 'unit-stays' },
  'corridor-empty': { code: 'corridor-empty' },
  'corridor-upside-down': { code: 'corridor-upside-down' },
  'over-days-out-of-range': { code: 'over-days-out-of-range' },
  'not-due-yet': { code: 'not-due-yet', id: 'u_x', due: '2026-06-30' },
  'due-already': { code: 'due-already', id: 'u_x', due: '2026-06-30' },
  'score-is-computed': { code: 'score-is-computed', id: 'u_x' },
  'score-needs-words': { code: 'score-needs-words', id: 'u_x' },
  'score-without-start': { code: 'score-without-start', id: 'u_x' },
  'score-out-of-range': { code: 'score-out-of-range' },
  'confidence-out-of-range': { code: 'confidence-out-of-range' },
  'segment-name-taken': { code: 'segment-name-taken', name: 'Shippers', segment: 's_x' },
  'segment-empty': { code: 'segment-empty' },
  'segment-too-large': { code: 'segment-too-large' },
  'segment-too-deep': { code: 'segment-too-deep' },
  'condition-values': { code: 'condition-values', field: 'industry', test: 'over', wants: 'one value' },
  'target-is-baseline': { code: 'target-is-baseline' },
  'money-without-currency': { code: 'money-without-currency' },
  'agreed-in-guidepoint': { code: 'agreed-in-guidepoint', outcome: 'u_x', period: '2026-Q2' },
  'calendar-agreed': { code: 'calendar-agreed', period: '2026-Q2' },
  'not-a-quarter': { code: 'not-a-quarter', found: '2026-Q5' },
  'outcomes-one-to-five': { code: 'outcomes-one-to-five', found: 6 },
  'seats-needed': { code: 'seats-needed' },
  'said-twice': { code: 'said-twice' },
  'seat-not-asked': { code: 'seat-not-asked', seat: 'ceo' },
  'not-your-seat': { code: 'not-your-seat', seat: 'ceo' },
  'version-moved-on': { code: 'version-moved-on', current: 2 },
  locked: { code: 'locked', period: '2026-Q2' },
  'not-locked': { code: 'not-locked' },
  'outcomes-moved': { code: 'outcomes-moved', outcomes: ['u_x'] },
  'terms-outside': { code: 'terms-outside', outcome: 'u_x' },
  'nothing-changed': { code: 'nothing-changed' },
  'change-open': { code: 'change-open', change: 'x_a' },
  'change-decided': { code: 'change-decided', state: 'approved' },
  'approver-is-proposer': { code: 'approver-is-proposer' },
  'approver-without-seat': { code: 'approver-without-seat' },
  'not-the-approver': { code: 'not-the-approver' },
  'not-the-proposer': { code: 'not-the-proposer' },
  'request-stands-otherwise': { code: 'request-stands-otherwise', ref: 'R-1', state: 'declined' },
  'merged-into-itself': { code: 'merged-into-itself' },
  'merge-into-the-first': { code: 'merge-into-the-first', ref: 'R-2', first: 'R-1' },
  'not-your-request': { code: 'not-your-request', ref: 'R-1' },
  'question-open': { code: 'question-open', ref: 'R-1' },
  'no-question': { code: 'no-question', ref: 'R-1' },
  'no-place-asked': { code: 'no-place-asked', ref: 'R-1' },
  'not-a-place': { code: 'not-a-place' },
  'not-later': { code: 'not-later', until: '2026-05-20' },
  'form-closed': { code: 'form-closed', name: 'Sales', how: 'revoked' },
  'no-weekday': { code: 'no-weekday' },
  'too-many-holidays': { code: 'too-many-holidays', most: 500 },
  'calendar-in-use': { code: 'calendar-in-use', id: 'd_nl', by: 1 },
  'focus-out-of-range': { code: 'focus-out-of-range' },
  'hours-out-of-range': { code: 'hours-out-of-range' },
  'shares-not-whole': { code: 'shares-not-whole' },
  'skill-twice': { code: 'skill-twice', skill: 'Design' },
  'team-has-people': { code: 'team-has-people', id: 't_mkt', people: 2 },
  'not-a-month': { code: 'not-a-month', found: 'soon' },
  'month-locked': { code: 'month-locked', month: '2026-M04' },
  'amount-needed': { code: 'amount-needed', field: 'amount' },
  'more-than-open': { code: 'more-than-open', open: 500, currency: 'EUR' },
  'more-than-planned': { code: 'more-than-planned', planned: 500, currency: 'EUR', month: '2026-M04' },
  'no-rate': { code: 'no-rate', from: 'USD', to: 'EUR', day: '2026-04-01' },
  'currencies-differ': { code: 'currencies-differ', from: 'USD', to: 'EUR' },
  'invoice-twice': { code: 'invoice-twice', ref: 'R-1', on: '2026-04-01' },
  'struck-already': { code: 'struck-already' },
  'commitments-open': { code: 'commitments-open', count: 2 },
  'nowhere-to-move': { code: 'nowhere-to-move' },
  'not-a-rate': { code: 'not-a-rate', found: '1,5' },
  'same-currency': { code: 'same-currency', currency: 'EUR' },
  'calendar-budgeted': { code: 'calendar-budgeted', name: 'Fairs' },
  'finished-already': { code: 'finished-already', on: '2026-05-20' },
  'not-finished': { code: 'not-finished' },
  'not-dropped': { code: 'not-dropped' },
  'low-above-high': { code: 'low-above-high', field: 'split' },
  'growth-out-of-range': { code: 'growth-out-of-range' },
  'lag-out-of-range': { code: 'lag-out-of-range' },
  'no-such-lag': { code: 'no-such-lag', kind: 'Outreach' },
  'before-itself': { code: 'before-itself' },
  'name-means-another': { code: 'name-means-another', found: 'spring', campaign: 'c_a' },
  'key-stays': { code: 'key-stays', key: 'spring' },
  'no-duties-for': { code: 'no-duties-for', id: 'w_a' },
  'has-left': { code: 'has-left', person: 'p_ann' },
  'duty-of-other-scheme': { code: 'duty-of-other-scheme', scheme: 'raci', duty: 'driver' },
  'nothing-has-id': { code: 'nothing-has-id', id: 'r_x' },
  'side-without-anybody': { code: 'side-without-anybody', side: 'expects' },
  'sides-are-one': { code: 'sides-are-one' },
  'not-agreed-yet': { code: 'not-agreed-yet' },
  'agreed-already': { code: 'agreed-already' },
  'revision-moved-on': { code: 'revision-moved-on', current: 2 },
  'not-your-side': { code: 'not-your-side', side: 'promises' },
  'side-signed': { code: 'side-signed', side: 'promises' },
  'signed-other-side': { code: 'signed-other-side', side: 'promises' },
  'expectation-ended': { code: 'expectation-ended', how: 'kept' },
  'deciders-needed': { code: 'deciders-needed' },
  'too-much-evidence': { code: 'too-much-evidence', most: 12 },
  'superseded-already': { code: 'superseded-already', id: 'l_a', with: 'l_b' },
  'may-not': { code: 'may-not', command: 'objective/set' },
};

test('every refusal says in whole sentences what is the matter and what to do', () => {
  for (const refusal of Object.values(EACH)) {
    const { text, todo } = refusalWords(refusal, book);
    for (const said of [text, todo]) {
      assert.match(said, /^[A-Z“].*\.$/, refusal.code);
      assert.doesNotMatch(said, /undefined|null|\[object/, refusal.code);
    }
  }
});

test('things are called by the names people gave them', () => {
  assert.equal(refusalWords(EACH.retired, book).text, 'The objective “Grow in the north” was dropped and can no longer change.');
  assert.equal(refusalWords(EACH['not-your-seat'], book).text, 'You do not hold the seat “CEO”.');
  assert.equal(refusalWords(EACH['may-not'], book).todo, 'It takes owner or marketer: ask an owner.');
});
