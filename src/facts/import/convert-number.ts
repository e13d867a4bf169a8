/**
 * Convert number: SQL that makes a number of a cell, and of an amount whole minor units.
 */
import { lits } from '../quote.ts';
import type { NumberFormat } from './mapping.ts';
import { EMPTY_MARKS } from './profile.ts';

/** `value` a decimal, null for an empty cell; `bad` true for a filled cell that is no number. */
export type NumberSql = { readonly value: string; readonly bad: string };

/** A sign or code of a currency, as it stands before or after an amount; the same for JavaScript and for SQL. */
export const CURRENCY_WORD = String.raw`(\p{Sc}|[A-Z]{3}|[A-Z]{1,2}\$|kr\.?|zł|Kč|Fr\.?|Ft|lei)`;
const SPACED = String.raw`[0-9.,''’\s\x{a0}\x{202f}]*`;
const SHAPE = String.raw`\(?[+-]?\s*${CURRENCY_WORD}?\s*[+-]?\s*${SPACED}\d${SPACED}${CURRENCY_WORD}?\)?-?`;

/** `parsed`: a column that holds the number already (see parsed-columns.ts), for formats that are dear to parse. */
export const numberSql = (x: string, format: NumberFormat, parsed?: string): NumberSql => {
  const value = parsed ?? valueSql(x, format);
  return { value, bad: `(${x} is not null and ${value} is null and lower(${x}) not in (${lits(EMPTY_MARKS)}))` };
};

const valueSql = (x: string, format: NumberFormat): string => {
  if (format === 'plain') return `try_cast(${x} as decimal(28, 6))`;
  if (format === 'minor') return `try_cast(${x} as bigint)`;
  if (format === 'micros') return `(try_cast(${x} as bigint)::decimal(28, 0) * 0.000001)`;
  const core = `regexp_replace(${x}, '[^0-9.,]', '', 'g')`;
  const [grouped, plain] =
    format === 'point'
      ? [String.raw`(\d{1,3}(,\d{3})+|\d*)(\.\d*)?`, `replace(${core}, ',', '')`]
      : [String.raw`(\d{1,3}(\.\d{3})+|\d*)(,\d*)?`, `replace(replace(${core}, '.', ''), ',', '.')`];
  const sign = `case when regexp_matches(${x}, '^\\(|-') then -1 else 1 end`;
  return `case when regexp_full_match(${x}, '${SHAPE}') and regexp_full_match(${core}, '${grouped}') then try_cast(${plain} as decimal(28, 6)) * ${sign} end`;
};

/** Whole minor units of an amount; `factor` is SQL for how many a major unit has. Half a unit is rounded away from zero. */
export const minorSql = (value: string, format: NumberFormat, factor: string): string =>
  format === 'minor' ? value : `try_cast(round(${value} * ${factor}, 0) as bigint)`;

/** More than this cannot be added up exactly. */
export const LARGEST_MINOR = Number.MAX_SAFE_INTEGER;

/** A number as JSON writes it: whole ones without a point, while they are exact. */
export const numberJson = (value: string): string =>
  `case when ${value} = trunc(${value}) and abs(${value}) < 1e15 then to_json((${value})::bigint) else to_json(${value}) end`;
