/**
 * Convert time: SQL that makes an instant and a local day of a cell, and says what is wrong with
 * one that is no date. Instants are UTC in milliseconds; days are the company's.
 */
import { lit, lits } from '../quote.ts';
import { EMPTY_MARKS } from './profile.ts';
import type { TimeForm } from './time-format.ts';

export type Zones = { readonly file: string; readonly company: string };
/** `at` timestamp in UTC, null where the cell holds a day only; `on` date; `bad` true for a filled cell that is no date from 1900 to 2200. */
export type TimeSql = { readonly at: string; readonly on: string; readonly bad: string; readonly problem: string };

const CLOCK = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?[Mm]?\.?)?$`;
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
// Years of two digits first: %Y would read 24 as the year 24, while %y does not fit 2024.
const BY_NAME = [
  '%d-%b-%y',
  '%d/%b/%y',
  '%d %b %y',
  '%b %d, %y',
  '%b %d, %Y',
  '%B %d, %Y',
  '%d %b %Y',
  '%d %B %Y',
  '%d-%b-%Y',
  '%d/%b/%Y',
  '%b %d %Y',
  '%B %d %Y',
];
const CLOCKS = ['', ' %H:%M', ' %H:%M:%S', ' %I:%M %p', ' %I:%M:%S %p', ', %H:%M', ', %I:%M %p', ', %I:%M:%S %p', ', %H:%M:%S'];

/** `parsed`: a column that holds the local time already (see parsed-columns.ts), for formats that are dear to parse. */
export const timeSql = (x: string, { format, day }: TimeForm, zones: Zones, parsed?: string): TimeSql => {
  const parts = partsSql(x, format);
  const instant = format === 'iso-offset' || format.startsWith('epoch');
  const local = parsed ?? localSql(x, format, parts);
  const utc = instant || zones.file === 'UTC' ? local : `timezone('UTC', timezone(${lit(zones.file)}, ${local}))`;
  const timed = format.startsWith('epoch')
    ? 'true'
    : day || format === 'compact'
      ? 'false'
      : format === 'iso' || format === 'iso-offset'
        ? `strlen(${x}) > 10`
        : `contains(${x}, ':')`;
  const onOf = (): string => {
    if (timed === 'false' || (!instant && zones.file === zones.company)) return `(${local})::date`;
    const there = zones.company === 'UTC' ? `(${utc})::date` : `timezone(${lit(zones.company)}, timezone('UTC', ${utc}))::date`;
    return timed === 'true' || there === `(${local})::date` ? there : `case when ${timed} then ${there} else (${local})::date end`;
  };
  return {
    at: timed === 'false' ? 'null::timestamp' : `case when ${timed} then date_trunc('millisecond', ${utc}) end`,
    on: onOf(),
    bad: `(${x} is not null and not coalesce(${local} between timestamp '1900-01-01' and timestamp '2200-12-31 23:59:59.999', false) and lower(${x}) not in (${lits(EMPTY_MARKS)}))`,
    problem: format === 'month-name' ? `'There is no such date, or it is not written as the others in the column are.'` : problemSql(parts),
  };
};

/** Year, month and day as text, where the cell has the form of the column. */
export const partsSql = (x: string, format: TimeForm['format']): string => {
  if (format === 'dmy')
    return `regexp_extract(${x}, ${lit(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4,5})${CLOCK}`)}, ['d', 'm', 'y', 'h', 'i', 's', 'p'])`;
  if (format === 'mdy')
    return `regexp_extract(${x}, ${lit(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4,5})${CLOCK}`)}, ['m', 'd', 'y', 'h', 'i', 's', 'p'])`;
  if (format === 'ymd-dot')
    return `regexp_extract(${x}, ${lit(String.raw`^(\d{4,5})\.(\d{1,2})\.(\d{1,2})${CLOCK}`)}, ['y', 'm', 'd', 'h', 'i', 's', 'p'])`;
  if (format === 'compact') return `regexp_extract(${x}, '^(\\d{4})(\\d{2})(\\d{2})$', ['y', 'm', 'd'])`;
  return `regexp_extract(${x}, '^(\\d{4,6})[-/](\\d{1,2})[-/](\\d{1,2})', ['y', 'm', 'd'])`;
};

/** Local time of the cell (UTC for instants), null where it is no date that exists. `p` is its `partsSql`, or a column that holds them. */
export const localSql = (x: string, format: TimeForm['format'], p: string): string => {
  switch (format) {
    case 'iso':
      return `try_cast(${x} as timestamp)`;
    // The session's zone is the file's, so a cell that names none is read in it.
    case 'iso-offset':
      return `timezone('UTC', try_cast(${x} as timestamptz))`;
    case 'compact':
      return `try_strptime(${x}, '%Y%m%d')`;
    case 'month-name':
      return `try_strptime(${x}, [${lits(BY_NAME.flatMap((date) => CLOCKS.map((clock) => date + clock)))}])`;
    case 'epoch-s':
      return epochSql(x, 1_000_000);
    case 'epoch-ms':
      return epochSql(x, 1000);
    case 'epoch-us':
      return epochSql(x, 1);
    default: {
      const year = `case when strlen((${p}).y) = 2 then case when (${p}).y >= '69' then '19' else '20' end || (${p}).y else (${p}).y end`;
      const hour = `case when (${p}).p = '' then coalesce(nullif((${p}).h, ''), '0') else (try_cast((${p}).h as int) % 12 + case when lower((${p}).p) = 'p' then 12 else 0 end)::varchar end`;
      return `try_cast((${year}) || '-' || (${p}).m || '-' || (${p}).d || ' ' || (${hour}) || ':' || coalesce(nullif((${p}).i, ''), '00') || ':' || coalesce(nullif((${p}).s, ''), '00') as timestamp)`;
    }
  }
};

/** Units since 1970, up to the year 9999; `micros` in a unit. */
const epochSql = (x: string, micros: number): string => {
  const units = `try_cast(${x} as bigint)`;
  return `case when ${units} between 0 and ${Math.floor(253_402_300_799_000_000 / micros)} then make_timestamp(${units} * ${micros}) end`;
};

/** One sentence about a cell that is no date. */
const problemSql = (p: string): string => {
  const number = (part: string): string => `try_cast((${p}).${part} as int)`;
  return `case
    when (${p}).y = '' then 'This is not a date as the others in the column are.'
    when strlen((${p}).y) > 2 and not (${number('y')} between 1900 and 2200) then 'The year ' || (${p}).y || ' is not between 1900 and 2200.'
    when ${number('m')} = 0 or ${number('m')} > 12 then 'There is no month ' || (${p}).m || '.'
    when ${number('d')} = 0 or ${number('d')} > 28 then 'There is no ' || ${number('d')} || ' ' || (list_value(${lits(MONTH_NAMES)}))[${number('m')}] || ' ' || (${p}).y || '.'
    else 'This is not a date as the others in the column are.' end`;
};
