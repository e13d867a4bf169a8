/**
 * Append: rows of texts from JavaScript into a temporary table, in chunks.
 */
import { BIGINT, DuckDBDataChunk, VARCHAR, type DuckDBValue } from '@duckdb/node-api';
import type { Tx } from '../engine.ts';

export type Appender = { readonly add: (row: readonly DuckDBValue[]) => void; readonly end: () => void };

const CHUNK = 2048;

/** `types`: one letter for each column, `t` text or `n` whole number (bigint). Call `end` before reading the table. */
export const appendTo = async (tx: Tx, table: string, types: string): Promise<Appender> => {
  const appender = await tx.connection.createAppender(table, 'main', 'temp');
  const kinds = types.split('').map((letter) => (letter === 'n' ? BIGINT : VARCHAR));
  let columns: DuckDBValue[][] = kinds.map(() => []);
  const flush = (): void => {
    const rows = columns[0]!.length;
    if (rows === 0) return;
    const chunk = DuckDBDataChunk.create(kinds, rows);
    chunk.setColumns(columns);
    appender.appendDataChunk(chunk);
    columns = kinds.map(() => []);
  };
  return {
    add: (row) => {
      for (let i = 0; i < kinds.length; i++) columns[i]!.push(row[i] ?? null);
      if (columns[0]!.length === CHUNK) flush();
    },
    end: () => {
      flush();
      appender.closeSync();
    },
  };
};
