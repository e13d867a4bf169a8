import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Book } from '../book.ts';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, when, type Asked } from '../given.ts';
import { latestConfidence } from './outcome.ts';
import { bandOf, scoreOf, scoreStart, toTenth } from './score.ts';

const reported = { metric: { kind: 'reported', unit: 'count' }, baseline: 20, target: 40 } as const;

test('a score is how far it came from the baseline to the target, to one decimal', () => {
  equal(scoreOf(reported, 20), 0);
  equal(scoreOf(reported, 33), 0.7);
  equal(scoreOf(reported, 40), 1);
  equal(scoreOf(reported, 55), 1);
  equal(scoreOf(reported, 3), 0);
  equal(scoreOf({ ...reported, baseline: 12, target: 4 }, 6), 0.8);
});
test('what adds up counts from nothing where no baseline was recorded, a level does not', () => {
  const won = { metric: { kind: 'measured', measure: 'won-revenue', unit: 'money' }, baseline: null, target: 100 } as const;
  equal(scoreOf(won, 55), 0.6);
  equal(scoreStart({ ...won, metric: { ...won.metric, measure: 'open-pipeline' } }), null);
  equal(scoreOf({ ...reported, baseline: null }, 10), null);
});
test('bands are those of the practice: 0.7, 0.4', () =>
  deepEqual([1, 0.7, 0.6, 0.4, 0.3, 0].map(bandOf), ['green', 'green', 'yellow', 'yellow', 'red', 'red']));
test('halves go up, whatever binary makes of them', () =>
  deepEqual([0.05, 0.15, 0.35, 0.65, 0.649].map(toTenth), [0.1, 0.2, 0.4, 0.7, 0.6]));

const amount = fc.double({ min: 0, max: 1e12, noNaN: true });
test('a score lies in [0, 1] and never falls while the value nears the target', () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, (baseline, target, one, other) => {
      const terms = { metric: { kind: 'reported', unit: 'count' }, baseline, target } as const;
      const [a, b] = [scoreOf(terms, one), scoreOf(terms, other)];
      if (baseline === target) return a === null && b === null;
      const nearer = target > baseline ? one <= other : one >= other;
      return a! >= 0 && a! <= 1 && b! >= 0 && b! <= 1 && (nearer ? a! <= b! : a! >= b!);
    }),
  );
});

// The tests' morning is 3 February 2026: u_past was due on 31 January.
const past: Asked = [
  'p_ben',
  {
    type: 'outcome/add',
    id: 'u_past',
    objective: 'o_grow',
    owner: null,
    name: 'Meetings held',
    metric: { kind: 'reported', unit: 'count' },
    from: '2026-01-01',
    due: '2026-01-31',
    baseline: 20,
    target: 40,
  },
];
const book = given(...FOUNDED, ...AIMS, past, ['p_ben', { ...past[1], id: 'u_bare', baseline: null } as Asked[1]]);
const outcome = (after: Book, id: 'u_past' | 'u_stay') => after.outcome.get(id)!;

test('at the due date an outcome is scored from its final value', () => {
  const score = { type: 'outcome/score', id: 'u_past', value: 33, score: null, note: null } as const;
  deepEqual(when(book, ['p_ben', score]), { events: [{ type: 'outcome/scored', id: 'u_past', value: 33, score: 0.7, note: null }] });
});
test('where nothing can be computed a person gives the score, with words', () => {
  const judged = { type: 'outcome/score', id: 'u_bare', value: 33, score: 0.4, note: 'n_judged' } as const;
  deepEqual(when(book, ['p_ben', judged]), { events: [{ ...judged, type: 'outcome/scored' }] });
});

const score = { type: 'outcome/score', id: 'u_past', value: 33, score: null, note: null } as const;
const sure = { type: 'outcome/state-confidence', id: 'u_stay', percent: 60, on: '2026-02-03', note: null } as const;
const REFUSED: readonly (readonly [string, Asked[1], Refusal])[] = [
  ['a score waits for the due date', { ...score, id: 'u_stay' }, { code: 'not-due-yet', id: 'u_stay', due: '2026-12-31' }],
  ['a computed score is not overruled', { ...score, score: 0.9 }, { code: 'score-is-computed', id: 'u_past' }],
  ['without a start there is no computed score', { ...score, id: 'u_bare' }, { code: 'score-without-start', id: 'u_bare' }],
  ['a judged score has words', { ...score, id: 'u_bare', score: 0.4 }, { code: 'score-needs-words', id: 'u_bare' }],
  ['a judged score lies between 0 and 1', { ...score, id: 'u_bare', score: 1.1, note: 'n_x' }, { code: 'score-out-of-range' }],
  ['confidence is a whole percentage', { ...sure, percent: 60.5 }, { code: 'confidence-out-of-range' }],
  ['confidence is at most certain', { ...sure, percent: 101 }, { code: 'confidence-out-of-range' }],
  ['after the due date nobody is confident', { ...sure, id: 'u_past' }, { code: 'due-already', id: 'u_past', due: '2026-01-31' }],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { refused }));

test('confidence is stated by anybody who signs, again and again, and leaves the score alone', () => {
  const after = given(...FOUNDED, ...AIMS, ['p_caro', sure], ['p_ben', { ...sure, percent: 40, on: '2026-02-02' }]);
  equal(latestConfidence(outcome(after, 'u_stay'), '2026-02-03')?.percent, 60);
  equal(latestConfidence(outcome(after, 'u_stay'), '2026-02-02')?.percent, 40);
  equal(latestConfidence(outcome(after, 'u_stay'), '2026-02-01'), null);
  equal(outcome(after, 'u_stay').scored, null);
});
test('a score is set anew when its final value is corrected', () => {
  const after = given(...FOUNDED, ...AIMS, past, ['p_ben', score], ['p_ben', { ...score, value: 26 }]);
  equal(outcome(after, 'u_past').scored?.score, 0.3);
  deepEqual(outcome(after, 'u_past').confidence, []);
});
