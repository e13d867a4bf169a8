/** Rows: the rows behind a number, as they stand in the facts; names keep the file's spelling. */
import { ok } from '../../kernel/result.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { Engine, SqlRow } from '../engine.ts';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import { cutOf } from './cut.ts';
import { FIELDS, LETTER, type Entity } from './fields.ts';
import { headOf } from './head.ts';
import type { Asked, Params } from './question.ts';
import { bind, newSheet } from './render.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

export type RowsWish = {
  readonly entity: Entity;
  /** Only these; absent: all that the filters leave. */
  readonly ids?: readonly string[];
  readonly where: readonly string[];
  readonly limit: number;
  readonly offset: number;
};

/** Columns by name, cells in their order; amounts are Money, unknown is null. */
export type RowsFound = { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[]; readonly total: number };

export const readRows = async (
  engine: Engine,
  { entity, ids, where, limit, offset }: RowsWish,
  params: Params,
): Promise<Asked<RowsFound>> => {
  const [catalogue, head] = await Promise.all([readCatalogue(engine), headOf(engine, 'rows', params)]);
  const sheet = newSheet();
  const letter = LETTER[entity];
  const only = ids ? `${letter}.id in (select unnest(from_json(${bind(sheet, JSON.stringify(ids))}::json, '["VARCHAR"]')))` : 'true';
  const filter = cutOf(catalogue, { base: entity }, head, [], where, sheet);
  if (!filter.ok) return filter;
  const columns = columnsOf(catalogue, entity);
  const slots = {
    table: `${entity} ${letter}`,
    letter,
    columns: columns.map(({ sql }, i) => `${sql} as c${i}`).join(', '),
    joins: filter.value.joins,
    where: filter.value.where,
    ids: only,
    day: `${letter}.${DAY[entity]}`,
  };
  const rows = await rowsOf(engine, fill(sqlOf('rows'), slots), { ...filter.value.bound, as_of: head.asOf, most: limit, pass: offset });
  return ok({
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) => columns.map(({ kind }, i) => (kind === 'money' ? amountOf(row, i) : row[`c${i}`]))),
    total: Number(rows[0]?.['of'] ?? 0),
  });
};

type Column = { readonly name: string; readonly sql: string; readonly kind: 'money' | 'other' };

const columnsOf = ({ attributes }: Catalogue, entity: Entity): Column[] => {
  const letter = LETTER[entity];
  const own = FIELDS[entity]
    .filter((field) => field.name !== 'currency')
    .map(({ name, column, kind }): Column =>
      kind === 'money'
        ? { name, kind: 'money', sql: `if(${letter}.${column} is null, null, {minor: ${letter}.${column}, currency: ${letter}.currency})` }
        : { name, kind: 'other', sql: `${letter}.${column}` },
    );
  const kept = attributes
    .filter((attribute) => attribute.entity === entity)
    .map(({ name }): Column => ({
      name,
      kind: 'other',
      sql: `json_extract_string(${letter}.attrs, '/${name.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll("'", "''")}')`,
    }));
  return [{ name: 'source', kind: 'other', sql: `${letter}.src` }, ...own, ...kept];
};

const amountOf = (row: SqlRow, i: number): Money | null => {
  const amount = row[`c${i}`] as Money | null;
  return amount === null ? null : money(amount.minor, amount.currency);
};

const DAY: { readonly [E in Entity]: string } = {
  account: 'created_on',
  contact: 'created_on',
  lead: 'created_on',
  opportunity: 'opened_on',
  touch: 'touched_on',
  spend: 'spent_on',
  work_done: 'done_on',
};
