import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { typedDay } from './read-day.ts';

const within = { earliest: '2026-11-02', latest: '2026-11-22' };

void test('a day that is typed into a field is read within its days, and what is wrong with it is said', () => {
  for (const typed of ['2026-11-20', '20 Nov 2026', '20.11.2026', 'Nov 20, 2026'])
    deepEqual(typedDay(typed, within), { day: '2026-11-20' });
  deepEqual(typedDay('27 Nov 2026', within), { why: '27 Nov 2026 is after 22 Nov 2026, the last day that can stand here.' });
  deepEqual(typedDay('2026-11-01', within), { why: '1 Nov 2026 is before 2 Nov 2026, the first day that can stand here.' });
  deepEqual(typedDay('2026-11-01', {}), { day: '2026-11-01' });
  deepEqual(typedDay('27 Nov', within), { why: '“27 Nov” is no date. Write it as year-month-day: 2026-05-21.' });
  deepEqual(typedDay('', within), { why: 'The date is empty. Write it as year-month-day: 2026-05-21.' });
  deepEqual(typedDay('31 Feb 2026', {}), { why: '“31 Feb 2026” is no date. Write it as year-month-day: 2026-05-21.' });
});
