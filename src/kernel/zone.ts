/**
 * Zones: from an instant to a company's local day and back.
 * The only file that may use the Temporal polyfill (Node 24 has no Temporal of its own), and only for what pages do not
 * ask: they leave it out.
 */
import { Temporal } from 'temporal-polyfill';
import { dayNumber, isDay, type Day } from './day.ts';

/** A moment in UTC, ISO 8601 with Z, milliseconds at most: 2026-05-12T05:40:00.000Z. */
export type Instant = string;

/** True when the text is an IANA zone (Europe/Amsterdam, UTC). */
export const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false; // the library's only way of saying "no such zone"
  }
};

/** The local day of an instant in a zone; throws RangeError for no moment and for no zone. */
export const dayIn = (zone: string, instant: Instant): Day => localTime(zone, instant).slice(0, 10);

/** The instant at which a local day begins in a zone. */
export const startOfDay = (zone: string, day: Day): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });

/** Local date and time of an instant, "2026-05-12T07:40:00"; throws RangeError for no moment and for no zone. */
export const localTime = (zone: string, instant: Instant): string => {
  const part: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(epochOf(instant))) part[type] = value;
  return `${part['year']!.padStart(4, '0')}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`;
};

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))$/;

/** Milliseconds since 1970 of a moment in UTC or with its offset; throws RangeError for a text that is no moment. */
export const epochOf = (instant: Instant): number => {
  const [, day = '', hours, minutes, seconds = 0, rest = '', sign, offHours = 0, offMinutes = 0] = INSTANT.exec(instant) ?? [];
  if (!isDay(day)) throw new RangeError(`not a moment: ${instant}`);
  const off = (Number(offHours) * 60 + Number(offMinutes)) * (sign === '-' ? -1 : 1);
  const minute = Number(hours) * 60 + Number(minutes) - off;
  return (dayNumber(day) * 86_400 + minute * 60 + Number(seconds)) * 1000 + Number(rest.slice(0, 3).padEnd(3, '0'));
};

/** The platform's own clock of a zone: a page needs no more, so that it need not load the library. */
const clocks = new Map<string, Intl.DateTimeFormat>();
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known) return known;
  const two = '2-digit';
  const clock = new Intl.DateTimeFormat('en-GB-u-ca-iso8601', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  });
  clocks.set(zone, clock);
  return clock;
};
