import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { AIMS, FOUNDED, given, type Asked } from '../../domain/given.ts';
import { parseFormula } from '../../domain/strategy/formula/parse.ts';
import { formulaWords } from '../words/formula.ts';
import { cascadeOf, gapsOf, yearOf } from './cascade.ts';
import { evaluate, type Valued } from './formula-value.ts';
import type { Kpi } from '../../domain/strategy/kpi.ts';
import { healthOf, healthShown } from './kpi.ts';
import { recordOf } from './record.ts';
import { objectiveScore } from './scored.ts';

const VALUES: { readonly [name: string]: Valued } = {
  a: { value: 6 },
  b: { value: 4 },
  none: { value: 0 },
  dark: { value: null, why: 'nobody said' },
};
const worth = (formula: string): Valued => {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(formulaWords(parsed.refusal).text);
  return evaluate(parsed.value, (name) => VALUES[name]!);
};

test('a formula is worth what arithmetic says', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['[a] + [b] * 2', 14],
    ['([a] + [b]) * 2', 20],
    ['[a] - [b] - 1', 1],
    ['-[a] / [b]', -1.5],
    ['min([a], [b], 5)', 4],
    ['max([a], [b], 5)', 6],
    ['if([a] > [b], [a], [b])', 6],
    ['if([none] = 0, 0, [a] / [none])', 0],
  ];
  for (const [formula, value] of cases) deepEqual(worth(formula), { value }, formula);
});

test('what is not known makes the whole not known, with its reason; a branch not taken is not asked', () => {
  deepEqual(worth('[a] + [dark]'), { value: null, why: 'nobody said' });
  deepEqual(worth('[a] / [none]'), { value: null, why: 'column 5 divides by nothing' });
  deepEqual(worth('if([a] > 1, [b], [dark])'), { value: 4 });
});

test('a reported value that is older than the KPI looks back is silence, and not green', () => {
  const kpi = { metric: { kind: 'reported', unit: 'percent' }, overDays: 30, low: 20, high: null } as unknown as Kpi;
  equal(healthShown(kpi, { value: 25, asOf: '2026-05-01' }, '2026-05-31'), 'healthy');
  equal(healthShown(kpi, { value: 25, asOf: '2026-05-01' }, '2026-06-01'), 'silent');
  equal(healthShown(kpi, { value: 5, asOf: '2026-05-01' }, '2026-06-01'), 'low');
});

test('a bound of the corridor is still healthy', () => {
  const corridor = { low: 20, high: 30 };
  deepEqual(
    [19.9, 20, 30, 30.1, null].map((v) => healthOf(corridor, v)),
    ['low', 'healthy', 'healthy', 'high', 'unknown'],
  );
});

const PLANNED: readonly Asked[] = [
  ...FOUNDED,
  ...AIMS,
  [
    'p_ben',
    {
      type: 'priority/plan',
      id: 'r_letters',
      period: '2026-Q2',
      owner: null,
      title: 'Letters',
      moscow: 'must',
      outcomes: ['u_rev'],
      effortDays: 20,
      budgetMinor: null,
      from: '2026-04-01',
      to: '2026-06-30',
    },
  ],
  ['p_ben', { type: 'objective/set', id: 'o_bare', statement: 'Be known', due: '2026-12-31', owner: null }],
  [
    'p_ben',
    {
      type: 'item/add',
      id: 'w_cups',
      title: 'Cups',
      priority: null,
      owner: null,
      sizeDays: 3,
      request: null,
      foundational: null,
      on: '2026-02-03',
    },
  ],
];

test('an outcome without a priority or without work is starved, work without either an orphan, an objective without outcome bare', () => {
  const before = gapsOf(cascadeOf(given(...PLANNED), '2026-05-01'));
  deepEqual(
    before.map(({ kind, name, why, days }) => [kind, name, why, days]),
    [
      ['bare', 'Be known', 'no outcome runs that makes it measurable', null],
      ['starved', 'Won revenue', 'its priorities have no work item', null],
      ['starved', 'Contracts renewed', 'no priority serves it', null],
      ['orphan', 'W-1 Cups', 'has no priority and no justification', 3],
    ],
  );
  const linked = given(...PLANNED, ['p_ben', { type: 'item/link', id: 'w_cups', priority: 'r_letters' }]);
  deepEqual(
    gapsOf(cascadeOf(linked, '2026-05-01')).map(({ kind, name }) => [kind, name]),
    [
      ['bare', 'Be known'],
      ['starved', 'Contracts renewed'],
    ],
  );
});

test('a priority whose outcomes are over is adrift', () => {
  const retired = given(...PLANNED, ['p_ben', { type: 'outcome/retire', id: 'u_rev', why: 'n_x' }]);
  deepEqual(
    cascadeOf(retired, '2026-05-01').adrift.map(({ id }) => id),
    ['r_letters'],
  );
});

test('an objective belongs to the fiscal year that holds its date', () => {
  equal(yearOf({ startMonth: 4, pattern: 'calendar' }, '2026-03-31'), '2026');
  equal(yearOf({ startMonth: 4, pattern: 'calendar' }, '2026-04-01'), '2027');
});

test('the score of an objective is the average of its outcomes that are over and scored', () => {
  const over = (id: `u_${string}`): Asked => [
    'p_ben',
    {
      type: 'outcome/add',
      id,
      objective: 'o_grow',
      owner: null,
      name: id,
      metric: { kind: 'reported', unit: 'count' },
      from: '2026-01-01',
      due: '2026-01-31',
      baseline: 0,
      target: 10,
    },
  ];
  const score = (id: `u_${string}`, value: number): Asked => ['p_ben', { type: 'outcome/score', id, value, score: null, note: null }];
  const book = given(...FOUNDED, ...AIMS, over('u_a'), over('u_b'), over('u_c'), score('u_a', 8), score('u_b', 3));
  deepEqual(objectiveScore(book, 'o_grow', '2026-02-03'), { score: 0.6, have: 2, of: 3 });
  deepEqual(objectiveScore(given(...FOUNDED, ...AIMS), 'o_grow', '2026-02-03'), { score: null, have: 0, of: 0 });
});

test('the record says who had agreed to exactly what, and when, and keeps what fell', () => {
  const period = '2026-Q2';
  const wording = { statement: 'Utilities come back', outcomes: ['u_rev'], seats: ['sales'] } as const;
  const book = given(
    ...FOUNDED,
    ...AIMS,
    ['p_ben', { type: 'guidepoint/propose', period, ...wording }],
    ['p_caro', { type: 'guidepoint/sign', period, version: 1, seat: 'sales' }],
    [
      'p_ben',
      {
        type: 'guidepoint/ask-change',
        period,
        change: 'x_1',
        reason: 'law-or-regulator',
        words: 'n_law',
        terms: [{ outcome: 'u_rev', target: 40_000_000, due: '2026-06-30' }],
        approver: 'p_caro',
        ...wording,
      },
    ],
    ['p_caro', { type: 'guidepoint/approve-change', period, change: 'x_1' }],
  );
  const record = recordOf({ book, today: '0001-01-01', nameOf: (id) => `${id}`, noteOf: (note) => `${note}` }, '3 February 2026', null);
  equal(record.title, 'On 3 February 2026 no Guidepoints were agreed, and one waited for signatures.');
  const [second, first] = record.guidepoints[0]!.versions;
  deepEqual([first!.terms[0]!.target, second!.terms[0]!.target], ['€450,000', '€400,000']);
  match(first!.stands, /^Agreed by every seat on 3 February 2026, \d\d:\d\d; it fell with version 2 on 3 February 2026/);
  deepEqual(
    first!.signatures.map(({ seat, name }) => [seat, name]),
    [['sales', 'p_caro']],
  );
  equal(second!.because?.words, 'n_law');
  equal(second!.agreed, false);
});
