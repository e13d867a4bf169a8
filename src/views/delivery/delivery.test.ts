import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../../tests/support/plan.ts';
import type { Book, Command } from '../../domain/book.ts';
import { addDays, dayNumber, type Day } from '../../kernel/day.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { doneBy, weekOf } from '../../models/delivery/exact.ts';
import { alarmOf } from './alarm.ts';
import { basisOf } from './basis.ts';
import { delivery } from './delivery.ts';
import { consequence, fits, shiftsOf } from './moved.ts';
import { workdayFrom } from './workdays.ts';

const TODAY: Day = '2026-06-01';
/** Finished items a week over the last twelve, oldest first. */
const WEEKS = [1, 2, 0, 1, 3, 1, 0, 2, 1, 2, 1, 0];

const add = (id: ItemId, on: Day, sizeDays: number | null = 4): Command => ({
  type: 'item/add',
  id,
  title: `Item ${id.slice(2)}`,
  priority: 'r_dock',
  owner: null,
  sizeDays,
  request: null,
  foundational: null,
  on,
});
const finished = WEEKS.flatMap((n, week) =>
  Array.from({ length: n }, (_, i): Command[] => {
    const id: ItemId = `w_done-${week}-${i}`;
    const on = addDays(TODAY, -7 * (WEEKS.length - week) + 2);
    return [add(id, addDays(on, -20)), { type: 'item/start', id, on: addDays(on, -10) }, { type: 'item/finish', id, on }];
  }).flat(),
);
const OPEN = Array.from({ length: 30 }, (_, n): Command =>
  add(`w_open-${n}`, n < 10 ? '2026-05-20' : '2025-03-01', n % 3 === 0 ? null : 4),
);
const drop: Command[] = [
  { type: 'item/drop', id: 'w_dock', why: 'n_x' },
  { type: 'item/drop', id: 'w_orphan', why: 'n_x' },
];
/** Finished twelve weeks ago for the first time: the record is just long enough. */
const LONG: Command[] = [
  add('w_first', '2026-01-02'),
  { type: 'item/start', id: 'w_first', on: '2026-01-05' },
  { type: 'item/finish', id: 'w_first', on: '2026-01-20' },
];
const team: Command[] = [{ type: 'capacity/set-hours', person: 'p_ines', from: '2026-01-01', hours: 40 }];
const busy = (): Book => plan([...drop, ...LONG, ...finished, ...OPEN]);

test('by throughput every item has the week that convolution gives its place', () => {
  const found = delivery(busy(), { today: TODAY });
  equal(found.ground.ruling.basis, 'throughput');
  deepEqual(found.ground.throughput.weeks, WEEKS);
  for (const place of [1, 5, 12, 30]) {
    const chances = doneBy(WEEKS, place);
    const { p50, p85 } = found.items[place - 1]!;
    for (const [date, q] of [
      [p50, 0.5],
      [p85, 0.85],
    ] as const) {
      const week = weekOf(chances, q)!;
      if (Math.min(...chances.map((p) => Math.abs(p - q))) < 0.02) continue;
      ok(date! >= workdayFrom(TODAY, 5 * (week - 1) + 1) && date! <= workdayFrom(TODAY, 5 * week), `place ${place}, ${q}: ${date}`);
    }
  }
});

test('later places are never finished sooner, and the lines end where the odds do', () => {
  const { items, lines } = delivery(busy(), { today: TODAY });
  for (const [i, item] of items.entries()) if (i > 0) ok(item.p85! >= items[i - 1]!.p85! && item.chance! <= items[i - 1]!.chance!);
  ok(lines!.sure > 0 && lines!.even > lines!.sure);
  ok(items[lines!.sure - 1]!.chance! >= 0.85 && items[lines!.sure]!.chance! < 0.85);
  ok(items[lines!.even - 1]!.chance! >= 0.5 && items[lines!.even]!.chance! < 0.5);
});

test('the same book on the same day gives the same numbers', () => {
  deepEqual(delivery(busy(), { today: TODAY, trials: 3_000 }).items, delivery(busy(), { today: TODAY, trials: 3_000 }).items);
});

test('no date falls on a weekend or before today', () => {
  for (const { p50, p95 } of delivery(busy(), { today: TODAY }).items)
    for (const day of [p50!, p95!]) ok(day >= TODAY && (dayNumber(day) + 3) % 7 < 5, day);
});

test('stated growth moves every date back, and none is counted unless stated', () => {
  const grows: Command = { type: 'assumption/growth', discoveredLow: 0.2, discoveredHigh: 0.4, splitLow: 1, splitHigh: 1.5 };
  const [plain, grown] = [
    delivery(busy(), { today: TODAY }),
    delivery(plan([...drop, ...LONG, ...finished, ...OPEN, grows]), { today: TODAY }),
  ];
  equal(plain.ground.grown, false);
  ok(grown.items[20]!.p50! > plain.items[20]!.p50! && grown.lines!.even < plain.lines!.even);
});

test('without history sizes and recorded capacity answer; without either nothing is guessed', () => {
  const sized = delivery(plan([...drop, ...OPEN, ...team]), { today: TODAY });
  equal(sized.ground.ruling.basis, 'sizes');
  ok(sized.items[0]!.p50! < sized.items[29]!.p50!);
  equal(sized.items[0]!.guessedFrom, 20, 'an unsized item is guessed from those of its priority');
  const bare = delivery(plan([...drop, ...OPEN]), { today: TODAY });
  equal(bare.ground.ruling.basis, 'none');
  deepEqual([bare.lines, bare.horizon, bare.items[0]!.p50, bare.items[0]!.chance], [null, null, null, null]);
  match(bare.ground.ruling.needs!, /record the weekly hours of the team/);
});

test('the basis changes at eight weeks with eight finished items', () => {
  const seen = (weeks: number, items: number) => ({
    weeks: Array.from({ length: weeks }, () => 1),
    from: TODAY,
    to: TODAY,
    items: Array.from({ length: items }, (_, n): ItemId => `w_${n}`),
    perWeek: 1,
  });
  equal(basisOf(seen(8, 8), null, 0).basis, 'throughput');
  equal(basisOf(seen(7, 8), 10, 3).basis, 'sizes');
  equal(basisOf(seen(12, 7), 10, 3).basis, 'sizes');
  equal(basisOf(seen(12, 7), 10, 0).basis, 'none');
});

test('a move says what it does to the others, in days', () => {
  const book = busy();
  const before = delivery(book, { today: TODAY });
  const ids = before.items.map((item) => item.id);
  const order = [...ids.slice(0, 2), ids[6]!, ...ids.slice(2, 6), ...ids.slice(7)];
  const words = consequence(ids[6]!, shiftsOf(before, delivery(book, { today: TODAY, order })));
  match(words, /^Finishing it \d+ days sooner delays four items by \d+( to \d+)? days\.$/);
  equal(consequence(ids[0]!, shiftsOf(before, before)), 'No date changes.');
});

test('the title says what fits and how surely', () => {
  const found = delivery(busy(), { today: TODAY });
  match(fits(found, 'this quarter'), /^\w+ items fit this quarter, \w+ surely$/);
  equal(fits({ ...found, lines: { sure: 0, even: 0 } }, 'this quarter'), 'Nothing is likely to be finished this quarter');
  equal(fits({ ...found, lines: { sure: 1, even: 1 } }, 'this quarter'), 'One item fits this quarter, surely');
});

test('the horizon names its interval, the pace it was measured by, and what nobody asks for', () => {
  const alarm = alarmOf(delivery(busy(), { today: TODAY }))!;
  equal(alarm.promised, '30 items');
  equal(alarm.pace, '1.2 a week');
  match(alarm.interval, /^80 %: \w+ 202\d to \w+ 202\d$/);
  equal(alarm.stale, '20 of them were last asked for over a year ago.');
  equal(alarm.loud, false);
});
