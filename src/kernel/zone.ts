/**
 * Zones: from an instant to a company's local day and back.
 * The only file that may use the Temporal polyfill (Node 24 has no Temporal of its own).
 */
import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

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

/** The local day of an instant in a zone. */
export const dayIn = (zone: string, instant: Instant): Day =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The instant at which a local day begins in a zone. */
export const startOfDay = (zone: string, day: Day): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });

/** Local date and time of an instant, "2026-05-12T07:40:00". */
export const localTime = (zone: string, instant: Instant): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
