/** A scratch company for tests: an engine in memory with its head row, a load, and rows as plain objects. */
import { openEngine, type Engine } from '../../src/facts/engine.ts';
import { resolveIdentity } from '../../src/facts/identity/resolve.ts';

export type Cell = string | number | boolean | null;
export type Rows = { readonly [table: string]: readonly { readonly [column: string]: Cell | { readonly [name: string]: Cell } }[] };

/** An engine with one load (1) and the rows given; `src` and `load` are filled in where a table has them. */
export const companyWith = async (
  rows: Rows,
  company: { readonly [column: string]: Cell } = { name: 'Test', zone: 'UTC' },
): Promise<Engine> => {
  const engine = await openEngine(':memory:');
  await engine.write(async (tx) => {
    await insert(tx, 'company', [company]);
    await insert(tx, 'load', [LOAD]);
    for (const [table, list] of Object.entries(rows)) {
      const columns = new Set(
        (await tx.read<{ column_name: string }>(`select column_name from information_schema.columns where table_name = '${table}'`)).map(
          (c) => c.column_name,
        ),
      );
      const given = { ...(columns.has('src') && { src: 'files' }), ...(columns.has('load') && { load: 1 }) };
      await insert(
        tx,
        table,
        list.map((row) => ({ ...given, ...row })),
      );
    }
  });
  await engine.alone(resolveIdentity);
  return engine;
};

/** The ledger's line for load 1. */
export const LOAD = {
  n: 1,
  loaded_at: '2026-01-01 00:00:00',
  loaded_by: 'test',
  src: 'files',
  file: 'test.csv',
  sha256: '',
  bytes: 0,
  format: 'csv',
  row_count: 0,
  loaded_rows: 0,
  held_rows: 0,
  mapping: '{}',
};

type Tx = Parameters<Parameters<Engine['write']>[0]>[0];

const insert = async (tx: Tx, table: string, rows: Rows[string]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.run(
    `insert into ${table} by name select ${columnsOf(rows)
      .map((c) => `r.${c}`)
      .join(', ')} from (select unnest(from_json($rows::json, '["json"]')) as j) ${lateral(columnsOf(rows))}`,
    { rows: JSON.stringify(rows) },
  );
};
const columnsOf = (rows: Rows[string]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];
/** attrs stays JSON; every other column is text that the insert casts. */
const lateral = (columns: readonly string[]): string =>
  `, lateral (select ${columns.map((c) => (c === 'attrs' || c === 'mapping' || c === 'cells' ? `(j->'${c}') as ${c}` : `(j->>'${c}') as ${c}`)).join(', ')}) r`;
