import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from './day.ts';
import { fiscalYear, quarterOf, type Fiscal } from './fiscal.ts';
import { monthAfter, monthNamed, monthOf, monthsOfQuarter, monthsOfYear } from './fiscal-month.ts';

const fiscal = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  pattern: fc.constantFrom('calendar', '4-4-5'),
}) as fc.Arbitrary<Fiscal>;

test('a month that starts with the calendar is the calendar’s', () => {
  deepEqual(monthNamed({ startMonth: 1, pattern: 'calendar' }, '2026-M04'), { id: '2026-M04', from: '2026-04-01', to: '2026-05-01' });
  deepEqual(monthNamed({ startMonth: 4, pattern: 'calendar' }, '2026-M01'), { id: '2026-M01', from: '2025-04-01', to: '2025-05-01' });
});

test('twelve months tile the year, and three the quarter, without a gap', () => {
  fc.assert(
    fc.property(fiscal, fc.integer({ min: 1990, max: 2060 }), (f, year) => {
      const months = monthsOfYear(f, year);
      const { from, to } = fiscalYear(f, year);
      deepEqual([months.length, months[0]!.from, months.at(-1)!.to], [12, from, to]);
      months.slice(1).forEach((m, i) => equal(m.from, months[i]!.to));
      for (const m of months) deepEqual(monthNamed(f, m.id), m);
      if (f.pattern === '4-4-5') {
        const weeks = months.map((m) => daysBetween(m.from, m.to) / 7);
        deepEqual(weeks.slice(0, 11), [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4]);
        equal([5, 6].includes(weeks[11]!), true);
      }
    }),
  );
});

test('a day lies in its month, its month in its quarter, and the next day in this month or the one after', () => {
  fc.assert(
    fc.property(fiscal, fc.integer({ min: 0, max: 20_000 }), (f, n) => {
      const day = addDays('1990-01-01', n);
      const month = monthOf(f, day);
      equal(day >= month.from && day < month.to, true);
      equal(
        monthsOfQuarter(f, quarterOf(f, day).id).some(({ id }) => id === month.id),
        true,
      );
      const next = monthOf(f, addDays(day, 1));
      equal(next.id === month.id || next.id === monthAfter(f, month.id).id, true);
    }),
  );
});

test('what names no month is no month', () => {
  for (const wrong of ['2026-M13', '2026-M00', '2026-M4', '2026-04', '0000-M01', '9999-M12', ''])
    equal(monthNamed({ startMonth: 1, pattern: 'calendar' }, wrong), null);
});
