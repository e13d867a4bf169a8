/**
 * Given rows: rows of a program (the demo company, tests) as one load, by the same path as a file.
 *
 * Values stand under the names of fields, days and instants as ISO text, `amount` in whole minor
 * units; attributes stand under `attrs`. An attribute first seen after the first thousand rows must
 * be declared beforehand.
 */
import type { Result } from '../../kernel/result.ts';
import type { Engine } from '../engine.ts';
import { ENTITIES } from '../import/entities.ts';
import type { Attribute, Entity, FieldSource, Kind, Mapping } from '../import/mapping.ts';
import type { ImportRefusal } from '../import/refusal.ts';
import type { Doing } from './doing.ts';
import { loadRows } from './import-rows.ts';
import type { Loaded } from './report.ts';
import { fromRows, type NumberedRow } from './source.ts';

type Value = string | number | boolean | null;
export type GivenRow = { readonly [field: string]: Value | undefined | { readonly [attribute: string]: Value } };
export type GivenRows = {
  readonly entity: Exclude<Entity, 'lookup'>;
  readonly rows: AsyncIterable<GivenRow> | Iterable<GivenRow>;
  /** What the load is called in the ledger. */
  readonly file: string;
  readonly src?: string;
  /** Kinds of attributes (`attrs` of a row); text unless said otherwise. */
  readonly attributes?: { readonly [name: string]: Kind };
  /** How many rows there will be, for progress. */
  readonly of?: number;
  /** A load that stands and that these rows belong to: they join it, and are taken back with it. */
  readonly into?: number;
};

const LOOK_AT = 1000;

export const loadGiven = async (engine: Engine, folder: string, given: GivenRows, doing: Doing): Promise<Result<Loaded, ImportRefusal>> => {
  const iterator = iterate(given.rows);
  const first: GivenRow[] = [];
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) if (first.push(next.value) === LOOK_AT) break;
  const spec = ENTITIES[given.entity];
  const fields = Object.keys(spec.fields).filter((field) => first.some((row) => row[field] !== undefined));
  const unknown = first.flatMap(Object.keys).find((field) => field !== 'attrs' && !Object.hasOwn(spec.fields, field));
  if (unknown !== undefined) throw new RangeError(`${spec.words} have no field ${unknown}`);
  const names = [...new Set([...Object.keys(given.attributes ?? {}), ...first.flatMap((row) => Object.keys(attrsOf(row)))])];
  const headers = [...fields, ...names.map((name) => `attrs.${name}`)];
  const rows = async function* (): AsyncGenerator<NumberedRow> {
    let line = 0;
    for (const row of first) yield { line: ++line, cells: cellsOf(row, fields, names) };
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield { line: ++line, cells: cellsOf(next.value, fields, names) };
  };
  const mapping = mappingOf(given, fields, names, headers, first);
  const source = fromRows({ file: given.file, format: 'rows', headers, rows: rows(), of: given.of ?? 0, keep: false });
  return loadRows(engine, folder, source, { given: mapping, saved: [], answers: {} }, doing, null, given.into ?? null);
};

const iterate = async function* (rows: AsyncIterable<GivenRow> | Iterable<GivenRow>): AsyncGenerator<GivenRow> {
  yield* rows;
};

const attrsOf = (row: GivenRow): { readonly [attribute: string]: Value } =>
  typeof row['attrs'] === 'object' && row['attrs'] !== null ? row['attrs'] : {};

const cellsOf = (row: GivenRow, fields: readonly string[], names: readonly string[]): NumberedRow['cells'] => {
  const attrs = attrsOf(row);
  for (const name of Object.keys(attrs)) if (!names.includes(name)) throw new RangeError(`declare attribute ${name} beforehand`);
  return [...fields.map((field) => row[field] as Value | undefined), ...names.map((name) => attrs[name])];
};

const mappingOf = (
  given: GivenRows,
  fields: readonly string[],
  names: readonly string[],
  headers: readonly string[],
  first: readonly GivenRow[],
): Mapping => {
  const spec = ENTITIES[given.entity];
  const sources: { [field: string]: FieldSource } = {};
  if (spec.contentKey && !fields.includes('id')) sources['id'] = { as: 'content' };
  for (const field of fields) {
    const { kind } = spec.fields[field]!;
    const format =
      kind === 'time' || kind === 'day' || kind === 'close'
        ? ('iso-offset' as const)
        : kind === 'money'
          ? ('minor' as const)
          : kind === 'number' || kind === 'whole'
            ? ('plain' as const)
            : undefined;
    sources[field] = { header: field, ...(format ? { format } : {}) };
  }
  const kindOf = (name: string): Kind =>
    given.attributes?.[name] ??
    ({ number: 'number', boolean: 'boolean' } as const)[
      typeof first.map((row) => attrsOf(row)[name]).find((value) => value !== undefined && value !== null) as 'number' | 'boolean'
    ] ??
    'text';
  const attributes: Attribute[] = names.map((name) => ({
    header: `attrs.${name}`,
    name,
    kind: kindOf(name),
    ...(kindOf(name) === 'number' ? { format: 'plain' as const } : kindOf(name) === 'day' ? { format: 'iso' as const } : {}),
  }));
  return {
    src: given.src ?? 'files',
    feeds: [{ entity: given.entity, fields: sources, attributes }],
    stages: { open: 'open', won: 'won', lost: 'lost' },
    creditNotes: true,
    currency: null,
    zone: 'UTC',
    answers: {},
    headers,
  };
};
