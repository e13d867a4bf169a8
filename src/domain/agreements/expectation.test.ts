import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../kernel/ids.ts';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, minute, when, type Asked } from '../given.ts';
import { isAgreed, latest, type ExpectationCommand, type Promised } from './expectation.ts';

const promised: Promised = {
  statement: 'Sales calls every qualified lead within two working days',
  due: '2026-06-30',
  promises: { seat: 'sales', person: null },
  expects: { seat: 'marketing', person: null },
  about: ['u_rev'],
};
const id = 'e_calls';
const at = (revision = 1) => ({ id, revision }) as const;
const propose = (change: Partial<Promised> = {}, by: PersonId = 'p_ben'): Asked => [
  by,
  { type: 'expectation/propose', id, ...promised, ...change },
];
const sign = (by: PersonId, side: 'promises' | 'expects', revision = 1): Asked => [by, { type: 'expectation/sign', ...at(revision), side }];
const start: readonly Asked[] = [...FOUNDED, ...AIMS, propose()];
const open = given(...start);
const half = given(...start, sign('p_caro', 'promises'));
const agreed = given(...start, sign('p_caro', 'promises'), sign('p_ben', 'expects'));
const revise = (change: Partial<Promised>, revision = 1): ExpectationCommand => ({
  type: 'expectation/revise',
  ...at(revision),
  ...promised,
  ...change,
});
const of = (book: typeof open) => book.expectation.get(id)!;

test('it is put forward word by word, and nobody has signed it', () => {
  deepEqual(when(given(...FOUNDED, ...AIMS), propose({ statement: ` ${promised.statement} ` })), {
    events: [{ type: 'expectation/proposed', id, ...promised }],
  });
  deepEqual([isAgreed(latest(of(open))), of(open).ended], [false, null]);
});
test('it is agreed when both sides have signed', () => {
  equal(isAgreed(latest(of(half))), false);
  equal(isAgreed(latest(of(agreed))), true);
  deepEqual(latest(of(agreed)).signatures.promises, { by: 'p_caro', at: minute(9) });
});
test('what one signs twice is signed once', () => deepEqual(when(half, sign('p_caro', 'promises')), { events: [] }));
test('a change of an agreed one is a new revision that nobody has signed', () => {
  const changed = given(...start, sign('p_caro', 'promises'), sign('p_ben', 'expects'), ['p_caro', revise({ due: '2026-07-31' })]);
  deepEqual([latest(of(changed)).n, latest(of(changed)).signatures, of(changed).revisions.length], [2, {}, 2]);
  deepEqual(when(changed, sign('p_ben', 'expects')), { refused: { code: 'revision-moved-on', current: 2 } });
});
test('who signs after all takes his no back', () => {
  const no = given(...start, ['p_caro', { type: 'expectation/decline', ...at(), side: 'promises', why: 'n_no' }]);
  equal(latest(of(no)).declined.promises?.why, 'n_no');
  deepEqual(
    latest(
      of(given(...start, ['p_caro', { type: 'expectation/decline', ...at(), side: 'promises', why: 'n_no' }], sign('p_caro', 'promises'))),
    ).declined,
    {},
  );
});
test('where a person is named, he signs, and nobody else who holds the seat', () => {
  const named = given(...FOUNDED, ...AIMS, propose({ expects: { seat: null, person: 'p_ana' } }));
  deepEqual(when(named, sign('p_ana', 'expects')), { events: [{ type: 'expectation/signed', ...at(), side: 'expects' }] });
  deepEqual(when(named, sign('p_ben', 'expects')), { refused: { code: 'not-your-side', side: 'expects' } });
});
test('the side that expects says it was kept, either says it was broken, and then it has ended', () => {
  for (const [by, command] of [
    ['p_ben', { type: 'expectation/keep', ...at(), why: null }],
    ['p_ben', { type: 'expectation/break', ...at(), why: 'n_w' }],
    ['p_caro', { type: 'expectation/break', ...at(), why: 'n_w' }],
    ['p_ben', { type: 'expectation/release', ...at(), why: 'n_w' }],
  ] as const) {
    const ended = given(...start, sign('p_caro', 'promises'), sign('p_ben', 'expects'), [by, command]);
    equal(of(ended).ended?.by, by);
    const { how } = of(ended).ended!;
    deepEqual(when(ended, [by, command]), { refused: { code: 'expectation-ended', how } });
  }
});
test('who put it forward takes it back while it is not agreed', () =>
  deepEqual(when(half, ['p_ben', { type: 'expectation/withdraw', id, why: 'n_w' }]), {
    events: [{ type: 'expectation/withdrawn', id, why: 'n_w' }],
  }));

const fresh = given(...FOUNDED, ...AIMS);
const both = given(
  ...FOUNDED,
  ...AIMS,
  ['p_ana', { type: 'company/give-seats', person: 'p_ben', seats: ['marketing', 'sales'] }],
  propose(),
  sign('p_ben', 'promises'),
);
const dirkLeft = given(...FOUNDED, ...AIMS, ['p_ana', { type: 'company/remove-member', person: 'p_dirk' }]);
const REFUSED: readonly (readonly [string, typeof open, Asked, Refusal])[] = [
  ['an expectation has words', fresh, propose({ statement: ' ' }), { code: 'empty', field: 'statement' }],
  ['and not too many', fresh, propose({ statement: 'x'.repeat(1001) }), { code: 'too-long', field: 'statement', most: 1000 }],
  ['a due date exists', fresh, propose({ due: 'soon' }), { code: 'not-a-day', field: 'due', found: 'soon' }],
  ['somebody promises', fresh, propose({ promises: { seat: null, person: null } }), { code: 'side-without-anybody', side: 'promises' }],
  [
    'a seat is one of the company',
    fresh,
    propose({ expects: { seat: 'moon', person: null } }),
    { code: 'not-there', thing: 'seat', id: 'moon' },
  ],
  [
    'a person belongs to the company',
    fresh,
    propose({ expects: { seat: null, person: 'p_zoe' } }),
    { code: 'not-there', thing: 'member', id: 'p_zoe' },
  ],
  ['and has not left it', dirkLeft, propose({ expects: { seat: null, person: 'p_dirk' } }), { code: 'has-left', person: 'p_dirk' }],
  ['a seat promises itself nothing', fresh, propose({ expects: { seat: 'sales', person: null } }), { code: 'sides-are-one' }],
  [
    'nor does a person',
    fresh,
    propose({ promises: { seat: 'sales', person: 'p_caro' }, expects: { seat: null, person: 'p_caro' } }),
    { code: 'sides-are-one' },
  ],
  ['it is about things that exist', fresh, propose({ about: ['r_none'] }), { code: 'nothing-has-id', id: 'r_none' }],
  ['each once', fresh, propose({ about: ['u_rev', 'u_rev'] }), { code: 'said-twice' }],
  ['it is put forward once', open, propose(), { code: 'there-already', thing: 'expectation', id }],
  ['one signs for his own side', open, sign('p_ben', 'promises'), { code: 'not-your-side', side: 'promises' }],
  ['one person does not sign for both sides', both, sign('p_ben', 'expects'), { code: 'signed-other-side', side: 'promises' }],
  ['a side is signed by one person', both, sign('p_caro', 'promises'), { code: 'side-signed', side: 'promises' }],
  [
    'who has signed does not decline',
    half,
    ['p_caro', { type: 'expectation/decline', ...at(), side: 'promises', why: 'n_w' }],
    { code: 'side-signed', side: 'promises' },
  ],
  [
    'what is agreed is not declined',
    agreed,
    ['p_caro', { type: 'expectation/decline', ...at(), side: 'promises', why: 'n_w' }],
    { code: 'agreed-already' },
  ],
  ['an older revision is not signed', open, sign('p_caro', 'promises', 0), { code: 'revision-moved-on', current: 1 }],
  ['an older revision is not changed', open, ['p_ben', revise({ due: '2026-07-01' }, 0)], { code: 'revision-moved-on', current: 1 }],
  ['a change changes something', open, ['p_ben', revise({})], { code: 'nothing-changed' }],
  ['only those concerned change it', open, ['p_dirk', revise({ due: '2026-07-01' })], { code: 'not-your-side', side: 'promises' }],
  ['what is not agreed is not kept', half, ['p_ben', { type: 'expectation/keep', ...at(), why: null }], { code: 'not-agreed-yet' }],
  [
    'who promised does not say it was kept',
    agreed,
    ['p_caro', { type: 'expectation/keep', ...at(), why: null }],
    { code: 'not-your-side', side: 'expects' },
  ],
  [
    'nor releases himself',
    agreed,
    ['p_caro', { type: 'expectation/release', ...at(), why: 'n_w' }],
    { code: 'not-your-side', side: 'expects' },
  ],
  ['what is agreed is not withdrawn', agreed, ['p_ben', { type: 'expectation/withdraw', id, why: 'n_w' }], { code: 'agreed-already' }],
  [
    'only who put it forward withdraws it',
    open,
    ['p_caro', { type: 'expectation/withdraw', id, why: 'n_w' }],
    { code: 'not-the-proposer' },
  ],
  ['what is not there is not signed', fresh, sign('p_caro', 'promises'), { code: 'not-there', thing: 'expectation', id }],
];
for (const [rule, book, asked, refused] of REFUSED) test(rule, () => deepEqual(when(book, asked), { refused }));
