import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween, weekday, type Day } from '../../kernel/day.ts';
import { workdayFrom, workdaysUntil } from './workdays.ts';

const day = fc.integer({ min: 0, max: 400 }).map((n): Day => addDays('2026-01-01', n));
const works = (d: Day): boolean => weekday(d) <= 5;

test('the n-th working day is the one found by walking there', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
      let at = from;
      for (let left = n; ; at = addDays(at, 1)) if (works(at) && --left === 0) break;
      equal(workdayFrom(from, n), at);
    }),
  );
});

test('working days between two days are those counted one by one', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      const days = Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, i) => addDays(from, i));
      equal(workdaysUntil(from, to), days.filter(works).length);
    }),
  );
});
