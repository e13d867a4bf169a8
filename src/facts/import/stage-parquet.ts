/**
 * Stage of Parquet: every column as text; a struct becomes columns with dots, a list is joined by `;`.
 */
import { DuckDBListType, DuckDBMapType, DuckDBStructType, type DuckDBType } from '@duckdb/node-api';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Tx } from '../engine.ts';
import { ident, lit } from '../quote.ts';
import type { ImportRefusal } from './refusal.ts';
import { count, type Stage } from './stage.ts';
import { uniqueHeaders } from './headers.ts';

type Part = { readonly header: string; readonly sql: string };

export const stageParquet = async (tx: Tx, path: string, name: string): Promise<Result<Stage, ImportRefusal>> => {
  const from = `read_parquet(${lit(path)})`;
  try {
    await tx.run(`set TimeZone = 'UTC'`);
    const result = await tx.connection.run(`select * from ${from} limit 0`);
    const parts = result.columnNames().flatMap((column, i) => partsOf(column, ident(column), result.columnType(i)));
    const { headers } = uniqueHeaders(parts.map(({ header }) => header));
    await tx.run(
      `create temp table stage as select ${parts.map(({ sql }, i) => `nullif(trim(${sql}), '') as c${i}`).join(', ')} from ${from}`,
    );
    return ok({ headers, line: '(s.rowid + 1)', rows: await count(tx, 'select count(*) as n from stage'), padded: 0 });
  } catch (defect) {
    if (!(defect instanceof Error && /parquet|Invalid Input|IO Error/i.test(defect.message))) throw defect;
    return refuse({
      code: 'file-bad-parquet',
      text: `${name} is a Parquet file that cannot be read: ${defect.message.split('\n')[0]!.slice(0, 200)}`,
      todo: 'Write it again; the file may have been cut off.',
    });
  }
};

const partsOf = (header: string, sql: string, type: DuckDBType): Part[] => {
  if (type instanceof DuckDBStructType)
    return type.entryNames.flatMap((entry, i) => partsOf(`${header}.${entry}`, `${sql}.${ident(entry)}`, type.entryTypes[i]!));
  if (type instanceof DuckDBListType && !(type.valueType instanceof DuckDBStructType))
    return [{ header, sql: `array_to_string(${sql}, ';')` }];
  if (type instanceof DuckDBListType || type instanceof DuckDBMapType) return [{ header, sql: `to_json(${sql})::varchar` }];
  return [{ header, sql: `${sql}::varchar` }];
};
