import { deepEqual, equal, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, dayFromNumber, dayNumber, dayOf, daysBetween, daysInMonth, isDay, partsOf, weekday } from './day.ts';

/** Day, days since 1970-01-01, ISO weekday: from Python's datetime.date. */
const TABLE: readonly (readonly [string, number, number])[] = [
  ['0001-01-01', -719_162, 1],
  ['1582-10-15', -141_427, 5],
  ['1600-02-29', -135_081, 2],
  ['1899-12-31', -25_568, 7],
  ['1900-03-01', -25_508, 4],
  ['1969-12-31', -1, 3],
  ['1970-01-01', 0, 4],
  ['2000-02-29', 11_016, 2],
  ['2024-02-29', 19_782, 4],
  ['2026-11-21', 20_778, 6],
  ['2038-01-19', 24_855, 2],
  ['2100-02-28', 47_540, 7],
  ['2100-03-01', 47_541, 1],
  ['9999-12-31', 2_932_896, 5],
];
const number = fc.integer({ min: -719_162, max: 2_932_896 });

test('days are counted as the published calendars count them', () => {
  for (const [day, n, on] of TABLE) {
    equal(dayNumber(day), n);
    equal(dayFromNumber(n), day);
    equal(weekday(day), on);
  }
});

test('every day there is has one number, and back', () => {
  fc.assert(
    fc.property(number, (n) => {
      equal(dayNumber(dayFromNumber(n)), n);
    }),
  );
});

test('days agree with the clock of the machine, which counts them in another way', () => {
  fc.assert(
    fc.property(number, (n) => {
      const date = new Date(n * 86_400_000);
      const day = dayFromNumber(n);
      const { year, month, date: of } = partsOf(day);
      equal(day, date.toISOString().slice(0, 10));
      deepEqual([year, month, of], [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      equal(weekday(day), date.getUTCDay() || 7);
    }),
    { numRuns: 2000 },
  );
});

test('adding days and taking the difference undo each other', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [from, to] = [dayFromNumber(a), dayFromNumber(b)];
      equal(addDays(from, daysBetween(from, to)), to);
      equal(daysBetween(from, to), -daysBetween(to, from) + 0);
      equal(Math.sign(daysBetween(from, to)), from < to ? 1 : from > to ? -1 : 0);
    }),
  );
});

test('a month later is the same date, or the last day of a shorter month', () => {
  equal(addMonths('2024-01-31', 1), '2024-02-29');
  equal(addMonths('2025-01-31', 1), '2025-02-28');
  equal(addMonths('2025-12-15', 1), '2026-01-15');
  equal(addMonths('2025-03-31', -1), '2025-02-28');
  equal(addMonths('2025-01-15', -13), '2023-12-15');
  equal(addMonths('2026-05-31', 0), '2026-05-31');
  throws(() => addMonths('9999-12-01', 1), /no day 1 months after/);
});

test('a date that does not exist is no day', () => {
  for (const [y, m, d] of [
    [2025, 2, 29],
    [2100, 2, 29],
    [2025, 4, 31],
    [2025, 13, 1],
    [2025, 0, 1],
    [2025, 1, 0],
    [0, 1, 1],
    [10_000, 1, 1],
    [2025.5, 1, 1],
    [20_218, 1, 1],
  ] as const)
    equal(dayOf(y, m, d), null);
  equal(dayOf(2000, 2, 29), '2000-02-29');
});

test('a day is written YYYY-MM-DD and nothing else', () => {
  deepEqual(['2026-02-28', '2026-02-29', '2026-2-8', '26-02-28', '2026-02-28T00:00', ' 2026-02-28', '20218-01-01', ''].map(isDay), [
    true,
    false,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
  throws(() => partsOf('2026-02-30'), /not a day/);
  throws(() => dayNumber('soon'), RangeError);
  throws(() => dayFromNumber(2_932_897), RangeError);
  throws(() => dayFromNumber(0.5), RangeError);
});

test('months have the days that people learn at school', () => {
  deepEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month)),
    [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
  );
  deepEqual(
    [1900, 2000, 2024, 2100].map((year) => daysInMonth(year, 2)),
    [28, 29, 29, 28],
  );
});
