import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, when, type Asked } from '../given.ts';
import type { DutyCommand, DutyEvent } from './duty.ts';
import { dutyGaps, gapsOf } from './duty-gaps.ts';

const plan = (id: `r_${string}`, owner: 'p_ben' | null = 'p_ben'): Asked => [
  'p_ben',
  {
    type: 'priority/plan',
    id,
    period: '2026-Q2',
    owner,
    title: 'Second-pump offer',
    moscow: 'must',
    outcomes: ['u_rev'],
    effortDays: 24,
    budgetMinor: null,
    from: '2026-04-01',
    to: '2026-05-29',
  },
];
const give = (
  of: 'r_a' | 'r_b',
  person: 'p_ana' | 'p_ben' | 'p_caro',
  duty: DutyCommand extends infer C ? Extract<C, { duty: unknown }>['duty'] : never,
): Asked => ['p_ben', { type: 'duty/give', of, person, duty }];
const ready = [...FOUNDED, ...AIMS, plan('r_a'), plan('r_b')];
const book = given(
  ...ready,
  give('r_a', 'p_ben', 'accountable'),
  give('r_a', 'p_caro', 'consulted'),
  ['p_ben', { type: 'priority/drop', id: 'r_b', why: 'n_no' }],
  ['p_ana', { type: 'company/remove-member', person: 'p_dirk' }],
);

const GRANTED: readonly (readonly [string, DutyCommand, ...DutyEvent[]])[] = [
  [
    'somebody gets a duty for a priority',
    { type: 'duty/give', of: 'r_a', person: 'p_ana', duty: 'informed' },
    { type: 'duty/given', of: 'r_a', scheme: 'raci', person: 'p_ana', duty: 'informed' },
  ],
  [
    'one person may have several duties',
    { type: 'duty/give', of: 'r_a', person: 'p_ben', duty: 'responsible' },
    { type: 'duty/given', of: 'r_a', scheme: 'raci', person: 'p_ben', duty: 'responsible' },
  ],
  ['the duty somebody has already is no event', { type: 'duty/give', of: 'r_a', person: 'p_ben', duty: 'accountable' }],
  [
    'a second accountable is written down, and is a finding',
    { type: 'duty/give', of: 'r_a', person: 'p_caro', duty: 'accountable' },
    { type: 'duty/given', of: 'r_a', scheme: 'raci', person: 'p_caro', duty: 'accountable' },
  ],
  [
    'the first duty chooses the scheme it belongs to',
    { type: 'duty/give', of: 'u_rev', person: 'p_ben', duty: 'driver' },
    { type: 'duty/given', of: 'u_rev', scheme: 'daci', person: 'p_ben', duty: 'driver' },
  ],
  [
    'a duty is taken back',
    { type: 'duty/take-back', of: 'r_a', person: 'p_caro', duty: 'consulted' },
    { type: 'duty/taken-back', of: 'r_a', person: 'p_caro', duty: 'consulted' },
  ],
  ['a duty nobody has is not taken back', { type: 'duty/take-back', of: 'r_a', person: 'p_ana', duty: 'consulted' }],
  [
    'the other scheme keeps who does it and who answers for it',
    { type: 'duty/choose-scheme', of: 'r_a', scheme: 'daci' },
    {
      type: 'duty/scheme-chosen',
      of: 'r_a',
      scheme: 'daci',
      held: [
        { person: 'p_ben', duty: 'approver' },
        { person: 'p_caro', duty: 'contributor' },
      ],
    },
  ],
  ['the scheme it has already is no event', { type: 'duty/choose-scheme', of: 'r_a', scheme: 'raci' }],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { events }));

const REFUSED: readonly (readonly [string, DutyCommand, Refusal])[] = [
  [
    'a person has no duty for a person',
    { type: 'duty/give', of: 'p_ana' as 'r_a', person: 'p_ana', duty: 'informed' },
    { code: 'no-duties-for', id: 'p_ana' },
  ],
  ['nor for what is not there', { type: 'duty/choose-scheme', of: 'r_none', scheme: 'raci' }, { code: 'no-duties-for', id: 'r_none' }],
  [
    'nor for what was dropped',
    { type: 'duty/give', of: 'r_b', person: 'p_ana', duty: 'informed' },
    { code: 'retired', thing: 'priority', id: 'r_b' },
  ],
  [
    'who has left gets no duty',
    { type: 'duty/give', of: 'r_a', person: 'p_dirk', duty: 'informed' },
    { code: 'has-left', person: 'p_dirk' },
  ],
  [
    'a duty belongs to the scheme of its priority',
    { type: 'duty/give', of: 'r_a', person: 'p_ana', duty: 'driver' },
    { code: 'duty-of-other-scheme', scheme: 'raci', duty: 'driver' },
  ],
  [
    'there are seven duties',
    { type: 'duty/give', of: 'r_a', person: 'p_ana', duty: 'boss' as 'driver' },
    {
      code: 'not-one-of',
      field: 'duty',
      found: 'boss',
      choices: ['responsible', 'accountable', 'consulted', 'informed', 'driver', 'approver', 'contributor'],
    },
  ],
  [
    'and two schemes',
    { type: 'duty/choose-scheme', of: 'r_a', scheme: 'rasci' as 'raci' },
    { code: 'not-one-of', field: 'scheme', found: 'rasci', choices: ['raci', 'daci'] },
  ],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { refused }));

const codes = (...asked: readonly Asked[]): string[] => gapsOf(given(...ready, ...asked), 'r_a', 'p_ben').map((g) => g.code);

test('a priority about which nobody said anything is a finding', () => deepEqual(codes(), ['no-duties']));
test('nobody accountable is a finding, and so is nobody responsible', () =>
  deepEqual(gapsOf(given(...ready, give('r_a', 'p_caro', 'consulted')), 'r_a', null), [
    { code: 'nobody', of: 'r_a', duty: 'accountable' },
    { code: 'nobody', of: 'r_a', duty: 'responsible' },
  ]));
test('one accountable and one responsible leave nothing to find', () =>
  deepEqual(codes(give('r_a', 'p_ben', 'accountable'), give('r_a', 'p_ben', 'responsible')), []));
test('two accountable are a finding that names both', () =>
  deepEqual(
    gapsOf(
      given(...ready, give('r_a', 'p_ben', 'accountable'), give('r_a', 'p_caro', 'accountable'), give('r_a', 'p_ben', 'responsible')),
      'r_a',
      null,
    ),
    [{ code: 'several', of: 'r_a', duty: 'accountable', people: ['p_ben', 'p_caro'] }],
  ));
test('by DACI exactly one drives and exactly one approves', () =>
  deepEqual(gapsOf(given(...ready, give('r_a', 'p_ben', 'driver'), give('r_a', 'p_caro', 'driver')), 'r_a', null), [
    { code: 'several', of: 'r_a', duty: 'driver', people: ['p_ben', 'p_caro'] },
    { code: 'nobody', of: 'r_a', duty: 'approver' },
  ]));
test('who left is found as owner and in every duty he had', () => {
  const left = given(...ready, give('r_a', 'p_ben', 'accountable'), give('r_a', 'p_caro', 'responsible'), [
    'p_ana',
    { type: 'company/remove-member', person: 'p_ben' },
  ]);
  deepEqual(gapsOf(left, 'r_a', 'p_ben'), [
    { code: 'left', of: 'r_a', duty: null, person: 'p_ben' },
    { code: 'left', of: 'r_a', duty: 'accountable', person: 'p_ben' },
  ]);
});
test('who answers for four priorities of one quarter answers for too many', () => {
  const ids = ['r_1', 'r_2', 'r_3', 'r_4'] as const;
  const four = given(
    ...FOUNDED,
    ...AIMS,
    ...ids.map((id) => plan(id)),
    ...ids.flatMap((of): Asked[] => [
      ['p_ben', { type: 'duty/give', of, person: 'p_ben', duty: 'accountable' }],
      ['p_ben', { type: 'duty/give', of, person: 'p_ben', duty: 'responsible' }],
    ]),
  );
  deepEqual(dutyGaps(four, '2026-Q2'), [{ code: 'too-many', period: '2026-Q2', person: 'p_ben', of: [...ids] }]);
  deepEqual(dutyGaps(four, '2026-Q3'), []);
});
