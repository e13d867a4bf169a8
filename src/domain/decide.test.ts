import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { emptyBook, fold, kindOf, type Command, type Event } from './book.ts';
import { decideBatch, type Refusal } from './decide.ts';
import { FOUNDED, given, minute } from './given.ts';

const book = given(...FOUNDED);
const ctx = { by: 'p_ben', at: minute(30) } as const;
const objective = (id: 'o_a' | 'o_b'): Command => ({ type: 'objective/set', id, statement: id, due: '2026-12-31', owner: null });

test('the events of a batch are numbered on from the book, and carry who decided and when', () => {
  const decided = decideBatch(book, [objective('o_a'), objective('o_b')], ctx);
  deepEqual(decided.ok && decided.value.entries.map(({ stamp }) => stamp), [
    { seq: book.seq + 1, ...ctx },
    { seq: book.seq + 2, ...ctx },
  ]);
});

test('a command sees what the ones before it in its batch changed', () => {
  const reworded: Command = { type: 'objective/reword', id: 'o_a', statement: 'Better' };
  const decided = decideBatch(book, [objective('o_a'), reworded], ctx);
  equal(decided.ok && decided.value.book.objective.get('o_a')?.statement, 'Better');
});

test('one refusal refuses the whole batch and says which command it was', () => {
  deepEqual(decideBatch(book, [objective('o_a'), objective('o_b'), objective('o_a')], ctx), {
    ok: false,
    refusal: { index: 2, refusal: { code: 'there-already', thing: 'objective', id: 'o_a' } },
  });
});

test('a batch in which nothing has to change is granted and leaves the book as it is', () => {
  const decided = decideBatch(book, [{ type: 'company/rename', name: 'Havel Pumps' }], { by: 'p_ana', at: minute(30) });
  deepEqual(decided, { ok: true, value: { entries: [], book } });
});

test('a message that no area knows is a defect, never a guess', () => {
  for (const type of ['party/throw', 'objective/burn', 'toString', 'constructor/x', 'objectiveX', ''])
    throws(() => decideBatch(book, [{ type } as unknown as Command], ctx), /nothing handles/);
  throws(
    () => fold([{ event: { type: 'objective/burned', id: 'o_a' } as unknown as Event, stamp: { seq: 1, ...ctx } }]),
    /nothing handles/,
  );
  equal(kindOf({ type: 'backlog/place' }), 'backlog');
});

test('folding nothing gives the book it started from, and folding leaves that book as it was', () => {
  deepEqual(fold([], book), book);
  const before = book.objective.size;
  const decided = decideBatch(book, [objective('o_a')], ctx);
  equal(decided.ok && fold(decided.value.entries, book).objective.size, before + 1);
  equal(book.objective.size, before);
  equal(emptyBook.company.size, 0);
});

/** Every refusal there is: a new one does not compile until it stands here, and does not pass until a rule tests it. */
const REFUSALS: { readonly [C in Refusal['code']]: true } = {
  'not-there': true,
  'there-already': true,
  'not-an-id': true,
  retired: true,
  empty: true,
  'too-long': true,
  'not-a-day': true,
  'ends-before-it-starts': true,
  'not-a-number': true,
  'not-one-of': true,
  'not-founded': true,
  'founded-already': true,
  'margin-out-of-range': true,
  'term-out-of-range': true,
  'nothing-counts': true,
  'last-owner': true,
  'look-back-out-of-range': true,
  'half-life-out-of-range': true,
  'repeats-out-of-range': true,
  'rules-in-force': true,
  'signed-other-seat': true,
  'stages-out-of-range': true,
  'stage-twice': true,
  'stage-without-sign': true,
  'sign-in-two-stages': true,
  'no-such-proposal': true,
  'look-back-in-touch-rules': true,
  'not-a-fiscal-calendar': true,
  'not-a-currency': true,
  'currency-in-use': true,
  'measured-not-reported': true,
  'target-is-baseline': true,
  formula: true,
  'unit-stays': true,
  'corridor-empty': true,
  'corridor-upside-down': true,
  'over-days-out-of-range': true,
  'not-due-yet': true,
  'due-already': true,
  'score-is-computed': true,
  'score-needs-words': true,
  'score-without-start': true,
  'score-out-of-range': true,
  'confidence-out-of-range': true,
  'segment-name-taken': true,
  'segment-empty': true,
  'segment-too-large': true,
  'segment-too-deep': true,
  'condition-values': true,
  'money-without-currency': true,
  'agreed-in-guidepoint': true,
  'calendar-agreed': true,
  'not-a-quarter': true,
  'outcomes-one-to-five': true,
  'seats-needed': true,
  'said-twice': true,
  'seat-not-asked': true,
  'not-your-seat': true,
  'version-moved-on': true,
  locked: true,
  'not-locked': true,
  'nothing-changed': true,
  'outcomes-moved': true,
  'terms-outside': true,
  'change-open': true,
  'change-decided': true,
  'approver-is-proposer': true,
  'approver-without-seat': true,
  'not-the-approver': true,
  'not-the-proposer': true,
  'request-stands-otherwise': true,
  'merged-into-itself': true,
  'merge-into-the-first': true,
  'not-your-request': true,
  'question-open': true,
  'no-question': true,
  'no-place-asked': true,
  'not-a-place': true,
  'not-later': true,
  'form-closed': true,
  'no-weekday': true,
  'too-many-holidays': true,
  'calendar-in-use': true,
  'focus-out-of-range': true,
  'hours-out-of-range': true,
  'shares-not-whole': true,
  'skill-twice': true,
  'team-has-people': true,
  'not-a-month': true,
  'month-locked': true,
  'not-a-period': true,
  'period-not-over': true,
  'reason-needed': true,
  'edition-withdrawn': true,
  'amount-needed': true,
  'more-than-open': true,
  'more-than-planned': true,
  'no-rate': true,
  'currencies-differ': true,
  'invoice-twice': true,
  'spend-taken': true,
  'struck-already': true,
  'commitments-open': true,
  'nowhere-to-move': true,
  'not-a-rate': true,
  'same-currency': true,
  'calendar-budgeted': true,
  'sizes-not-ascending': true,
  'not-a-question-id': true,
  'out-of-range': true,
  'needs-in-circle': true,
  'finished-already': true,
  'not-finished': true,
  'not-dropped': true,
  'low-above-high': true,
  'growth-out-of-range': true,
  'lag-out-of-range': true,
  'no-such-lag': true,
  'not-started': true,
  'not-waiting': true,
  'not-ready': true,
  'column-full': true,
  'cycle-open': true,
  'cycle-closed': true,
  'cycle-not-started': true,
  'in-another-cycle': true,
  'other-team': true,
  'unjustified-above-line': true,
  'before-itself': true,
  'name-means-another': true,
  'key-stays': true,
  'no-duties-for': true,
  'has-left': true,
  'duty-of-other-scheme': true,
  'nothing-has-id': true,
  'side-without-anybody': true,
  'sides-are-one': true,
  'not-agreed-yet': true,
  'agreed-already': true,
  'revision-moved-on': true,
  'not-your-side': true,
  'side-signed': true,
  'signed-other-side': true,
  'expectation-ended': true,
  'deciders-needed': true,
  'too-much-evidence': true,
  'superseded-already': true,
  'shares-out-of-range': true,
  'depends-in-a-circle': true,
  'skills-over-effort': true,
  'signed-already': true,
  'blueprint-change-decided': true,
  'blueprint-agreed': true,
  'blueprint-open': true,
  'nothing-planned': true,
  'blueprint-moved': true,
  'over-capacity': true,
  'wont-without-why': true,
  'not-in-plan': true,
  'lever-already': true,
  'edited-twice': true,
  'spent-over-planned': true,
  'not-a-later-quarter': true,
  'agreed-in-blueprint': true,
  'scenario-chosen': true,
  'agenda-length': true,
  'not-an-instant': true,
  'too-many-people': true,
  'not-invited': true,
  'guest-leads': true,
  'not-the-facilitator': true,
  'workshop-not-open': true,
  'workshop-open': true,
  'workshop-over': true,
  'timer-not-running': true,
  'timer-runs': true,
  'put-together-already': true,
  'no-such-step': true,
  'not-on-the-agenda': true,
  'shown-already': true,
  'not-shown-yet': true,
  'votes-shown': true,
  'prework-not-asked': true,
  'prework-shown': true,
  'not-your-own': true,
  'campaign-runs': true,
  'money-set-aside': true,
  'line-needed': true,
  'line-in-other-currency': true,
  'more-than-left': true,
  'thresholds-crossed': true,
  'not-a-threshold': true,
  'hand-and-facts': true,
  'relative-needs-variants': true,
  'too-many-guardrails': true,
  'deadline-before-start': true,
  'no-brief': true,
  'criteria-frozen': true,
  'criteria-not-frozen': true,
  'campaign-ended': true,
  'starts-later': true,
  'deadline-passed': true,
  'questions-open': true,
  'variants-needed': true,
  'second-is-first': true,
  'second-not-here': true,
  'not-the-second': true,
  'no-criteria': true,
  'criteria-moved-on': true,
  'criteria-not-proposed': true,
  'start-has-passed': true,
  'not-started-yet': true,
  'look-out-of-range': true,
  'look-goes-back': true,
  'arms-do-not-match': true,
  'nothing-told': true,
  'not-another-word': true,
  'overrule-waits': true,
  'no-such-overrule': true,
  'overrule-answered': true,
  'not-the-asker': true,
  'overruled-on-this': true,
  'verdict-needed': true,
  'looked-since': true,
  'not-work-of-campaign': true,
  'scale-over-capacity': true,
  'may-not': true,
};

test('every refusal there is has a rule among the tests that expects it', () => {
  const tests = globSync('**/*.test.ts', { cwd: import.meta.dirname })
    .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  deepEqual(
    Object.keys(REFUSALS).filter((code) => !tests.includes(`code: '${code}'`)),
    [],
  );
});

test('a batch of 500 over 10,000 items costs a small multiple of a batch of one, since the book is copied once', () => {
  const add = (n: number): Command => ({
    type: 'item/add',
    id: `w_${n}`,
    title: 'x',
    priority: null,
    owner: null,
    sizeDays: 1,
    request: null,
    foundational: null,
    on: '2026-02-12',
  });
  const many = decideBatch(
    book,
    Array.from({ length: 10_000 }, (_, n) => add(n)),
    ctx,
  );
  if (!many.ok) throw new Error('refused');
  const size = (n: number): Command => ({ type: 'item/size', id: `w_${n}`, sizeDays: 2 });
  const place = (n: number): Command => ({ type: 'backlog/place', item: `w_${n}`, before: null });
  for (const make of [size, place]) {
    const took = (length: number): number => {
      const commands = Array.from({ length }, (_, n) => make(n));
      const runs = Array.from({ length: 5 }, () => {
        const began = performance.now();
        equal(decideBatch(many.value.book, commands, ctx).ok, true);
        return performance.now() - began;
      });
      return Math.min(...runs);
    };
    took(500);
    // One copy for each command would make this some 500 times.
    ok(took(500) < 60 * Math.max(took(1), 0.05), make(0).type);
  }
});
