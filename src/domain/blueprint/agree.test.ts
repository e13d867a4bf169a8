import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../book.ts';
import type { Refusal } from '../decide.ts';
import { given, minute, when, type Asked } from '../given.ts';
import { agreedAt, isAgreed, newest } from './blueprint.ts';
import { draftPlan } from './draft.ts';
import { AGREED, PERIOD as period, PLANNED, planned, propose, PROPOSED, sign, STAFFED } from '../given-blueprint.ts';

const ben = (command: Command): Asked => ['p_ben', command];
const cut = (priority: `r_${string}`): Asked =>
  ben({ type: 'blueprint/pull-lever', period, lever: { lever: 'cut', priority, why: 'n_cut' } });
const of = (book: ReturnType<typeof given>) => book.blueprint.get(period)!;
const codeOf = (answer: ReturnType<typeof when>): string | null => ('refused' in answer ? answer.refused.code : null);

test('what is put forward freezes the priorities, the milestones, the capacity as recorded, the rule and what is not done', () => {
  const book = given(
    ...PLANNED,
    ben({ type: 'milestone/set', id: 'm_out', priority: 'r_offer', title: 'Offer out', day: '2026-05-04' }),
    planned('drone', { moscow: 'wont' }),
    ben({ type: 'blueprint/leave-out', period, priority: 'r_drone', title: 'drone', why: 'n_no-outcome' }),
    ben({ type: 'blueprint/leave-out', period, priority: null, title: 'Careers page', why: 'n_serves-nothing' }),
    propose(),
  );
  const { plan } = newest(of(book))!;
  deepEqual(
    plan.lines.map((l) => [l.id, l.effortDays, l.milestones]),
    [
      ['r_offer', 10, [{ id: 'm_out', title: 'Offer out', day: '2026-05-04' }]],
      ['r_fair', 8, []],
    ],
  );
  deepEqual(plan.rule, { mustPercent: 60, couldPercent: 20 });
  ok(plan.capacity.days !== null && plan.capacity.days > 18);
  deepEqual(plan.notDoing, [
    { how: 'wont', priority: 'r_drone', title: 'drone', why: 'n_no-outcome' },
    { how: 'left-out', priority: null, title: 'Careers page', why: 'n_serves-nothing' },
  ]);
});

test('it is agreed when the last seat asked has signed, and not before', () => {
  const one = given(...PROPOSED, sign('sales'));
  deepEqual([isAgreed(of(one)), agreedAt(newest(of(one))!)], [false, null]);
  const both = given(...AGREED);
  deepEqual([isAgreed(of(both)), agreedAt(newest(of(both))!)], [true, minute(AGREED.length - 1)]);
});

test('a draft over capacity is put forward only once a cut is recorded; agreeing carries the cut out', () => {
  const much: readonly Asked[] = [...PLANNED, planned('film', { moscow: 'could', effortDays: 90 })];
  equal(codeOf(when(given(...much), propose())), 'over-capacity');
  const book = given(...much, cut('r_film'), propose(), sign('sales'));
  deepEqual(newest(of(book))!.plan.levers, [{ lever: 'cut', priority: 'r_film', why: 'n_cut' }]);
  deepEqual(when(book, sign('finance')), {
    events: [
      { type: 'blueprint/signed', period, version: 1, seat: 'finance' },
      { type: 'priority/dropped', id: 'r_film', why: 'n_cut' },
    ],
  });
});

test('deferring moves a priority into the later quarter when it is agreed, extending lets it end there and counts its rest there', () => {
  const levers: readonly Asked[] = [
    planned('film', { moscow: 'could', effortDays: 90 }),
    planned('site', { moscow: 'could', effortDays: 60, from: '2026-05-01', to: '2026-06-30' }),
    ben({ type: 'blueprint/pull-lever', period, lever: { lever: 'defer', priority: 'r_film', period: '2026-Q3', why: 'n_later' } }),
    ben({
      type: 'blueprint/pull-lever',
      period,
      lever: { lever: 'extend', priority: 'r_site', to: '2026-07-31', daysAfter: 50, minorAfter: null, why: 'n_longer' },
    }),
  ];
  const book = given(...PLANNED, ...levers, propose(), sign('sales'), sign('finance'));
  const { period: now, from, to } = book.priority.get('r_film')!;
  deepEqual([now, from, to], ['2026-Q3', '2026-07-01', '2026-08-28']);
  equal(book.priority.get('r_site')!.to, '2026-07-31');
  deepEqual(draftPlan(book, '2026-Q3').carried, [{ priority: 'r_site', title: 'site', moscow: 'could', days: 50, minor: null }]);
});

test('capacity that shrinks between putting forward and the last signature is caught', () => {
  const ill: Asked = ben({
    type: 'capacity/take-off',
    person: 'p_ben',
    id: 'a_ill',
    from: '2026-04-01',
    to: '2026-06-30',
    halfFirst: false,
    halfLast: false,
  });
  equal(codeOf(when(given(...PROPOSED, sign('sales'), ill), sign('finance'))), 'over-capacity');
});

test('a rule that is made stricter in between is caught too, and a company may loosen it', () => {
  const musts: readonly Asked[] = [...STAFFED, planned('offer', { effortDays: 30 })];
  const rule = (mustPercent: number): Asked => ['p_ana', { type: 'company/choose-shares', mustPercent, couldPercent: 10 }];
  const book = given(...musts);
  const share = Math.floor((30 / draftPlan(book, period).capacity.days!) * 100);
  equal(codeOf(when(given(...musts, rule(share - 1)), propose())), 'over-capacity');
  const loose = given(...musts, rule(share + 1), propose());
  equal(codeOf(when(loose, sign('sales'))), null);
  equal(codeOf(when(given(...musts, rule(share + 1), propose(), rule(share - 1)), sign('sales'))), 'over-capacity');
});

test('who declines takes his signature back, and who signs his refusal', () => {
  const no = ['p_caro', { type: 'blueprint/decline', period, version: 1, seat: 'sales', why: 'n_no' }] as const;
  const declined = newest(of(given(...PROPOSED, sign('sales'), no)))!;
  deepEqual([declined.signatures, declined.declined.sales?.why], [{}, 'n_no']);
  deepEqual(newest(of(given(...PROPOSED, no, sign('sales'))))!.declined, {});
});

test('a draft that moved since is put forward anew before anybody signs', () => {
  const moved: Asked = ben({ type: 'priority/resize', id: 'r_offer', effortDays: 11, budgetMinor: null });
  deepEqual(when(given(...PROPOSED, moved), sign('sales')), { refused: { code: 'blueprint-moved', period } });
  equal(codeOf(when(given(...PROPOSED, moved, propose(1)), sign('sales', 2))), null);
});

test('the priorities of an agreed Blueprint keep still, but may be handed over, and milestones may be reached', () => {
  const mile: Asked = ben({ type: 'milestone/set', id: 'm_out', priority: 'r_offer', title: 'Out', day: '2026-05-04' });
  const book = given(...PLANNED, mile, propose(), sign('sales'), sign('finance'));
  const still: readonly Command[] = [
    { type: 'priority/reword', id: 'r_offer', title: 'Other' },
    { type: 'priority/resize', id: 'r_offer', effortDays: 1, budgetMinor: null },
    { type: 'priority/drop', id: 'r_offer', why: 'n_w' },
    { type: 'priority/depend', id: 'r_offer', on: ['r_fair'] },
    { type: 'milestone/move', id: 'm_out', day: '2026-06-01' },
    { type: 'milestone/set', id: 'm_new', priority: 'r_offer', title: 'New', day: '2026-06-01' },
  ];
  for (const command of still)
    deepEqual(when(book, ben(command)), { refused: { code: 'agreed-in-blueprint', period, priority: 'r_offer' } });
  deepEqual(when(book, planned('new')), { refused: { code: 'agreed-in-blueprint', period, priority: null } });
  for (const command of [
    { type: 'priority/hand-over', id: 'r_offer', owner: 'p_caro' },
    { type: 'milestone/reach', id: 'm_out', on: '2026-05-05' },
  ] as const)
    equal(codeOf(when(book, ben(command))), null);
});

test('the fiscal calendar stays once a Blueprint was agreed', () => {
  deepEqual(when(given(...AGREED), ['p_ana', { type: 'company/choose-fiscal', fiscal: { startMonth: 4, pattern: '4-4-5' } }]), {
    refused: { code: 'calendar-agreed', period },
  });
});

const lever = (l: Extract<Command, { type: 'blueprint/pull-lever' }>['lever']): Asked =>
  ben({ type: 'blueprint/pull-lever', period, lever: l });
const REFUSED: readonly (readonly [string, readonly Asked[], Asked, Refusal])[] = [
  ['a quarter without priorities is not put forward', STAFFED, propose(), { code: 'nothing-planned', period }],
  ['who puts it forward knows which version it follows', PROPOSED, propose(), { code: 'version-moved-on', current: 1 }],
  ['the same once more is no new version, which would void signatures', PROPOSED, propose(1), { code: 'nothing-changed' }],
  ['an agreed Blueprint is not put forward again', AGREED, propose(1), { code: 'blueprint-agreed', period }],
  [
    'a Won’t says why',
    [...PLANNED, planned('drone', { moscow: 'wont' })],
    propose(),
    { code: 'wont-without-why', priorities: ['r_drone'] },
  ],
  ['nobody signs twice', [...PROPOSED, sign('sales')], sign('sales'), { code: 'signed-already', seat: 'sales' }],
  [
    'nobody signs an older revision',
    [...PROPOSED, ben({ type: 'priority/reword', id: 'r_offer', title: 'Other' }), propose(1)],
    sign('sales', 1),
    { code: 'version-moved-on', current: 2 },
  ],
  [
    'nobody signs for a seat he does not hold',
    PROPOSED,
    ['p_dirk', { type: 'blueprint/sign', period, version: 1, seat: 'sales' }],
    { code: 'not-your-seat', seat: 'sales' },
  ],
  [
    'a seat that was not asked does not sign',
    PROPOSED,
    ['p_ana', { type: 'blueprint/sign', period, version: 1, seat: 'ceo' }],
    { code: 'seat-not-asked', seat: 'ceo' },
  ],
  ['nobody signs what was not put forward', PLANNED, sign('sales'), { code: 'not-there', thing: 'blueprint', id: period }],
  ['a lever names what is in the plan', PLANNED, cut('r_none'), { code: 'not-in-plan', priority: 'r_none' }],
  [
    'one lever is pulled for a priority',
    [...PLANNED, lever({ lever: 'extend', priority: 'r_offer', to: '2026-07-01', daysAfter: 1, minorAfter: null, why: 'n_w' })],
    cut('r_offer'),
    { code: 'lever-already', priority: 'r_offer' },
  ],
  [
    'deferring means later',
    PLANNED,
    lever({ lever: 'defer', priority: 'r_offer', period: '2026-Q1', why: 'n_w' }),
    { code: 'not-a-later-quarter', found: '2026-Q1' },
  ],
  [
    'no more lands after the quarter than was planned',
    PLANNED,
    lever({ lever: 'extend', priority: 'r_offer', to: '2026-07-01', daysAfter: 11, minorAfter: null, why: 'n_w' }),
    { code: 'spent-over-planned', priority: 'r_offer' },
  ],
  [
    'adding nothing is no lever',
    PLANNED,
    lever({ lever: 'add', days: 0, skill: null, minor: null, why: 'n_w' }),
    { code: 'empty', field: 'days' },
  ],
  [
    'the shares of a company fit together',
    PLANNED,
    ['p_ana', { type: 'company/choose-shares', mustPercent: 90, couldPercent: 20 }],
    { code: 'shares-out-of-range' },
  ],
  [
    'nothing waits for itself, however long the way round',
    [...PLANNED, ben({ type: 'priority/depend', id: 'r_offer', on: ['r_fair'] })],
    ben({ type: 'priority/depend', id: 'r_fair', on: ['r_offer'] }),
    { code: 'depends-in-a-circle', through: ['r_fair', 'r_offer', 'r_fair'] },
  ],
  [
    'a priority is split into no more days than it has',
    PLANNED,
    ben({ type: 'priority/split', id: 'r_fair', skills: [{ skill: 'Design', days: 9 }] }),
    { code: 'skills-over-effort', skillDays: 9, effortDays: 8 },
  ],
];
for (const [rule, before, asked, refused] of REFUSED) test(rule, () => deepEqual(when(given(...before), asked), { refused }));

test('a lever that was released no longer counts', () => {
  const book = given(...PLANNED, cut('r_fair'), ben({ type: 'blueprint/release-lever', period, n: 1 }));
  deepEqual(
    draftPlan(book, period).lines.map((l) => l.id),
    ['r_offer', 'r_fair'],
  );
});
