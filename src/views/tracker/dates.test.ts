import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { dayOfCell, orderOfDates } from './dates.ts';

const ZONE = 'Europe/Amsterdam';
const READ: readonly (readonly [string, string | null])[] = [
  ['2024-05-01', '2024-05-01'],
  ['2024-05-01 23:30', '2024-05-01'],
  ['2024-04-30T23:30:00.000+0000', '2024-05-01'],
  ['2024-04-30T23:30:00Z', '2024-05-01'],
  ['11/May/24 03:26 PM', '2024-05-11'],
  ['Wed May 01 2024 22:30:00 GMT+0000 (GMT)', '2024-05-02'],
  ['01.05.2024', '2024-05-01'],
  ['2024-02-30', null],
  ['32/May/24 10:00 AM', null],
  ['soon', null],
];
for (const [cell, day] of READ) test(`${cell} is ${day ?? 'no date'}`, () => equal(dayOfCell(cell, 'day-first', ZONE), day));

test('a clock or an offset that does not exist never breaks the reading', () => {
  for (const cell of ['2024-05-01T25:00:00Z', '2024-05-01T10:00:00+99:00', 'Wed May 01 2024 22:30:00 GMT+9900'])
    dayOfCell(cell, 'day-first', ZONE);
});

test('a number over twelve tells which one is the day', () => {
  deepEqual(
    [['05/06/2024'], ['13/06/2024'], ['06/13/2024'], ['13/06/2024', '06/13/2024'], ['2024-05-01']].map((cells) => orderOfDates(cells)),
    ['either', 'day-first', 'month-first', 'mixed', null],
  );
});
