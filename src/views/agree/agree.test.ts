import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyBook, type Book, type Command } from '../../domain/book.ts';
import { decideBatch } from '../../domain/decide.ts';
import { current } from '../../domain/guidepoint/guidepoint.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { lockOf, prioritiesOf } from './chain.ts';
import { differences } from './difference.ts';
import { invalidates } from './invalidates.ts';
import { signedLines, standsWords, type Teller } from './signed.ts';
import type { Workshop } from '../../domain/workshop/workshop.ts';
import { storyOf } from './story.ts';

const INES = 'p_ines';
const TOM = 'p_tom';
const after = (book: Book, by: PersonId, at: string, ...commands: Command[]): Book => {
  const decided = decideBatch(book, commands, { by, at });
  assert.ok(decided.ok, JSON.stringify(decided));
  return decided.value.book;
};
const teller = (book: Book, today = '2026-05-12'): Teller => ({
  book,
  today,
  nameOf: (id) => (id === INES ? 'Ines Varga' : id === TOM ? 'Tom Okafor' : 'nobody'),
  noteOf: (note) => (note === null ? '' : `words of ${note}`),
});

const founded = after(
  emptyBook,
  INES,
  '2026-03-01T09:00:00.000Z',
  {
    type: 'company/found',
    name: 'Lademar',
    currency: 'EUR',
    zone: 'Europe/Amsterdam',
    fiscal: { startMonth: 1, pattern: 'calendar' },
    seats: ['marketing'],
  },
  { type: 'company/add-member', person: TOM, role: 'stakeholder', seats: ['ceo'] },
  { type: 'objective/set', id: 'o_1', statement: 'Win mid-size shippers', due: '2026-12-31', owner: null },
  {
    type: 'outcome/add',
    id: 'u_1',
    objective: 'o_1',
    owner: INES,
    name: 'Open pipeline',
    metric: { kind: 'measured', measure: 'open-pipeline', unit: 'money' },
    from: '2026-04-01',
    due: '2026-06-30',
    baseline: 240_000_000,
    target: 320_000_000,
  },
  { type: 'guidepoint/propose', period: '2026-Q2', statement: 'Shippers come to us.', outcomes: ['u_1'], seats: ['ceo', 'marketing'] },
);
const signed = after(
  after(founded, TOM, '2026-03-27T15:40:00.000Z', { type: 'guidepoint/sign', period: '2026-Q2', version: 1, seat: 'ceo' }),
  INES,
  '2026-03-26T16:55:00.000Z',
  { type: 'guidepoint/sign', period: '2026-Q2', version: 1, seat: 'marketing' },
);
const g = (book: Book) => book.guidepoint.get('2026-Q2')!;

describe('signatures', () => {
  test('a missing one names who could give it', () => {
    const [ceo] = signedLines(teller(founded), current(g(founded)));
    assert.deepEqual(ceo, { seat: 'ceo', title: 'CEO', name: null, when: null, waitsFor: 'Tom Okafor', declined: null });
  });
  test('a given one says when, in the zone of the company', () => {
    const [ceo] = signedLines(teller(signed), current(g(signed)));
    assert.equal(ceo!.when, '27 March, 16:40');
  });
  test('the line tells proposed from agreed', () => {
    assert.equal(
      standsWords(teller(founded), g(founded), current(g(founded))),
      'Guidepoint for Q2 2026. Put forward; nobody has signed yet.',
    );
    assert.equal(standsWords(teller(signed), g(signed), current(g(signed))), 'Guidepoint for Q2 2026. Agreed and locked on 27 March.');
  });
});

describe('a change', () => {
  const asked = after(signed, INES, '2026-05-10T09:00:00.000Z', {
    type: 'guidepoint/ask-change',
    period: '2026-Q2',
    change: 'x_1',
    reason: 'objective-changed',
    words: 'n_1',
    statement: 'Nordic shippers come to us.',
    outcomes: ['u_1'],
    terms: [{ outcome: 'u_1', target: 360_000_000, due: '2026-06-30' }],
    seats: ['ceo', 'marketing'],
    approver: TOM,
  });
  const approved = after(asked, TOM, '2026-05-11T09:00:00.000Z', { type: 'guidepoint/approve-change', period: '2026-Q2', change: 'x_1' });
  test('says what it changes', () => {
    const [one, two] = g(approved).versions;
    assert.deepEqual(differences(teller(approved), one!, two!), ['The statement is worded anew', 'Open pipeline: €3.2 M becomes €3.6 M']);
  });
  test('is part of the story', () =>
    assert.deepEqual(
      storyOf(teller(approved), g(approved)).map((s) => s.title),
      ['1 March, put forward', '27 March, agreed', '10 May, change asked for', '11 May, change approved'],
    ));
  test('names the workshop it came from, with what it was made of', () => {
    const workshop = {
      title: 'Spring',
      openedAt: '2026-02-26T09:00:00.000Z',
      made: { guidepoint: '2026-Q2' },
      shown: { guidepoint: [{}, {}, {}] },
      votes: { guidepoint: { voters: 4, counts: [] } },
    } as unknown as Workshop;
    const [first] = storyOf(teller({ ...signed, workshop: new Map([['h_spring', workshop]]) }), g(signed));
    assert.deepEqual([first!.title, first!.text], ['26 February, workshop', '“Spring”: three cards and votes of 4 people']);
  });
  test('holds the outcome no longer, until it is signed anew', () => {
    assert.equal(lockOf(signed, 'u_1'), '2026-Q2');
    assert.equal(lockOf(approved, 'u_1'), null);
  });
  test('counts what it makes doubtful', () => {
    const planned = after(
      signed,
      INES,
      '2026-04-02T09:00:00.000Z',
      {
        type: 'priority/plan',
        id: 'r_1',
        period: '2026-Q2',
        owner: null,
        title: 'Dock days',
        moscow: 'must',
        outcomes: ['u_1'],
        effortDays: 30,
        budgetMinor: null,
        from: '2026-04-01',
        to: '2026-06-30',
      },
      {
        type: 'priority/plan',
        id: 'r_2',
        period: '2026-Q2',
        owner: null,
        title: 'CRM clean-up',
        moscow: 'could',
        outcomes: [],
        effortDays: 10,
        budgetMinor: null,
        from: '2026-04-01',
        to: '2026-06-30',
      },
      {
        type: 'item/add',
        id: 'w_1',
        title: 'Hamburg dock day',
        priority: 'r_1',
        owner: null,
        sizeDays: 18,
        request: null,
        foundational: null,
        on: '2026-04-02',
      },
    );
    assert.equal(prioritiesOf(planned, 'u_1').length, 1);
    assert.deepEqual(
      invalidates(planned, g(planned), ['u_1']).map((i) => i.howMuch),
      ['1 of 2 priorities', '1 of 1, 18 days', 'none', 'none', 'all two, again'],
    );
  });
});
