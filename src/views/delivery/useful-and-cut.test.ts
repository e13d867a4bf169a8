import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../../tests/support/plan.ts';
import type { Command } from '../../domain/book.ts';
import { addDays } from '../../kernel/day.ts';
import { cutOf } from './cut.ts';
import { lastAskedOf } from './last-asked.ts';
import { usefulStarts } from './latest-useful-start.ts';

const TODAY = '2026-06-01';
const lag: Command = { type: 'assumption/lag', kind: 'webinar', half: 34, most: 90 };
const useful = (more: readonly Command[], p50: string) => {
  const book = plan(more);
  const dock = book.item.get('w_dock')!;
  return usefulStarts(book, TODAY)(dock, { id: 'w_dock', place: 1, p50, p85: p50, p95: p50, chance: 1, days: 10, guessedFrom: 0 });
};

test('the latest useful start is the due date less the days in which half of the effect shows', () => {
  const { found } = useful([lag], '2026-06-01');
  equal(found?.kind, 'webinar', 'the kind of work is the channel of its campaign');
  equal(found?.latest, addDays('2026-06-30', -34));
  equal(found?.late, true);
});

test('work that has begun in time is not late, whatever its forecast', () => {
  const { found } = useful([lag, { type: 'item/start', id: 'w_dock', on: '2026-05-20' }], '2026-06-20');
  deepEqual([found?.start, found?.late], ['2026-05-20', false]);
  equal(found!.share > 0.5 && found!.share < 0.7, true);
});

test('started exactly on the last useful day, half of the effect lands in time', () => {
  const { found } = useful([lag, { type: 'item/start', id: 'w_dock', on: '2026-05-27' }], '2026-06-20');
  equal(Math.abs(found!.share - 0.5) < 1e-6, true);
});

test('without a stated lag nothing is said, and why', () => {
  match(useful([], '2026-06-01').why!, /Nobody has stated how long webinar takes/);
});

const old: Command = {
  type: 'item/add',
  id: 'w_old',
  title: 'Old wish',
  priority: 'r_dock',
  owner: null,
  sizeDays: null,
  request: null,
  foundational: null,
  on: '2024-05-01',
};

test('the cut asks of each item once, with the plainest doubt first', () => {
  const groups = cutOf(plan([old, { type: 'priority/class', id: 'r_dock', moscow: 'wont' }]), TODAY);
  deepEqual(
    groups.map(({ doubt, rows }) => [doubt, rows.map(({ row }) => row.item.id)]),
    [
      ['stale', ['w_old']],
      ['orphan', ['w_orphan']],
      ['wont', ['w_dock']],
    ],
  );
  match(groups[0]!.rows[0]!.reason, /^Nobody has asked for it since 1 May 2024\./);
});

test('work that has begun is not questioned, and who asked last counts', () => {
  const book = plan([old, { type: 'item/start', id: 'w_old', on: '2026-05-01' }]);
  equal(
    cutOf(book, TODAY).some(({ rows }) => rows.some(({ row }) => row.item.id === 'w_old')),
    false,
  );
  equal(lastAskedOf(book)('w_dock'), '2026-03-03');
  equal(lastAskedOf(book)('w_none'), null);
});
