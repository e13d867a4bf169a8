import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { weekday } from './day.ts';
import { COUNTRIES, easter, holidaysOf } from './holidays.ts';

const days = (country: Parameters<typeof holidaysOf>[0], year: number): string =>
  holidaysOf(country, year)
    .map(({ day }) => day.slice(5))
    .join(' ');

test('Easter falls on the days the churches keep, the earliest and the latest too', () => {
  deepEqual([1818, 1943, 2000, 2008, 2011, 2024, 2025, 2026, 2038].map(easter), [
    '1818-03-22',
    '1943-04-25',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
  ]);
  for (let year = 1900; year <= 2100; year++) equal(weekday(easter(year)), 7);
});

test('the published holidays of single years come out', () => {
  equal(days('nl', 2026), '01-01 04-06 04-27 05-14 05-25 12-25 12-26');
  equal(days('nl', 2025), '01-01 04-21 04-26 05-05 05-29 06-09 12-25 12-26');
  equal(days('de', 2026), '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26');
  equal(days('fr', 2026), '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25');
  equal(days('at', 2026), '01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26');
  equal(days('england-wales', 2026), '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28');
  equal(days('england-wales', 2021), '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28');
  equal(days('us', 2026), '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25');
});

test('each country has each day once, by a name', () => {
  for (const { id } of COUNTRIES)
    for (let year = 1990; year <= 2060; year++) {
      const all = holidaysOf(id, year);
      equal(new Set(all.map(({ day }) => day)).size, all.length, `${id} ${year}`);
      equal(
        all.every(({ name }) => name.length > 0),
        true,
      );
    }
});
