import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../book.ts';
import type { Refusal } from '../decide.ts';
import { given, when, type Asked } from '../given.ts';
import { isAgreed, newest } from './blueprint.ts';
import { loadOf } from './gate.ts';
import type { Edit } from './edits.ts';
import { AGREED, PERIOD as period, PLANNED } from '../given-blueprint.ts';
import type { PlanLine } from './plan.ts';

const webinars: PlanLine = {
  id: 'r_web',
  owner: 'p_ben',
  title: 'Webinars',
  moscow: 'could',
  outcomes: ['u_rev'],
  effortDays: 6,
  budgetMinor: null,
  from: '2026-05-25',
  to: '2026-06-30',
  dependsOn: [],
  skills: [],
  milestones: [{ id: 'm_first', title: 'First webinar', day: '2026-06-11' }],
};
const take: Edit = { edit: 'in', line: webinars };
const out = (priority: `r_${string}`, spentDays = 2): Edit => ({ edit: 'out', priority, spentDays, spentMinor: null, why: 'n_out' });
const ask = (edits: readonly Edit[], more: Partial<Extract<Command, { type: 'blueprint/ask-change' }>> = {}): Asked => [
  'p_ben',
  { type: 'blueprint/ask-change', period, version: 1, change: 'x_web', words: 'n_words', edits, ...more },
];
const signChange = (seat: 'sales' | 'finance', by: `p_${string}` = seat === 'sales' ? 'p_caro' : 'p_dirk'): Asked => [
  by,
  { type: 'blueprint/sign-change', period, change: 'x_web', seat },
];
const asked: readonly Asked[] = [...AGREED, ask([take, out('r_fair')])];

test('in, therefore out: the next version takes the new in, gives back what was not spent and keeps what was', () => {
  const book = given(...asked, signChange('sales'), signChange('finance'));
  const b = book.blueprint.get(period)!;
  const v = newest(b)!;
  deepEqual([v.n, v.change, isAgreed(b)], [2, 'x_web', true]);
  deepEqual(
    v.plan.lines.map((l) => l.id),
    ['r_offer', 'r_web'],
  );
  deepEqual(v.plan.stopped, [{ id: 'r_fair', title: 'fair', moscow: 'should', spentDays: 2, spentMinor: null }]);
  equal(loadOf(v.plan).days, 10 + 6 + 2);
  deepEqual([book.priority.get('r_web')?.title, book.priority.get('r_fair')?.retired], ['Webinars', { why: 'n_out' }]);
  equal(book.milestone.get('m_first')?.day, '2026-06-11');
});

test('until every seat has signed, nothing moves', () => {
  const book = given(...asked, signChange('sales'));
  deepEqual([newest(book.blueprint.get(period))!.n, book.priority.has('r_web'), book.priority.get('r_fair')!.retired], [1, false, null]);
});

test('what stands may read otherwise, with its milestones', () => {
  const longer: PlanLine = { ...webinars, id: 'r_offer', title: 'Offer', moscow: 'must', effortDays: 12, to: '2026-06-12' };
  const book = given(...AGREED, ask([{ edit: 'alter', line: longer }]), signChange('sales'), signChange('finance'));
  const { title, effortDays, to } = book.priority.get('r_offer')!;
  deepEqual([title, effortDays, to, book.milestone.get('m_first')?.priority], ['Offer', 12, '2026-06-12', 'r_offer']);
});

const REFUSED: readonly (readonly [string, readonly Asked[], Asked, { readonly code: Refusal['code'] }])[] = [
  [
    'an in without an out that fits is not even asked for',
    AGREED,
    ask([{ edit: 'in', line: { ...webinars, effortDays: 60 } }]),
    { code: 'over-capacity' },
  ],
  ['a draft is changed itself', PLANNED, ask([take]), { code: 'not-there' }],
  ['a change is asked of the version that stands', AGREED, ask([take], { version: 0 }), { code: 'version-moved-on' }],
  ['one change waits at a time', asked, ask([take], { change: 'x_two' }), { code: 'change-open' }],
  ['a change changes something', AGREED, ask([]), { code: 'nothing-changed' }],
  [
    'a priority is named once',
    AGREED,
    ask([out('r_fair'), { edit: 'alter', line: { ...webinars, id: 'r_fair' } }]),
    { code: 'edited-twice' },
  ],
  ['what goes out was in', AGREED, ask([out('r_none')]), { code: 'not-in-plan' }],
  ['no more is spent than was planned', AGREED, ask([out('r_fair', 9)]), { code: 'spent-over-planned' }],
  ['what comes in is new', AGREED, ask([{ edit: 'in', line: { ...webinars, id: 'r_offer' } }]), { code: 'there-already' }],
  ['nobody signs a change twice', [...asked, signChange('sales')], signChange('sales'), { code: 'signed-already' }],
  ['nobody signs a change for a seat he does not hold', asked, signChange('sales', 'p_dirk'), { code: 'not-your-seat' }],
  ['who asked withdraws', asked, ['p_caro', { type: 'blueprint/withdraw-change', period, change: 'x_web' }], { code: 'not-the-proposer' }],
  [
    'a change that is decided stays decided',
    [...asked, ['p_ben', { type: 'blueprint/withdraw-change', period, change: 'x_web' }]],
    signChange('sales'),
    { code: 'blueprint-change-decided' },
  ],
  [
    'a scenario of an agreed quarter becomes a change, not the draft',
    [...AGREED, ['p_ben', { type: 'scenario/try', id: 'v_web', period, name: 'Webinars', edits: [take, out('r_fair')] }]],
    ['p_ben', { type: 'scenario/choose', id: 'v_web' }],
    { code: 'blueprint-agreed' },
  ],
];
for (const [rule, before, what, { code }] of REFUSED)
  test(rule, () => {
    const answer = when(given(...before), what);
    equal('refused' in answer && answer.refused.code, code);
  });

test('a change of what is not agreed yet is refused with the way to go', () => {
  const open = given(...PLANNED, ['p_ben', { type: 'blueprint/propose', period, after: 0, seats: ['sales'] }]);
  deepEqual(when(open, ask([take])), { refused: { code: 'blueprint-open', period } });
});

test('capacity that shrinks while a change waits for its last signature is caught', () => {
  const ill: Asked = [
    'p_ben',
    { type: 'capacity/take-off', person: 'p_ben', id: 'a_ill', from: '2026-04-01', to: '2026-06-30', halfFirst: false, halfLast: false },
  ];
  const answer = when(given(...asked, signChange('sales'), ill), signChange('finance'));
  equal('refused' in answer && answer.refused.code, 'over-capacity');
});

test('a scenario of a draft is not the truth until it is chosen; then its edits are the draft', () => {
  const tried: readonly Asked[] = [
    ...PLANNED,
    [
      'p_ben',
      {
        type: 'scenario/try',
        id: 'v_web',
        period,
        name: ' Webinars ',
        edits: [take, out('r_fair', 0), { edit: 'lever', lever: { lever: 'add', days: 3, skill: null, minor: null, why: 'n_free' } }],
      },
    ],
  ];
  const before = given(...tried);
  deepEqual([before.priority.has('r_web'), before.scenario.get('v_web')?.name], [false, 'Webinars']);
  const after = given(...tried, ['p_ben', { type: 'scenario/choose', id: 'v_web' }]);
  deepEqual([after.priority.get('r_web')?.title, after.priority.get('r_fair')?.retired], ['Webinars', { why: 'n_out' }]);
  equal(after.blueprint.get(period)?.levers[0]?.lever.lever, 'add');
  deepEqual(when(after, ['p_ben', { type: 'scenario/choose', id: 'v_web' }]), { refused: { code: 'scenario-chosen' } });
});
