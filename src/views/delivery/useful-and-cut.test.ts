import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../../tests/support/plan.ts';
import type { Command } from '../../domain/book.ts';
import { addDays } from '../../kernel/day.ts';
import { cutOf } from './cut.ts';
import { lastAskedOf } from './last-asked.ts';
import { usefulStarts } from './latest-useful-start.ts';
import { effectOf, NO_LAGS, type MeasuredLags } from './measured-lags.ts';

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

const measured = (kind: string, stands: 'own' | 'borrowed'): MeasuredLags => {
  const lagOf = (name: string, half: number, of: 'own' | 'borrowed') => ({
    kind: name,
    half,
    most: half * 2.5,
    low: half * 0.8,
    high: half * 1.2,
    n: 90,
    came: 20,
    stands: of,
  });
  return { opened: { kinds: [lagOf(kind, 50, stands)], all: lagOf('all channels', 40, 'own') }, won: { kinds: [], all: null } };
};
const byMeasure = (more: readonly Command[], lags: MeasuredLags | null) => {
  const book = plan(more);
  return usefulStarts(
    book,
    TODAY,
    lags,
  )(book.item.get('w_dock')!, {
    id: 'w_dock',
    place: 1,
    p50: '2026-06-01',
    p85: '2026-06-01',
    p95: '2026-06-01',
    chance: 1,
    days: 10,
    guessedFrom: 0,
  });
};

test('a measured lag goes before a stated one, a pooled one where its own leads are few, and each says which it is', () => {
  const effect = effectOf(
    plan([]).outcome.get(byMeasure([lag], measured('webinar', 'own')).found?.outcome.id ?? [...plan([]).outcome.keys()][0]!)!,
  );
  const lags =
    effect === 'opened'
      ? (kind: string, of: 'own' | 'borrowed') => measured(kind, of)
      : (kind: string, of: 'own' | 'borrowed') => ({ opened: measured(kind, of).won, won: measured(kind, of).opened });
  const own = byMeasure([lag], lags('Webinar', 'own')).found!;
  deepEqual([own.lag.basis, own.lag.half, own.latest], ['measured', 50, addDays(own.outcome.due, -50)]);
  const pooled = byMeasure([lag], lags('Webinar', 'borrowed')).found!;
  equal(pooled.lag.basis, 'pooled');
  match(pooled.lag.words, /too few leads.*people stated 34 days/);
  equal(byMeasure([lag], lags('Fair', 'own')).found!.lag.basis, 'pooled', 'a kind without leads borrows too');
  const stated = byMeasure([lag], NO_LAGS).found!;
  deepEqual([stated.lag.basis, stated.lag.half], ['stated', 34]);
});

test('while lags are being counted nothing is said', () => {
  deepEqual(byMeasure([lag], null), { found: null, why: null });
});
