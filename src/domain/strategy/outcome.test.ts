import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, minute, when } from '../given.ts';
import { reportedValue, type OutcomeCommand, type OutcomeEvent } from './outcome.ts';

const add = {
  type: 'outcome/add',
  id: 'u_new',
  objective: 'o_grow',
  owner: null,
  name: 'Deals opened',
  metric: { kind: 'measured', measure: 'opportunities-opened', unit: 'count' },
  from: '2026-04-01',
  due: '2026-06-30',
  baseline: 40,
  target: 60,
} as const satisfies OutcomeCommand;
const book = given(
  ...FOUNDED,
  ...AIMS,
  ['p_ben', { type: 'objective/set', id: 'o_next', statement: 'Next', due: '2027-12-31', owner: null }],
  ['p_ben', { ...add, id: 'u_old' }],
  ['p_ben', { type: 'outcome/retire', id: 'u_old', why: 'n_old' }],
);

const { type: _, ...terms } = add;
const GRANTED: readonly (readonly [string, OutcomeCommand, ...OutcomeEvent[]])[] = [
  ['an outcome is added to an objective', { ...add, name: ' Deals opened ' }, { type: 'outcome/added', ...terms }],
  [
    'an outcome is reworded',
    { type: 'outcome/reword', id: 'u_rev', name: 'Revenue' },
    { type: 'outcome/reworded', id: 'u_rev', name: 'Revenue' },
  ],
  ['the name it has already is no event', { type: 'outcome/reword', id: 'u_rev', name: 'Won revenue' }],
  [
    'a target moves for a reason',
    { type: 'outcome/move-target', id: 'u_rev', target: 50_000_000, due: '2026-06-30', why: 'n_up' },
    { type: 'outcome/target-moved', id: 'u_rev', target: 50_000_000, due: '2026-06-30', why: 'n_up' },
  ],
  [
    'the target it has already is no event',
    { type: 'outcome/move-target', id: 'u_rev', target: 45_000_000, due: '2026-06-30', why: 'n_up' },
  ],
  [
    'a baseline is corrected for a reason',
    { type: 'outcome/correct-baseline', id: 'u_stay', baseline: 81.25, why: 'n_base' },
    { type: 'outcome/baseline-corrected', id: 'u_stay', baseline: 81.25, why: 'n_base' },
  ],
  ['the baseline it has already is no event', { type: 'outcome/correct-baseline', id: 'u_rev', baseline: 30_000_000, why: 'n_base' }],
  [
    'an outcome is handed over',
    { type: 'outcome/hand-over', id: 'u_rev', owner: 'p_caro' },
    { type: 'outcome/handed-over', id: 'u_rev', owner: 'p_caro' },
  ],
  [
    'an outcome serves another objective',
    { type: 'outcome/link', id: 'u_rev', objective: 'o_next' },
    { type: 'outcome/linked', id: 'u_rev', objective: 'o_next' },
  ],
  ['the objective it serves already is no event', { type: 'outcome/link', id: 'u_rev', objective: 'o_grow' }],
  [
    'a reported value is checked in',
    { type: 'outcome/check-in', id: 'u_stay', value: 88.5, on: '2026-04-30', note: null },
    { type: 'outcome/checked-in', id: 'u_stay', value: 88.5, on: '2026-04-30', note: null },
  ],
  [
    'an outcome is retired for a reason',
    { type: 'outcome/retire', id: 'u_rev', why: 'n_gone' },
    { type: 'outcome/retired', id: 'u_rev', why: 'n_gone' },
  ],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { events }));

const money = { kind: 'reported', unit: 'money' } as const;
const REFUSED: readonly (readonly [string, OutcomeCommand, Refusal])[] = [
  ['an outcome is added once', { ...add, id: 'u_rev' }, { code: 'there-already', thing: 'outcome', id: 'u_rev' }],
  ['an outcome serves an objective that stands', { ...add, objective: 'o_none' }, { code: 'not-there', thing: 'objective', id: 'o_none' }],
  ['an outcome has a name', { ...add, name: '' }, { code: 'empty', field: 'name' }],
  [
    'an outcome is due after it starts',
    { ...add, due: '2026-03-31' },
    { code: 'ends-before-it-starts', from: '2026-04-01', to: '2026-03-31' },
  ],
  ['a target is a number', { ...add, target: Number.NaN }, { code: 'not-a-number', field: 'target' }],
  ['a baseline is not below nothing', { ...add, baseline: -1 }, { code: 'not-a-number', field: 'baseline' }],
  [
    'a measure is counted in its own unit',
    { ...add, metric: { kind: 'measured', measure: 'won-revenue', unit: 'count' } },
    { code: 'not-one-of', field: 'unit', found: 'count', choices: ['money'] },
  ],
  [
    'a measure is one that the product knows',
    { ...add, metric: { kind: 'measured', measure: 'applause' as 'won-revenue', unit: 'count' } },
    {
      code: 'not-one-of',
      field: 'measure',
      found: 'applause',
      choices: ['won-revenue', 'open-pipeline', 'opportunities-opened', 'deals-won', 'deals-lost'],
    },
  ],
  ['a target asks for something', { ...add, target: 40 }, { code: 'target-is-baseline' }],
  ['a target in money is whole minor units', { ...add, metric: money, target: 10.5 }, { code: 'not-a-number', field: 'target' }],
  [
    'a target that moves still asks for something',
    { type: 'outcome/move-target', id: 'u_rev', target: 30_000_000, due: '2026-06-30', why: 'n_up' },
    { code: 'target-is-baseline' },
  ],
  [
    'a target in money moves to whole minor units',
    { type: 'outcome/move-target', id: 'u_rev', target: 0.5, due: '2026-06-30', why: 'n_up' },
    { code: 'not-a-number', field: 'target' },
  ],
  [
    'a target is not due before its outcome starts',
    { type: 'outcome/move-target', id: 'u_rev', target: 1, due: '2026-01-01', why: 'n_up' },
    { code: 'ends-before-it-starts', from: '2026-04-01', to: '2026-01-01' },
  ],
  [
    'a baseline is not corrected to the target',
    { type: 'outcome/correct-baseline', id: 'u_rev', baseline: 45_000_000, why: 'n_base' },
    { code: 'target-is-baseline' },
  ],
  [
    'a measured outcome is not checked in by hand',
    { type: 'outcome/check-in', id: 'u_rev', value: 1, on: '2026-04-30', note: null },
    { code: 'measured-not-reported', id: 'u_rev' },
  ],
  [
    'a check-in has a day that exists',
    { type: 'outcome/check-in', id: 'u_stay', value: 1, on: '30.04.2026', note: null },
    { code: 'not-a-day', field: 'on', found: '30.04.2026' },
  ],
  [
    'a retired outcome stays as it is',
    { type: 'outcome/hand-over', id: 'u_old', owner: 'p_ben' },
    { code: 'retired', thing: 'outcome', id: 'u_old' },
  ],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { refused }));

test('money cannot be a target while the company has no currency', () => {
  const silent = given(
    ['p_ben', { type: 'company/found', name: 'Silent', currency: null, zone: 'UTC', fiscal: { startMonth: 1, pattern: 'calendar' } }],
    ['p_ben', { type: 'objective/set', id: 'o_grow', statement: 'Grow', due: '2027-12-31', owner: null }],
  );
  deepEqual(when(silent, ['p_ben', { ...add, metric: money }]), { refused: { code: 'money-without-currency' } });
  equal('events' in when(silent, ['p_ben', add]), true);
});

test('the reported value is the last for a day, and of two for one day the later said', () => {
  const said = (value: number, on: string): readonly ['p_caro', OutcomeCommand] => [
    'p_caro',
    { type: 'outcome/check-in', id: 'u_stay', value, on, note: null },
  ];
  const stay = given(
    ...FOUNDED,
    ...AIMS,
    said(80, '2026-04-10'),
    said(85, '2026-05-10'),
    said(70, '2026-04-01'),
    said(86, '2026-05-10'),
  ).outcome.get('u_stay')!;
  equal(reportedValue(stay, '2026-03-31'), null);
  equal(reportedValue(stay, '2026-04-10')?.value, 80);
  equal(reportedValue(stay, '2026-05-09')?.value, 80);
  deepEqual(reportedValue(stay, '2026-12-31'), { value: 86, on: '2026-05-10', note: null, by: 'p_caro', at: minute(11) });
});
