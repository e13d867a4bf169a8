import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { loadOf, mustLimit, roomOf, shortfalls } from './gate.ts';
import { withLever } from './edits.ts';
import type { Plan, PlanLine } from './plan.ts';

const line = (id: string, more: Partial<PlanLine> = {}): PlanLine => ({
  id: `r_${id}`,
  owner: null,
  title: id,
  moscow: 'should',
  outcomes: [],
  effortDays: 10,
  budgetMinor: 100_00,
  from: '2026-04-01',
  to: '2026-04-30',
  dependsOn: [],
  skills: [],
  milestones: [],
  ...more,
});
const plan = (lines: readonly PlanLine[], more: Partial<Plan> = {}): Plan => ({
  from: '2026-04-01',
  to: '2026-07-01',
  lines,
  stopped: [],
  carried: [],
  capacity: { days: 20, bySkill: [], moneyMinor: 200_00 },
  rule: { mustPercent: 60, couldPercent: 20 },
  levers: [],
  notDoing: [],
  ...more,
});

test('what fits to the day and the cent fits', () => deepEqual(shortfalls(plan([line('a'), line('b')])), []));

test('a day or a cent too much does not fit, and says by how much', () => {
  deepEqual(shortfalls(plan([line('a'), line('b', { effortDays: 10.5, budgetMinor: 100_01 })])), [
    { over: 'people', skill: null, needed: 20.5, have: 20 },
    { over: 'money', neededMinor: 200_01, haveMinor: 200_00 },
  ]);
});

test('days that are no whole numbers are added as people add them', () => {
  const tenths = plan([line('a', { effortDays: 0.1 }), line('b', { effortDays: 0.2 })], {
    capacity: { days: 0.3, bySkill: [], moneyMinor: 200_00 },
  });
  deepEqual(shortfalls(tenths), []);
});

test('Must takes at most its share of what is recorded', () => {
  const musts = plan([line('a', { moscow: 'must', effortDays: 12.5 })]);
  equal(mustLimit(musts), 12);
  deepEqual(shortfalls(musts), [{ over: 'must', needed: 12.5, have: 12, percent: 60 }]);
  deepEqual(shortfalls({ ...musts, rule: { mustPercent: 70, couldPercent: 20 } }), []);
});

test('where nobody recorded capacity nothing can be promised; money is only missed where some is planned', () => {
  const none = { capacity: { days: null, bySkill: [], moneyMinor: null } };
  deepEqual(shortfalls(plan([line('a')], none)), [
    { over: 'unrecorded', what: 'people' },
    { over: 'unrecorded', what: 'money' },
  ]);
  deepEqual(shortfalls(plan([line('a', { budgetMinor: null })], none)), [{ over: 'unrecorded', what: 'people' }]);
});

test('a skill may not be promised beyond the days of those who have it, however it is spelled', () => {
  const skilled = plan([line('a', { skills: [{ skill: 'design', days: 6 }] }), line('b', { skills: [{ skill: 'Video', days: 1 }] })], {
    capacity: { days: 20, bySkill: [{ skill: 'Design', days: 5 }], moneyMinor: 200_00 },
  });
  deepEqual(shortfalls(skilled), [
    { over: 'people', skill: 'design', needed: 6, have: 5 },
    { over: 'people', skill: 'Video', needed: 1, have: 0 },
  ]);
  deepEqual(shortfalls({ ...skilled, capacity: { ...skilled.capacity, bySkill: [] } }), [], 'no skill is recorded at all');
});

test('a priority lies within its quarter, from its first day to its last', () => {
  const early = line('early', { from: '2026-03-31' });
  const late = line('late', { to: '2026-07-01' });
  deepEqual(
    shortfalls(plan([early, late])).map((s) => s.over === 'time' && s.priority),
    ['r_early', 'r_late'],
  );
  deepEqual(shortfalls(plan([line('whole', { from: '2026-04-01', to: '2026-06-30' })])), []);
});

test('what a priority waits for ends before it starts, and is in the plan', () => {
  const first = line('first', { to: '2026-05-10' });
  const waits = line('waits', { from: '2026-05-10', to: '2026-06-10', dependsOn: ['r_first'] });
  deepEqual(shortfalls(plan([first, waits])), [], 'it may start on the day the other ends');
  deepEqual(shortfalls(plan([{ ...first, to: '2026-05-11' }, waits])), [
    { over: 'order', priority: 'r_waits', title: 'waits', needs: 'r_first', starts: '2026-05-10', ends: '2026-05-11' },
  ]);
  const cut = withLever(plan([first, waits]), { lever: 'cut', priority: 'r_first', why: 'n_w' });
  deepEqual(shortfalls(cut), [{ over: 'order', priority: 'r_waits', title: 'waits', needs: 'r_first', starts: '2026-05-10', ends: null }]);
});

test('each lever makes room in its own way, and stands in the plan with its reason', () => {
  const full = plan([line('a', { effortDays: 15, moscow: 'could' }), line('b', { effortDays: 15 })]);
  equal(shortfalls(full).length, 1);
  for (const lever of ['cut', 'defer'] as const) {
    const pulled = withLever(
      full,
      lever === 'cut' ? { lever, priority: 'r_a', why: 'n_w' } : { lever, priority: 'r_a', period: '2026-Q3', why: 'n_w' },
    );
    deepEqual(shortfalls(pulled), []);
    deepEqual(pulled.notDoing, [{ how: lever === 'cut' ? 'cut' : 'deferred', priority: 'r_a', title: 'a', why: 'n_w' }]);
  }
  const longer = withLever(full, { lever: 'extend', priority: 'r_a', to: '2026-07-20', daysAfter: 10, minorAfter: 40_00, why: 'n_w' });
  deepEqual([shortfalls(longer), loadOf(longer).days, loadOf(longer).minor], [[], 20, 160_00]);
  const added = withLever(full, { lever: 'add', days: 10, skill: null, minor: 500, why: 'n_w' });
  deepEqual([shortfalls(added), roomOf(added).days, roomOf(added).minor], [[], 30, 205_00]);
});

test('added people do not stand in for a capacity that nobody recorded', () => {
  const none = plan([line('a', { budgetMinor: null })], { capacity: { days: null, bySkill: [], moneyMinor: null } });
  deepEqual(shortfalls(withLever(none, { lever: 'add', days: 99, skill: null, minor: null, why: 'n_w' })), [
    { over: 'unrecorded', what: 'people' },
  ]);
});

test('what was carried in and what was spent on something stopped counts too', () => {
  const busy = plan([line('a')], {
    carried: [{ priority: 'r_old', title: 'Old', moscow: 'must', days: 6, minor: 1_00 }],
    stopped: [{ id: 'r_gone', title: 'Gone', moscow: 'could', spentDays: 4, spentMinor: 2_00 }],
  });
  deepEqual(loadOf(busy), { days: 20, byClass: { must: 6, should: 10, could: 4, wont: 0 }, bySkill: [], minor: 103_00 });
});
