import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, when } from '../given.ts';
import type { KpiCommand, KpiEvent } from './kpi.ts';

const rate = { kind: 'formula', formula: '[Deals won] / ([Deals won] + [Deals lost]) * 100', unit: 'percent' } as const;
const kept = { ...rate, formula: '[deals-won] / ([deals-won] + [deals-lost]) * 100' };
const set = { type: 'kpi/set', id: 'k_rate', name: 'Win rate', metric: rate, overDays: 91, owner: 'p_caro', low: 20, high: null } as const;
const answer = { ...set, id: 'k_answer', name: 'Answered in a day', metric: { kind: 'reported', unit: 'percent' }, low: 90 } as const;
const book = given(
  ...FOUNDED,
  ...AIMS,
  ['p_ben', set],
  ['p_ben', answer],
  ['p_ben', { ...answer, id: 'k_old', name: 'Old' }],
  ['p_ben', { type: 'kpi/retire', id: 'k_old', why: 'n_old' }],
);

const GRANTED: readonly (readonly [string, KpiCommand, ...KpiEvent[]])[] = [
  ['a KPI keeps what its formula reads by id', { ...set, id: 'k_new' }, { ...set, id: 'k_new', metric: kept }],
  ['a KPI is reworded', { type: 'kpi/reword', id: 'k_rate', name: 'Rate' }, { type: 'kpi/reworded', id: 'k_rate', name: 'Rate' }],
  ['the name it has already is no event', { type: 'kpi/reword', id: 'k_rate', name: ' Win rate ' }],
  [
    'how a KPI is measured changes for a reason',
    { type: 'kpi/remeasure', id: 'k_rate', metric: rate, overDays: 182, why: 'n_x' },
    { type: 'kpi/remeasured', id: 'k_rate', metric: kept, overDays: 182, why: 'n_x' },
  ],
  ['the same measure over the same days is no event', { type: 'kpi/remeasure', id: 'k_rate', metric: rate, overDays: 91, why: 'n_x' }],
  [
    'a corridor moves for a reason',
    { type: 'kpi/move-corridor', id: 'k_rate', low: 18, high: 40, why: 'n_x' },
    { type: 'kpi/corridor-moved', id: 'k_rate', low: 18, high: 40, why: 'n_x' },
  ],
  [
    'a KPI is handed over',
    { type: 'kpi/hand-over', id: 'k_rate', owner: 'p_ben' },
    { type: 'kpi/handed-over', id: 'k_rate', owner: 'p_ben' },
  ],
  [
    'a reported KPI is checked in',
    { type: 'kpi/check-in', id: 'k_answer', value: 87, on: '2026-02-01', note: null },
    { type: 'kpi/checked-in', id: 'k_answer', value: 87, on: '2026-02-01', note: null },
  ],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { events }));

const REFUSED: readonly (readonly [string, KpiCommand, Refusal])[] = [
  ['a KPI has a bound', { ...set, id: 'k_n', low: null }, { code: 'corridor-empty' }],
  ['a corridor is the right way up', { ...set, id: 'k_n', low: 40, high: 20 }, { code: 'corridor-upside-down' }],
  ['a bound can stand in the unit', { ...set, id: 'k_n', low: -1 }, { code: 'not-a-number', field: 'low' }],
  ['a KPI looks back over whole days', { ...set, id: 'k_n', overDays: 0 }, { code: 'over-days-out-of-range' }],
  [
    'what a KPI is counted in stays',
    { type: 'kpi/remeasure', id: 'k_rate', metric: { kind: 'reported', unit: 'count' }, overDays: 91, why: 'n_x' },
    { code: 'unit-stays' },
  ],
  [
    'a computed KPI is not checked in',
    { type: 'kpi/check-in', id: 'k_rate', value: 30, on: '2026-02-01', note: null },
    { code: 'measured-not-reported', id: 'k_rate' },
  ],
  ['a retired KPI stays as it was', { type: 'kpi/reword', id: 'k_old', name: 'New' }, { code: 'retired', thing: 'kpi', id: 'k_old' }],
  [
    'a KPI is not computed from itself',
    { type: 'kpi/remeasure', id: 'k_rate', metric: { ...rate, formula: '2 * [Win rate]' }, overDays: 91, why: 'n_x' },
    { code: 'formula', formula: '2 * [Win rate]', problem: { wrong: 'cycle', at: 5, found: 'Win rate' } },
  ],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ['p_ben', command]), { refused }));

test('a stakeholder checks in, and sets no KPI', () => {
  deepEqual(when(book, ['p_caro', set]), { refused: { code: 'may-not', command: 'kpi/set' } });
  equal('events' in when(book, ['p_caro', { type: 'kpi/check-in', id: 'k_answer', value: 87, on: '2026-02-01', note: null }]), true);
});
