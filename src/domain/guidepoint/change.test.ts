import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../kernel/ids.ts';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, minute, when, type Asked } from '../given.ts';
import { current, isLocked, openChange, type GuidepointCommand } from './guidepoint.ts';

const period = '2026-Q2';
const wording = { statement: 'Utilities come back', outcomes: ['u_rev'], seats: ['sales', 'finance'] } as const;
const LOCKED: readonly Asked[] = [
  ...FOUNDED,
  ...AIMS,
  ['p_ben', { type: 'guidepoint/propose', period, ...wording }],
  ['p_caro', { type: 'guidepoint/sign', period, version: 1, seat: 'sales' }],
  ['p_dirk', { type: 'guidepoint/sign', period, version: 1, seat: 'finance' }],
];
type AskChange = Extract<GuidepointCommand, { type: 'guidepoint/ask-change' }>;
const ask = (change: Partial<AskChange> = {}, by: PersonId = 'p_ben'): Asked => [
  by,
  {
    type: 'guidepoint/ask-change',
    period,
    change: 'x_cut',
    reason: 'money-or-people-moved',
    words: 'n_cut',
    terms: [{ outcome: 'u_rev', target: 40_000_000, due: '2026-06-30' }],
    approver: 'p_dirk',
    ...wording,
    ...change,
  },
];
const approve = (by: PersonId, change: AskChange['change'] = 'x_cut'): Asked => [by, { type: 'guidepoint/approve-change', period, change }];
const withdraw = (by: PersonId): Asked => [by, { type: 'guidepoint/withdraw-change', period, change: 'x_cut' }];
const asked = given(...LOCKED, ask());
const of = (book: ReturnType<typeof given>) => book.guidepoint.get(period)!;

test('a change waits for its approver and alters nothing until he says so', () => {
  equal(openChange(of(asked))?.state, 'open');
  equal(isLocked(of(asked)), true);
  equal(asked.outcome.get('u_rev')?.target, 45_000_000);
});

test('an approved change starts a new version and moves the targets in the same batch', () => {
  deepEqual(when(asked, approve('p_dirk')), {
    events: [
      {
        type: 'guidepoint/change-approved',
        period,
        change: 'x_cut',
        statement: wording.statement,
        outcomes: [
          {
            outcome: 'u_rev',
            name: 'Won revenue',
            metric: { kind: 'measured', measure: 'won-revenue', unit: 'money' },
            from: '2026-04-01',
            due: '2026-06-30',
            baseline: 30_000_000,
            target: 40_000_000,
          },
        ],
        seats: ['sales', 'finance'],
      },
      { type: 'outcome/target-moved', id: 'u_rev', target: 40_000_000, due: '2026-06-30', why: null },
    ],
  });
  const after = given(...LOCKED, ask(), approve('p_dirk'));
  equal(isLocked(of(after)), false);
  equal(current(of(after)).change, 'x_cut');
  equal(after.outcome.get('u_rev')?.target, 40_000_000);
});

test('the new version locks when every seat has signed it', () => {
  const signed = given(
    ...LOCKED,
    ask(),
    approve('p_dirk'),
    ['p_caro', { type: 'guidepoint/sign', period, version: 2, seat: 'sales' }],
    ['p_dirk', { type: 'guidepoint/sign', period, version: 2, seat: 'finance' }],
  );
  equal(isLocked(of(signed)), true);
});

test('a change without new terms moves no target', () => {
  const answer = when(given(...LOCKED, ask({ terms: [], seats: ['sales', 'finance', 'ceo'] })), approve('p_dirk'));
  deepEqual('events' in answer && answer.events.map(({ type }) => type), ['guidepoint/change-approved']);
});

test('a change corrects a baseline too, and the corrected one is signed', () => {
  const corrected = { outcome: 'u_rev', target: 45_000_000, due: '2026-06-30', baseline: 31_000_000 } as const;
  const answer = when(given(...LOCKED, ask({ terms: [corrected] })), approve('p_dirk'));
  const events = 'events' in answer ? answer.events : [];
  deepEqual(events[1], { type: 'outcome/baseline-corrected', id: 'u_rev', baseline: 31_000_000, why: null });
  equal(events[0]?.type === 'guidepoint/change-approved' && events[0].outcomes[0]?.baseline, 31_000_000);
});

test('the approver may refuse, with a reason, and a new change may then be asked for', () => {
  const refusal: Asked = ['p_dirk', { type: 'guidepoint/refuse-change', period, change: 'x_cut', why: 'n_no' }];
  deepEqual(when(asked, refusal), { events: [{ type: 'guidepoint/change-refused', period, change: 'x_cut', why: 'n_no' }] });
  const refused = given(...LOCKED, ask(), refusal);
  deepEqual({ state: of(refused).changes[0]!.state, at: of(refused).changes[0]!.decidedAt }, { state: 'refused', at: minute(12) });
  equal(isLocked(of(refused)), true);
  equal('events' in when(refused, ask({ change: 'x_second' })), true);
});

test('who asked may withdraw', () => {
  deepEqual(when(asked, withdraw('p_ben')), { events: [{ type: 'guidepoint/change-withdrawn', period, change: 'x_cut' }] });
});

test('once who asked has left, somebody else may withdraw, so that no change blocks a Guidepoint for ever', () => {
  const left: Asked = ['p_ana', { type: 'company/remove-member', person: 'p_ben' }];
  deepEqual(when(given(...LOCKED, ask(), left), withdraw('p_ana')), {
    events: [{ type: 'guidepoint/change-withdrawn', period, change: 'x_cut' }],
  });
});

test('an approver who has lost his seat since approves nothing', () => {
  const lost: Asked = ['p_ana', { type: 'company/give-seats', person: 'p_dirk', seats: [] }];
  deepEqual(when(given(...LOCKED, ask(), lost), approve('p_dirk')), { refused: { code: 'approver-without-seat' } });
});

test('an outcome that came in with the change and was retired meanwhile stops its approval', () => {
  const wider = ask({ outcomes: ['u_rev', 'u_stay'] });
  const retired: Asked = ['p_ben', { type: 'outcome/retire', id: 'u_stay', why: 'n_gone' }];
  deepEqual(when(given(...LOCKED, wider, retired), approve('p_dirk')), { refused: { code: 'retired', thing: 'outcome', id: 'u_stay' } });
});

const open = given(...FOUNDED, ...AIMS, ['p_ben', { type: 'guidepoint/propose', period, ...wording }]);
const locked = given(...LOCKED);
const term = (target: number, due = '2026-06-30', outcome: 'u_rev' | 'u_stay' = 'u_rev') => ({ outcome, target, due });
const REFUSED: readonly (readonly [string, ReturnType<typeof given>, Asked, Refusal])[] = [
  ['a change needs a Guidepoint', given(...FOUNDED, ...AIMS), ask(), { code: 'not-there', thing: 'guidepoint', id: period }],
  ['what is not locked is reworded, not changed', open, ask(), { code: 'not-locked' }],
  ['one change waits at a time', asked, ask({ change: 'x_other' }), { code: 'change-open', change: 'x_cut' }],
  ['a change has an id of its own', given(...LOCKED, ask(), withdraw('p_ben')), ask(), { code: 'not-an-id', thing: 'change', id: 'x_cut' }],
  [
    'wanting something else is not a reason',
    locked,
    ask({ reason: 'changed-our-mind' as 'law-or-regulator' }),
    {
      code: 'not-one-of',
      field: 'reason',
      found: 'changed-our-mind',
      choices: ['objective-changed', 'money-or-people-moved', 'law-or-regulator'],
    },
  ],
  ['who asks does not approve', locked, ask({ approver: 'p_caro' }, 'p_caro'), { code: 'approver-is-proposer' }],
  ['an approver holds a seat that signed', locked, ask({ approver: 'p_ana' }), { code: 'approver-without-seat' }],
  ['a change changes something', locked, ask({ terms: [] }), { code: 'nothing-changed' }],
  [
    'a change that says what stands changes nothing',
    locked,
    ask({ terms: [term(45_000_000)], statement: ` ${wording.statement} ` }),
    { code: 'nothing-changed' },
  ],
  [
    'new terms are about outcomes of the change',
    locked,
    ask({ terms: [term(80, '2026-12-31', 'u_stay')] }),
    { code: 'terms-outside', outcome: 'u_stay' },
  ],
  ['new terms are said once', locked, ask({ terms: [term(1), term(2)] }), { code: 'said-twice' }],
  ['new terms are in the unit of the outcome', locked, ask({ terms: [term(0.5)] }), { code: 'not-a-number', field: 'target' }],
  ['new terms have a day that exists', locked, ask({ terms: [term(1, 'soon')] }), { code: 'not-a-day', field: 'due', found: 'soon' }],
  [
    'new terms are not due before the outcome starts',
    locked,
    ask({ terms: [term(1, '2026-03-31')] }),
    { code: 'ends-before-it-starts', from: '2026-04-01', to: '2026-03-31' },
  ],
  ['new terms ask for something', locked, ask({ terms: [term(30_000_000)] }), { code: 'target-is-baseline' }],
  ['only the approver approves', asked, approve('p_caro'), { code: 'not-the-approver' }],
  ['who asked does not approve', asked, approve('p_ben'), { code: 'not-the-approver' }],
  [
    'only the approver refuses',
    asked,
    ['p_caro', { type: 'guidepoint/refuse-change', period, change: 'x_cut', why: 'n_no' }],
    { code: 'not-the-approver' },
  ],
  ['only who asked withdraws', asked, withdraw('p_caro'), { code: 'not-the-proposer' }],
  ['a change that is not there is not decided', asked, approve('p_dirk', 'x_none'), { code: 'not-there', thing: 'change', id: 'x_none' }],
  [
    'a change is decided once',
    given(...LOCKED, ask(), approve('p_dirk')),
    approve('p_dirk'),
    { code: 'change-decided', state: 'approved' },
  ],
];
for (const [rule, book, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, command), { refused }));
