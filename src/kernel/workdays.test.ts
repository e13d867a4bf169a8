import { equal, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, weekday } from './day.ts';
import { isWorkday, MONDAY_TO_FRIDAY, workdayAfter, workingDaysBetween } from './workdays.ts';

test('working days are counted with both ends', () => {
  equal(workingDaysBetween(MONDAY_TO_FRIDAY, '2026-05-04', '2026-05-08'), 5);
  equal(workingDaysBetween(MONDAY_TO_FRIDAY, '2026-05-08', '2026-05-11'), 2);
  equal(workingDaysBetween(MONDAY_TO_FRIDAY, '2026-05-09', '2026-05-10'), 0);
  equal(workingDaysBetween(MONDAY_TO_FRIDAY, '2026-05-11', '2026-05-08'), 0);
});

test('a holiday is no working day, whatever its weekday', () => {
  const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: new Set(['2026-05-05', '2026-05-09']) };
  equal(isWorkday(calendar, '2026-05-05'), false);
  equal(workingDaysBetween(calendar, '2026-05-04', '2026-05-10'), 4);
});

test('days counted in two parts are as many as counted in one, and each is a day of the calendar', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-01-01', n));
  const calendar = fc.record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    holidays: fc.array(day).map((days) => new Set(days)),
  });
  fc.assert(
    fc.property(calendar, day, fc.nat(200), fc.nat(200), (c, from, a, b) => {
      const middle = addDays(from, a);
      const to = addDays(middle, b);
      const parts = workingDaysBetween(c, from, middle) + workingDaysBetween(c, addDays(middle, 1), to);
      equal(workingDaysBetween(c, from, to), parts);
      const count = workingDaysBetween(c, from, to);
      if (count > 0) equal(workdayAfter(c, from, count) <= to && isWorkday(c, workdayAfter(c, from, count)), true);
      equal(isWorkday(c, from), c.weekdays.includes(weekday(from)) && !c.holidays.has(from));
    }),
  );
});

test('the n-th working day is found, and not looked for where there is none', () => {
  equal(workdayAfter(MONDAY_TO_FRIDAY, '2026-05-09', 1), '2026-05-11');
  equal(workdayAfter(MONDAY_TO_FRIDAY, '2026-05-04', 5), '2026-05-08');
  throws(() => workdayAfter({ weekdays: [], holidays: new Set() }, '2026-05-04', 1), RangeError);
});
