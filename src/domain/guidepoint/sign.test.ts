import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../kernel/ids.ts';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, minute, when, type Asked } from '../given.ts';
import { current, isLocked, lockedAt, type GuidepointCommand } from './guidepoint.ts';

const period = '2026-Q2';
const wording = { statement: 'Utilities come back for the second pump', outcomes: ['u_rev'], seats: ['sales', 'finance'] } as const;
const propose: Asked = ['p_ben', { type: 'guidepoint/propose', period, ...wording }];
const sign = (by: PersonId, seat: string, version = 1): Asked => [by, { type: 'guidepoint/sign', period, version, seat }];
const decline = (by: PersonId, seat: string, version = 1): Asked => [
  by,
  { type: 'guidepoint/decline', period, version, seat, why: 'n_no' },
];
const reword = (version: number, statement: string): Asked => [
  'p_ben',
  { type: 'guidepoint/reword', period, version, ...wording, statement },
];
const LOCKED: readonly Asked[] = [...FOUNDED, ...AIMS, propose, sign('p_caro', 'sales'), sign('p_dirk', 'finance')];
const proposed = given(...FOUNDED, ...AIMS, propose);
const of = (book: ReturnType<typeof given>) => book.guidepoint.get(period)!;

test('what is put forward holds the outcomes as they read now', () => {
  deepEqual(
    when(given(...FOUNDED, ...AIMS), ['p_ben', { type: 'guidepoint/propose', period, ...wording, statement: ` ${wording.statement} ` }]),
    {
      events: [
        {
          type: 'guidepoint/proposed',
          period,
          statement: wording.statement,
          outcomes: [
            {
              outcome: 'u_rev',
              name: 'Won revenue',
              metric: { kind: 'measured', measure: 'won-revenue', unit: 'money' },
              from: '2026-04-01',
              due: '2026-06-30',
              baseline: 30_000_000,
              target: 45_000_000,
            },
          ],
          seats: ['sales', 'finance'],
        },
      ],
    },
  );
});

test('a signature names the version and the seat it was given for', () => {
  deepEqual(when(proposed, sign('p_caro', 'sales')), { events: [{ type: 'guidepoint/signed', period, version: 1, seat: 'sales' }] });
});

test('signing twice records one signature', () => {
  deepEqual(when(given(...FOUNDED, ...AIMS, propose, sign('p_caro', 'sales')), sign('p_caro', 'sales')), { events: [] });
});

test('it is locked when the last seat asked has signed, and not before', () => {
  const one = given(...FOUNDED, ...AIMS, propose, sign('p_caro', 'sales'));
  equal(isLocked(of(one)), false);
  equal(lockedAt(current(of(one))), null);
  const both = given(...LOCKED);
  equal(isLocked(of(both)), true);
  equal(lockedAt(current(of(both))), minute(10));
});

test('a new wording keeps the old signatures on record, where they no longer count', () => {
  const reworded = of(given(...FOUNDED, ...AIMS, propose, sign('p_caro', 'sales'), reword(1, 'At margin'), sign('p_dirk', 'finance', 2)));
  equal(reworded.versions[0]!.signatures.sales?.by, 'p_caro');
  deepEqual(Object.keys(current(reworded).signatures), ['finance']);
  equal(isLocked(reworded), false);
});

test('who declines takes his signature back, and who signs his refusal', () => {
  const declined = of(given(...FOUNDED, ...AIMS, propose, sign('p_caro', 'sales'), decline('p_caro', 'sales')));
  deepEqual(current(declined).signatures, {});
  deepEqual(current(declined).declined.sales, { by: 'p_caro', at: minute(10), why: 'n_no' });
  const signed = of(given(...FOUNDED, ...AIMS, propose, decline('p_caro', 'sales'), sign('p_caro', 'sales')));
  deepEqual(current(signed).declined, {});
});

test('an outcome that moved since the wording was put forward asks for a new wording before anybody signs', () => {
  const moved: Asked = ['p_ben', { type: 'outcome/move-target', id: 'u_rev', target: 20_000_000, due: '2026-06-30', why: 'n_low' }];
  const after = given(...FOUNDED, ...AIMS, propose, sign('p_caro', 'sales'), moved);
  deepEqual(when(after, sign('p_dirk', 'finance')), { refused: { code: 'outcomes-moved', outcomes: ['u_rev'] } });
  const reworded = given(...FOUNDED, ...AIMS, propose, sign('p_caro', 'sales'), moved, reword(1, wording.statement));
  deepEqual(when(reworded, sign('p_dirk', 'finance', 2)), { events: [{ type: 'guidepoint/signed', period, version: 2, seat: 'finance' }] });
});

test('an outcome that was retired is no longer signed for', () => {
  const retired: Asked = ['p_ben', { type: 'outcome/retire', id: 'u_rev', why: 'n_gone' }];
  deepEqual(when(given(...FOUNDED, ...AIMS, propose, retired), sign('p_caro', 'sales')), {
    refused: { code: 'retired', thing: 'outcome', id: 'u_rev' },
  });
});

test('a seat may be signed for by whoever holds it now', () => {
  const moved: Asked = ['p_ana', { type: 'company/give-seats', person: 'p_caro', seats: [] }];
  deepEqual(when(given(...FOUNDED, ...AIMS, propose, moved), sign('p_caro', 'sales')), {
    refused: { code: 'not-your-seat', seat: 'sales' },
  });
});

const put = (change: Partial<Omit<Extract<GuidepointCommand, { type: 'guidepoint/propose' }>, 'type'>>): Asked => [
  'p_ben',
  { type: 'guidepoint/propose', period: '2026-Q3', ...wording, ...change },
];
const REFUSED: readonly (readonly [string, ReturnType<typeof given>, Asked, Refusal])[] = [
  ['one period has one Guidepoint', proposed, propose, { code: 'there-already', thing: 'guidepoint', id: period }],
  ['a Guidepoint is for a quarter', proposed, put({ period: 'summer' }), { code: 'not-a-quarter', found: 'summer' }],
  [
    'a Guidepoint is for a quarter that the calendar reaches',
    proposed,
    put({ period: '0000-Q1' }),
    { code: 'not-a-quarter', found: '0000-Q1' },
  ],
  ['a Guidepoint says something', proposed, put({ statement: '' }), { code: 'empty', field: 'statement' }],
  [
    'a Guidepoint is said in six hundred characters',
    proposed,
    put({ statement: 'x'.repeat(601) }),
    { code: 'too-long', field: 'statement', most: 600 },
  ],
  ['a Guidepoint has an outcome', proposed, put({ outcomes: [] }), { code: 'outcomes-one-to-five', found: 0 }],
  [
    'a Guidepoint has five outcomes at most',
    proposed,
    put({ outcomes: ['u_a', 'u_b', 'u_c', 'u_d', 'u_e', 'u_f'] }),
    { code: 'outcomes-one-to-five', found: 6 },
  ],
  ['an outcome is named once', proposed, put({ outcomes: ['u_rev', 'u_rev'] }), { code: 'said-twice' }],
  ['an outcome stands', proposed, put({ outcomes: ['u_none'] }), { code: 'not-there', thing: 'outcome', id: 'u_none' }],
  ['somebody has to sign', proposed, put({ seats: [] }), { code: 'seats-needed' }],
  ['a seat is asked once', proposed, put({ seats: ['sales', 'sales'] }), { code: 'said-twice' }],
  ['a seat is one of the company', proposed, put({ seats: ['fleet'] }), { code: 'not-there', thing: 'seat', id: 'fleet' }],
  [
    'nobody signs what was not put forward',
    given(...FOUNDED, ...AIMS),
    sign('p_caro', 'sales'),
    { code: 'not-there', thing: 'guidepoint', id: period },
  ],
  ['a seat that was not asked does not sign', proposed, sign('p_ana', 'ceo'), { code: 'seat-not-asked', seat: 'ceo' }],
  ['nobody signs for a seat he does not hold', proposed, sign('p_dirk', 'sales'), { code: 'not-your-seat', seat: 'sales' }],
  [
    'nobody signs a wording that has moved on',
    given(...FOUNDED, ...AIMS, propose, reword(1, 'Other')),
    sign('p_caro', 'sales', 1),
    { code: 'version-moved-on', current: 2 },
  ],
  [
    'nobody rewords what has moved on',
    given(...FOUNDED, ...AIMS, propose, reword(1, 'Other')),
    reword(1, 'Third'),
    { code: 'version-moved-on', current: 2 },
  ],
  ['the same wording is no new version, which would void signatures', proposed, reword(1, wording.statement), { code: 'nothing-changed' }],
  ['a locked Guidepoint is not reworded', given(...LOCKED), reword(1, 'Other'), { code: 'locked', period }],
  ['a locked Guidepoint is not declined', given(...LOCKED), decline('p_caro', 'sales'), { code: 'locked', period }],
];
for (const [rule, book, asked, refused] of REFUSED) test(rule, () => deepEqual(when(book, asked), { refused }));

test('a seat that everybody else signed for is not signed by being called like a property of every object', () => {
  for (const seat of ['constructor', 'toString', 'hasOwnProperty'])
    deepEqual(when(given(...FOUNDED), ['p_ana', { type: 'company/name-seat', seat, title: 'Trick' }]), {
      refused: { code: 'not-an-id', thing: 'seat', id: seat },
    });
});
