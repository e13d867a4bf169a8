import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import { elapsed, paceOf, standingOf, startOf } from './pace.ts';

const outcome = (more: Partial<Outcome>): Outcome => ({
  id: 'u_1',
  objective: 'o_1',
  owner: null,
  name: 'Opportunities opened',
  metric: { kind: 'measured', measure: 'opportunities-opened', unit: 'count' },
  from: '2026-04-01',
  due: '2026-06-30',
  baseline: 26,
  target: 40,
  checkIns: [],
  confidence: [],
  scored: null,
  retired: null,
  ...more,
});
const reported = (baseline: number, target: number, ...values: number[]): Outcome =>
  outcome({
    metric: { kind: 'reported', unit: 'count' },
    baseline,
    target,
    checkIns: values.map((value) => ({ value, on: '2026-04-20', by: 'p_1', at: '2026-04-20T09:00:00.000Z', note: null })),
  });

test('time passes from nothing to all of it', () => {
  assert.equal(elapsed(outcome({}), '2026-03-31'), 0);
  assert.equal(elapsed(outcome({}), '2026-06-30'), 1);
});
test('what is summed up starts from nothing, a level from its baseline', () => {
  assert.equal(startOf(outcome({})), 0);
  assert.equal(startOf(outcome({ metric: { kind: 'measured', measure: 'open-pipeline', unit: 'money' }, baseline: 240 })), 240);
  assert.equal(startOf(reported(18, 30, 4)), 0);
  assert.equal(startOf(reported(200, 240, 215)), 200);
  assert.equal(startOf(reported(8, 5, 7)), 8);
});
test('half the way in half the time is on pace', () => {
  assert.equal(standingOf(outcome({}), 20, '2026-05-15'), 'ahead');
  assert.equal(standingOf(outcome({}), 12, '2026-05-15'), 'behind');
});
test('less can be better', () => {
  assert.equal(standingOf(reported(8, 5, 7), 5, '2026-05-15'), 'reached');
  assert.equal(standingOf(reported(8, 5, 7), 6.4, '2026-05-15'), 'ahead');
  assert.equal(standingOf(reported(8, 5, 7), 7.9, '2026-05-15'), 'behind');
});
test('nothing is said too early, nor without a value', () => {
  assert.equal(standingOf(outcome({}), 2, '2026-04-08'), 'early');
  assert.equal(paceOf(outcome({}), '2026-04-08'), null);
  assert.equal(standingOf(outcome({}), null, '2026-05-15'), 'unknown');
});
test('what was not reached when it was due is missed', () => assert.equal(standingOf(outcome({}), 39, '2026-07-01'), 'missed'));
