/**
 * Convert field: SQL for one field of one feed over `stage s`, and the checks its cells must pass.
 */
import { exponentOf, isCurrency } from '../../kernel/money.ts';
import { channelSql } from '../../kernel/channel-rules.ts';
import { LARGEST_MINOR, minorSql, numberSql } from '../import/convert-number.ts';
import { platformSql } from '../import/ad-platforms.ts';
import { timeSql, type Zones } from '../import/convert-time.ts';
import type { Field } from '../import/entities.ts';
import { FALSE_WORDS, TRUE_WORDS } from '../import/kinds.ts';
import type { Entity, FieldSource, Kind, Mapping, NumberFormat } from '../import/mapping.ts';
import { EMPTY_MARKS } from '../import/profile.ts';
import type { TimeForm } from '../import/time-format.ts';
import { lit, lits } from '../quote.ts';

/** What reading the cells needs beside the mapping. */
export type Reader = {
  readonly mapping: Mapping;
  readonly zones: Zones;
  /** Column of the stage for a header, as SQL: `s.c3`. */
  readonly cell: (header: string) => string;
  /** Columns of the stage that hold parsed dates and numbers, by header. */
  readonly parsed: ReadonlyMap<string, string>;
  /** What an attribute will hold over all loads. */
  readonly holds: (entity: Entity, name: string) => Kind;
  /** The kinds of attributes were decided by this very file, so all its cells fit. */
  readonly kindsDecided: boolean;
  /** Currencies that the file's currency column names. */
  readonly currencies: readonly string[];
};
/** A row is held where `bad` is true; texts are SQL. */
export type Check = {
  readonly header: string;
  readonly cell: string;
  readonly bad: string;
  readonly problem: string;
  readonly todo: string;
};
export type Converted = { readonly values: { readonly [column: string]: string }; readonly checks: readonly Check[] };

const YES = [...TRUE_WORDS, '1'];
const NO = [...FALSE_WORDS, '0'];
const EITHER_MEND = 'Correct the cell in the file and import it again, or mend the row here.';

/** An id that a spreadsheet took for a number and rounded: 1.20215E+17. Two of them may look the same. */
export const ROUNDED = String.raw`\d(\.\d+)?[eE]\+\d+`;

export const convertField = (source: FieldSource, { kind, columns }: Field, reader: Reader, factor: string): Converted => {
  const column = columns[0]!;
  if ('constant' in source) return { values: constantSql(source.constant, kind, columns), checks: [] };
  if ('join' in source)
    return { values: { [column]: `nullif(concat_ws(' ', ${source.join.map(reader.cell).join(', ')}), '')` }, checks: [] };
  if ('first' in source) {
    const value = `coalesce(${source.first.map(reader.cell).join(', ')})`;
    return { values: { [column]: source.short ? longIdSql(value) : value }, checks: [] };
  }
  if ('utm' in source) {
    const [from, medium, otherwise] = [source.utm.source, source.utm.medium, source.otherwise].map((header) =>
      header === undefined ? 'null::varchar' : reader.cell(header),
    ) as [string, string, string];
    return { values: { [column]: `coalesce(${channelSql(from, medium)}, ${otherwise})` }, checks: [] };
  }
  if ('as' in source) return { values: {}, checks: [] };
  const x = reader.cell(source.header);
  const check = (bad: string, problem: string, todo = lit(EITHER_MEND)): Check => ({ header: source.header, cell: x, bad, problem, todo });
  switch (kind) {
    case 'time':
    case 'day':
    case 'close': {
      const { at, on, bad, problem } = timeSql(
        x,
        { format: (source.format ?? 'iso') as TimeForm['format'], ...(source.day ? { day: true } : {}) },
        reader.zones,
        reader.parsed.get(source.header),
      );
      const checks = [check(bad, problem, lit('Write the date as the others in the column are, or leave the cell empty.'))];
      // A close is shared out between closed_ and expected_ by the deal's status: see feed-sql.ts.
      return { values: kind === 'day' ? { [column]: on } : kind === 'time' ? { [column]: at, [columns[1]!]: on } : { at, on }, checks };
    }
    case 'money': {
      const format = (source.format ?? 'plain') as NumberFormat;
      const { value, bad } = numberSql(x, format, reader.parsed.get(source.header));
      const minor = minorSql(value, format, factor);
      const checks = [
        check(bad, `'This is not an amount.'`, lit('Write the amount as the others in the column are.')),
        check(
          `(${value} is not null and (${minor} is null or abs(${minor}) > ${LARGEST_MINOR}))`,
          `'The amount is too large to be added up exactly.'`,
        ),
        ...(reader.mapping.creditNotes
          ? []
          : [
              check(
                `(${value} < 0)`,
                `'The amount is negative.'`,
                lit('If negative amounts are credit notes, import again with --answer credit-notes=yes; otherwise correct the amount.'),
              ),
            ]),
        ...signChecks(x, reader.mapping.currency, check),
      ];
      return { values: { [column]: minor }, checks };
    }
    case 'number': {
      const { value, bad } = numberSql(x, (source.format ?? 'plain') as NumberFormat, reader.parsed.get(source.header));
      return { values: { [column]: `(${value})::double` }, checks: [check(bad, `'This is not a number.'`)] };
    }
    case 'whole': {
      const { value, bad } = numberSql(x, (source.format ?? 'plain') as NumberFormat, reader.parsed.get(source.header));
      return {
        values: { [column]: `try_cast(${value} as bigint)` },
        checks: [
          check(bad, `'This is not a number.'`),
          check(`(${value} < 0 or ${value} <> trunc(${value}))`, `'This is not a whole number from 0 upwards.'`),
        ],
      };
    }
    case 'boolean':
    case 'flag': {
      const value = booleanSql(x);
      return {
        values: { [column]: value },
        checks: [
          check(`(${x} is not null and (${value}) is null and lower(${x}) not in (${lits(EMPTY_MARKS)}))`, `'This is neither yes nor no.'`),
        ],
      };
    }
    case 'platform':
      return { values: { [column]: platformSql(x) }, checks: [] };
    case 'platform_id':
      return {
        values: {
          [column]: `case when regexp_full_match(${x}, '${ROUNDED}') or lower(${x}) in (${lits(EMPTY_MARKS)}) then null else ${x} end`,
        },
        checks: [],
      };
    case 'currency':
      return {
        values: { [column]: `upper(${x})` },
        checks: [
          check(
            `(${x} is not null and not regexp_full_match(${x}, '[A-Za-z]{3}'))`,
            `'This is no currency code.'`,
            lit('Write three letters, for instance EUR.'),
          ),
        ],
      };
    default:
      if (source.short) return { values: { [column]: longIdSql(x) }, checks: [] };
      if (source.means) return { values: { [column]: meansSql(x, source.means) }, checks: [] };
      // Several values in a cell that holds one: the first. Contacts of deals take all (see relations.ts).
      return {
        values: { [column]: source.split && column !== 'contact_id' ? `trim(split_part(${x}, ${lit(source.split)}, 1))` : x },
        checks: [],
      };
  }
};

/**
 * A Salesforce id of 15 characters with the three that make it 18: each says which of five characters are capitals
 * (developer.salesforce.com, "Field Types", ID Field Type).
 */
const longIdSql = (x: string): string => {
  const bit = (at: number): string => `(ascii(substr(${x}, ${at}, 1)) between 65 and 90)::int`;
  const suffix = [0, 5, 10].map(
    (from) =>
      `substr('ABCDEFGHIJKLMNOPQRSTUVWXYZ012345', 1 + ${[1, 2, 3, 4, 5].map((i) => `${2 ** (i - 1)} * ${bit(from + i)}`).join(' + ')}, 1)`,
  );
  return `case when strlen(${x}) = 15 then ${x} || ${suffix.join(' || ')} else ${x} end`;
};

const meansSql = (x: string, means: { readonly [code: string]: string }): string =>
  `case ${x} ${Object.entries(means)
    .map(([code, word]) => `when ${lit(code)} then ${lit(word)}`)
    .join(' ')} else ${x} end`;

/** One value for every row; of a time the day. */
const constantSql = (value: string, kind: Field['kind'], columns: readonly string[]): { readonly [column: string]: string } => {
  const day = `try_cast(${lit(value)} as date)`;
  if (kind === 'time') return { [columns[0]!]: 'null::timestamp', [columns[1]!]: day };
  if (kind === 'day') return { [columns[0]!]: day };
  return { [columns[0]!]: kind === 'boolean' ? booleanSql(lit(value)) : lit(value) };
};

/** True, false, or null for what is neither. */
export const booleanSql = (x: string): string =>
  `case when lower(${x}) in (${lits(YES)}) then true when lower(${x}) in (${lits(NO)}) then false end`;

/** Minor units in a major unit, as SQL: by the row's currency column, the field's constant, or the mapping's currency. */
export const factorSql = (source: FieldSource | undefined, reader: Reader): string => {
  const of = (currency: string | null): string => String(10 ** exponentOf(currency));
  if (!source) return of(reader.mapping.currency);
  if ('constant' in source) return of(isCurrency(source.constant) ? source.constant : null);
  if (!('header' in source)) return of(null);
  const cases = reader.currencies
    .filter((currency) => exponentOf(currency) !== 2)
    .map((currency) => `when ${lit(currency)} then ${of(currency)}`);
  return cases.length === 0 ? '100' : `case upper(${reader.cell(source.header)}) ${cases.join(' ')} else 100 end`;
};

const SIGN_MEANS: readonly (readonly [string, string])[] = [
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['R$', 'BRL'],
];

/** An amount that names another currency than the file's. */
const signChecks = (x: string, currency: string | null, check: (bad: string, problem: string, todo?: string) => Check): Check[] =>
  currency === null
    ? []
    : SIGN_MEANS.filter(([, means]) => means !== currency).map(([sign]) =>
        check(
          `contains(${x}, ${lit(sign)})`,
          lit(`The amount says ${sign}, but the file is read as ${currency}.`),
          lit('Put each currency into a file of its own, or add a column with the currency code.'),
        ),
      );
