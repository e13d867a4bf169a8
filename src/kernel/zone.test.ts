import { deepEqual, equal, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, dayFromNumber } from './day.ts';
import { dayIn, isZone, localTime, startOfDay } from './zone.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
];

test('the local day is that of the zone, also where it is half an hour or three quarters off', () => {
  equal(dayIn('Europe/Berlin', '2026-05-11T22:30:00Z'), '2026-05-12');
  equal(dayIn('America/New_York', '2026-05-12T03:59:59.999Z'), '2026-05-11');
  equal(dayIn('Asia/Kolkata', '2026-05-11T18:30:00Z'), '2026-05-12');
  equal(dayIn('Asia/Kolkata', '2026-05-11T18:29:59Z'), '2026-05-11');
  equal(dayIn('Asia/Kathmandu', '2026-05-11T18:15:00Z'), '2026-05-12');
  equal(dayIn('UTC', '2026-05-11T23:59:59.999Z'), '2026-05-11');
  equal(dayIn('UTC', '2026-05-11T23:30:00.000-0130'), '2026-05-12');
  equal(localTime('Europe/Berlin', '2026-05-12T07:40+02:00'), '2026-05-12T07:40:00');
});

test('days on which the clock changes have 23 or 25 hours, and on Lord Howe half an hour more or less', () => {
  const hours = (zone: string, day: string): number =>
    (Date.parse(startOfDay(zone, addDays(day, 1))) - Date.parse(startOfDay(zone, day))) / 3_600_000;
  equal(hours('Europe/Berlin', '2026-03-29'), 23);
  equal(hours('Europe/Berlin', '2026-10-25'), 25);
  equal(hours('Europe/Berlin', '2026-07-01'), 24);
  equal(hours('America/New_York', '2026-03-08'), 23);
  equal(hours('America/New_York', '2026-11-01'), 25);
  equal(hours('Australia/Lord_Howe', '2026-04-05'), 24.5);
  equal(hours('Australia/Lord_Howe', '2026-10-04'), 23.5);
});

test('a day whose midnight does not exist starts when its first hour does', () => {
  equal(startOfDay('America/Sao_Paulo', '2018-11-04'), '2018-11-04T03:00:00.000Z');
  equal(localTime('America/Sao_Paulo', startOfDay('America/Sao_Paulo', '2018-11-04')), '2018-11-04T01:00:00');
});

test('the local time of an instant is given to the second', () => {
  equal(localTime('Europe/Berlin', '2026-05-12T05:40:00.000Z'), '2026-05-12T07:40:00');
  equal(localTime('Europe/Berlin', '2026-10-25T00:30:00Z'), '2026-10-25T02:30:00');
  equal(localTime('Europe/Berlin', '2026-10-25T01:30:00Z'), '2026-10-25T02:30:00');
});

test('day and time are those of another implementation, from year 1 on', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.integer({ min: -62_000_000_000, max: 10_000_000_000 }), (zone, second) => {
      const instant = new Date(second * 1000).toISOString();
      const other = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
      equal(localTime(zone, instant), other.toString({ smallestUnit: 'second' }));
      equal(dayIn(zone, instant), other.toPlainDate().toString());
    }),
    { numRuns: 500 },
  );
});

test('the first instant of a day lies in it, and the one before does not', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 30_000 }), (zone, n) => {
      const day = dayFromNumber(n);
      if (zone === 'Pacific/Apia' && day === '2011-12-30') return; // the date line moved over this day
      const start = startOfDay(zone, day);
      equal(dayIn(zone, start), day);
      equal(dayIn(zone, new Date(Date.parse(start) - 1).toISOString()) < day, true);
    }),
    { numRuns: 400 },
  );
});

test('a zone is one of the IANA names', () => {
  deepEqual(['Europe/Amsterdam', 'UTC', 'Asia/Kolkata', 'Mars/Olympus', '+02:00', '', 'Europe/Amsterdam ', 'constructor'].map(isZone), [
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('a moment that is none is a defect, not a day', () => {
  throws(() => dayIn('UTC', 'yesterday'), RangeError);
  throws(() => dayIn('Nowhere', '2026-05-12T05:40:00Z'), RangeError);
});
