import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { given, when, type Asked } from '../given.ts';
import {
  ben,
  brief,
  BRIEFED,
  caro,
  criteria,
  FROZEN,
  looked,
  MICRO,
  PLANNED_MICRO,
  PROPOSED,
  READY,
  RUNNING,
  share,
  start,
  take,
  whenOn,
  WRITTEN,
} from '../given-campaign.ts';
import type { Criteria } from './criteria.ts';
import { frozenCriteria, isLate, standingLooks, unanswered } from './micro.ts';

const planned = given(...PLANNED_MICRO);
const briefed = given(...BRIEFED);
const written = given(...WRITTEN);
const proposed = given(...PROPOSED);
const frozen = given(...FROZEN);
const ready = given(...READY);
const running = given(...RUNNING);
const microIn = (book: typeof planned) => book.campaign.get(MICRO)!.micro!;
const write = (change: Partial<Criteria> & { readonly kind?: Criteria['measure']['kind'] } = {}): Asked => {
  const { kind, ...rest } = change;
  const measure = kind ? { ...criteria.measure, kind } : criteria.measure;
  return ben({ type: 'campaign/write-criteria', id: MICRO, criteria: { ...criteria, measure, ...rest } });
};
const freeze = caro({ type: 'campaign/freeze', id: MICRO, revision: 1 });

test('a brief makes a campaign a micro-campaign', () => {
  equal(planned.campaign.get(MICRO)!.micro, null);
  const { hypothesis, line, variants, written: none } = microIn(briefed);
  deepEqual([hypothesis, line, variants.length, none], ['n_believe', 'b_out', 1, null]);
});
test('criteria are written, put to somebody by name, and frozen by him and nobody else', () => {
  deepEqual(when(proposed, freeze), { events: [{ type: 'campaign/frozen', id: MICRO, revision: 1 }] });
  equal(frozenCriteria(microIn(proposed)), null);
  deepEqual(frozenCriteria(microIn(frozen)), criteria);
  equal(microIn(frozen).written!.frozen!.by, 'p_caro');
});
test('a new wording, or another brief, has to be put forward again', () => {
  const reworded = given(...PROPOSED, write({ scale: 0.1 }));
  deepEqual([microIn(reworded).written!.revision, microIn(reworded).written!.proposed], [2, null]);
  const rebriefed = given(...PROPOSED, ben({ ...brief, hypothesis: 'n_other' }));
  deepEqual(when(rebriefed, freeze), { refused: { code: 'criteria-not-proposed', campaign: MICRO } });
});
test('who does not freeze them says why, and they are open again', () => {
  const declined = given(...PROPOSED, caro({ type: 'campaign/decline-criteria', id: MICRO, revision: 1, why: 'n_low' }));
  deepEqual([microIn(declined).written!.declined?.why, microIn(declined).written!.proposed], ['n_low', null]);
});
test('a start sets the money aside on its line and dates the evidence', () => {
  deepEqual(when(ready, ben(start)), {
    events: [
      {
        type: 'budget/committed',
        id: 'b_out',
        commitment: 'g_wave',
        what: 'Outreach, wave 1',
        on: '2026-02-03',
        due: '2026-03-31',
        minor: 100_000,
      },
      { type: 'campaign/money-set-aside', id: MICRO, commitment: 'g_wave' },
      { type: 'campaign/started', id: MICRO, on: '2026-02-03' },
    ],
  });
  deepEqual(when(running, ben(start)), { events: [] });
  deepEqual(unanswered(microIn(frozen)).length, 5);
});
test('looks are sums, and the last told for a day counts', () => {
  const told = given(...RUNNING, looked(150, 14), looked(150, 13, { correction: 'n_twice' }));
  deepEqual([microIn(told).looks.length, standingLooks(microIn(told)).map(({ arms }) => arms[0]!.of)], [2, [13]]);
  deepEqual(microIn(given(...RUNNING, looked(150, 14, { spentMinor: 20_000 }))).looks[0]!.spent, { minor: 20_000, currency: 'EUR' });
});
test('what is told after the verdict is kept, and is late', () => {
  const ended = given(
    ...RUNNING,
    take('abort'),
    ben({ type: 'verdict/abort', id: MICRO, drop: [], why: 'n_why', log: 'l_end' }),
    looked(300, 31),
  );
  equal(isLate(microIn(ended), microIn(ended).looks[0]!), true);
  equal(microIn(ended).ended!.how, 'aborted');
});
test('a micro-campaign that never started may be dropped', () =>
  deepEqual(when(ready, ben({ type: 'campaign/drop', id: MICRO, why: 'n_no' })), {
    events: [{ type: 'campaign/dropped', id: MICRO, why: 'n_no' }],
  }));

const facts = { ...criteria.measure, of: { what: 'won' }, outOf: { what: 'lead' } } as const;
const byFacts = given(
  ...BRIEFED,
  write({ measure: facts }),
  ben({ type: 'campaign/propose-criteria', id: MICRO, revision: 1, second: 'p_caro' }),
  freeze,
  ...READY.slice(FROZEN.length),
  ben(start),
);
const leftEve = given(...WRITTEN, ['p_ana', { type: 'company/remove-member', person: 'p_dirk' }]);
const looked150 = given(...RUNNING, looked(150, 14, { spentMinor: 20_000 }));
const dollars = given(...PLANNED_MICRO, [
  'p_ben',
  { type: 'budget/open', id: 'b_usd', name: 'Dollars', currency: 'USD', owner: null, purpose: null, takesSpend: false, months: [] },
]);
const propose = (second: `p_${string}`, revision = 1): Asked => ben({ type: 'campaign/propose-criteria', id: MICRO, revision, second });
/** Of the 3,000 euros on the line something else takes so much that 999.99 are left for the 1,000 of the campaign. */
const taken: Asked = [
  'p_ben',
  { type: 'budget/commit', id: 'b_out', commitment: 'g_else', what: 'Print', on: '2026-02-03', due: '2026-03-31', minor: 200_001 },
];
const moreThanLeft = { code: 'more-than-left', line: 'b_out', left: 99_999, wanted: 100_000, currency: 'EUR' } as const;
const REFUSED: readonly (readonly [string, typeof planned, Asked, Refusal])[] = [
  ['criteria need a brief', planned, write(), { code: 'no-brief', campaign: MICRO }],
  [
    'a line is in the currency of the company',
    dollars,
    ben({ ...brief, line: 'b_usd' }),
    { code: 'line-in-other-currency', line: 'b_usd', currency: 'USD' },
  ],
  ['randomising takes two variants', planned, ben({ ...brief, randomised: true }), { code: 'variants-needed', least: 2 }],
  ['scale lies beyond abort', briefed, write({ scale: 0.04 }), { code: 'thresholds-crossed', better: 'more', scale: 0.04, abort: 0.05 }],
  [
    'a share lies between nothing and all',
    briefed,
    write({ scale: 8 }),
    { code: 'not-a-threshold', field: 'scale', kind: 'share', relative: false, found: 8 },
  ],
  [
    'a measure is told by hand or counted, not half of each',
    briefed,
    write({ measure: { ...criteria.measure, outOf: { what: 'lead' } } }),
    { code: 'hand-and-facts' },
  ],
  [
    'a difference needs something to differ from',
    briefed,
    write({ measure: { ...criteria.measure, relative: true } }),
    { code: 'relative-needs-variants' },
  ],
  [
    'guardrails are few',
    briefed,
    write({ guardrails: Array.from({ length: 7 }, () => ({ measure: criteria.measure, limit: 0.03 })) }),
    { code: 'too-many-guardrails', most: 6 },
  ],
  [
    'the deadline comes after the start',
    briefed,
    write({ deadline: '2026-02-02' }),
    { code: 'deadline-before-start', deadline: '2026-02-02', start: '2026-02-03' },
  ],
  ['an error is less than a toss', briefed, write({ error: 0.5 }), { code: 'not-a-number', field: 'error' }],
  ['there is something to put forward', briefed, propose('p_caro'), { code: 'no-criteria', campaign: MICRO }],
  ['the second person is not the first', written, propose('p_ben'), { code: 'second-is-first' }],
  ['nor a viewer', written, propose('p_eve'), { code: 'second-not-here', person: 'p_eve' }],
  ['nor somebody who left', leftEve, propose('p_dirk'), { code: 'second-not-here', person: 'p_dirk' }],
  ['the wording is the one that stands', written, propose('p_caro', 2), { code: 'criteria-moved-on', current: 1 }],
  ['nobody freezes what nobody put forward', written, freeze, { code: 'criteria-not-proposed', campaign: MICRO }],
  [
    'nobody freezes alone',
    proposed,
    ben({ type: 'campaign/freeze', id: MICRO, revision: 1 }),
    { code: 'not-the-second', second: 'p_caro' },
  ],
  ['nor does anybody else', proposed, ['p_dirk', freeze[1]], { code: 'not-the-second', second: 'p_caro' }],
  ['frozen criteria are not written anew', frozen, write({ scale: 0.06 }), { code: 'criteria-frozen', campaign: MICRO }],
  ['nor is the brief', frozen, ben(brief), { code: 'criteria-frozen', campaign: MICRO }],
  ['nor put forward again', frozen, propose('p_dirk'), { code: 'criteria-frozen', campaign: MICRO }],
  ['nothing starts without frozen criteria', proposed, ben(start), { code: 'criteria-not-frozen', campaign: MICRO }],
  [
    'nothing starts with open questions',
    frozen,
    ben(start),
    { code: 'questions-open', questions: ['audience', 'consent', 'tracking', 'answers', 'afterwards'] },
  ],
  [
    'no more money than the line has is put forward',
    given(...WRITTEN, ben({ type: 'campaign/rebudget', id: MICRO, budgetMinor: 300_001 })),
    propose('p_caro'),
    { code: 'more-than-left', line: 'b_out', left: 300_000, wanted: 300_001, currency: 'EUR' },
  ],
  ['nor frozen, where something else has taken it since', given(...PROPOSED, taken), freeze, moreThanLeft],
  ['nor set aside by a start', given(...READY, taken), ben(start), moreThanLeft],
  ['what runs is not dropped', running, ben({ type: 'campaign/drop', id: MICRO, why: 'n_no' }), { code: 'campaign-runs', campaign: MICRO }],
  ['nothing is seen before the start', ready, looked(10, 1), { code: 'not-started-yet', campaign: MICRO }],
  [
    'nor before its first day, nor ahead of time',
    running,
    looked(10, 1, { on: '2026-02-04' }),
    { code: 'look-out-of-range', on: '2026-02-04', from: '2026-02-03', to: '2026-02-03' },
  ],
  ['counts do not go back', looked150, looked(149, 14), { code: 'look-goes-back', what: 'counts', last: '2026-02-03' }],
  ['nor does money', looked150, looked(160, 14, { spentMinor: 19_999 }), { code: 'look-goes-back', what: 'money', last: '2026-02-03' }],
  ['more replies than messages are none', running, looked(10, 11), { code: 'not-a-number', field: 'hits' }],
  [
    'each variant has its sums',
    running,
    looked(10, 1, { arms: [share(5, 1), share(5, 0)] }),
    { code: 'arms-do-not-match', found: 2, wanted: 1 },
  ],
  ['what is counted from facts is not told by hand', byFacts, looked(10, 1), { code: 'arms-do-not-match', found: 1, wanted: 0 }],
  ['a look tells something', byFacts, looked(10, 1, { arms: [] }), { code: 'nothing-told' }],
];
for (const [rule, book, asked, refused] of REFUSED) test(`refused: ${rule}`, () => deepEqual(when(book, asked), { refused }));

test('refused: criteria are frozen before the first day is over, and nothing starts ahead of it or after its deadline', () => {
  deepEqual(whenOn(proposed, '2026-02-04', freeze), { refused: { code: 'start-has-passed', from: '2026-02-03' } });
  deepEqual(whenOn(ready, '2026-02-02', ben(start)), { refused: { code: 'starts-later', from: '2026-02-03' } });
  deepEqual(whenOn(ready, '2026-05-16', ben(start)), { refused: { code: 'deadline-passed', deadline: '2026-05-15' } });
});
test('a look for an earlier day than the last is a correction or refused', () => {
  const later = given(...RUNNING);
  const two = whenOn(later, '2026-02-10', looked(200, 19, { on: '2026-02-10' }));
  equal('events' in two, true);
});
