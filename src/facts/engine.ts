/**
 * The facts engine: one DuckDB file per company.
 *
 * Reads run side by side on connections of their own; writes queue behind one another and are
 * transactions: they land whole or not at all. `fromCache` is not a nicety: a second instance on
 * the same file in one process is not refused by DuckDB and would corrupt it.
 */
import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampValue,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnsOf, type Columns } from './columns.ts';

export type Params = { readonly [name: string]: DuckDBValue };
export type SqlRow = { readonly [column: string]: unknown };

export type Engine = {
  /** Rows of one statement. Whole numbers arrive as numbers (throws above 2^53), days as YYYY-MM-DD, instants as ISO 8601 with Z. */
  readonly read: <T = SqlRow>(sql: string, params?: Params) => Promise<T[]>;
  /**
   * Columns of numbers as typed arrays, taken from the engine's own vectors: no object for a row. Every column of the
   * statement is integer, utinyint, usmallint or double and never null. `rows`: about how many are expected.
   */
  readonly columns: <T extends Columns>(sql: string, params?: Params, rows?: number) => Promise<T>;
  /** The same, chunk by chunk, for answers that memory should not hold at once. */
  readonly stream: <T = SqlRow>(sql: string, params?: Params) => AsyncIterable<T[]>;
  /** Runs `work` alone, in one transaction: committed when it returns, rolled back when it throws. */
  readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Runs `work` on a connection of its own: for finding out with temporary tables, which are gone afterwards, what a write would do. */
  readonly aside: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The same, with no other write beside it; what `work` does within `commit` lands whole or not at all. */
  readonly alone: <T>(work: (tx: Tx, commit: Commit) => Promise<T>) => Promise<T>;
  /** True while something is written, or waits to be. */
  readonly busy: () => boolean;
  /** How many commits were begun and ended: what was read at one number is as it stands while the number stays. */
  readonly commits: () => number;
  /** The file, or `:memory:`. */
  readonly file: string;
  readonly close: () => Promise<void>;
};
export type Tx = {
  readonly read: <T = SqlRow>(sql: string, params?: Params) => Promise<T[]>;
  readonly run: (sql: string, params?: Params) => Promise<number>;
  readonly connection: DuckDBConnection;
};
export type Commit = <T>(work: () => Promise<T>) => Promise<T>;

// Temporary tables that outgrow memory go to the system's folder for such, one for each file, never into the company's.
const settings = (path: string) => ({
  memory_limit: '2GB',
  threads: '2',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  temp_directory: join(
    tmpdir(),
    `lockstep-duckdb-${process.pid}-${path === ':memory:' ? randomUUID() : createHash('sha256').update(path).digest('hex').slice(0, 16)}`,
  ),
});
const schemas = ['schema.sql', 'ledger.sql', 'identity/identity.sql'].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));

/** Opens (or makes) the facts file at `path`; `:memory:` for a scratch store. */
export const openEngine = async (path: string): Promise<Engine> => {
  const instance =
    path === ':memory:' ? await DuckDBInstance.create(path, settings(path)) : await DuckDBInstance.fromCache(path, settings(path));
  const setUp = await instance.connect();
  for (const sql of schemas) await setUp.run(sql);
  const idle: DuckDBConnection[] = [setUp];
  let tail: Promise<unknown> = Promise.resolve();
  let commits = 0;
  let waiting = 0;

  const apart = async <T>(work: (tx: Tx, commit: Commit) => Promise<T>): Promise<T> => {
    const connection = await instance.connect();
    const commit: Commit = async (part) => {
      await connection.run('begin transaction');
      const value = await part();
      await connection.run('update facts_stamp set stamp = uuid()::varchar');
      commits += 1; // whoever begins to read while this lands must not take what he finds for the last word
      await connection.run('commit');
      commits += 1;
      return value;
    };
    try {
      return await work(
        { read: (sql, params) => rowsOf(connection, sql, params), run: (sql, params) => run(connection, sql, params), connection },
        commit,
      );
    } finally {
      connection.disconnectSync(); // an open transaction ends with its connection: what was not committed never was
    }
  };
  const alone: Engine['alone'] = (work) => {
    waiting += 1;
    const turn = tail.then(() => apart(work)).finally(() => (waiting -= 1));
    tail = turn.catch(() => undefined);
    return turn;
  };
  return {
    read: async (sql, params) => {
      const connection = idle.pop() ?? (await instance.connect());
      try {
        return await rowsOf(connection, sql, params);
      } finally {
        idle.push(connection);
      }
    },
    columns: async <T extends Columns>(sql: string, params: Params = {}, rows = 0) => {
      const connection = await instance.connect();
      try {
        return (await columnsOf(connection, sql, params, rows)) as T;
      } finally {
        connection.disconnectSync();
      }
    },
    stream: async function* <T>(sql: string, params: Params = {}) {
      // A connection of its own: a reader may walk away in the middle.
      const connection = await instance.connect();
      try {
        const result = await connection.stream(sql, { ...params });
        const names = result.columnNames();
        for await (const rows of result.yieldRows())
          yield rows.map((row) => Object.fromEntries(row.map((value, i) => [names[i]!, plain(value)])) as T);
      } finally {
        connection.disconnectSync();
      }
    },
    write: (work) => alone((tx, commit) => commit(() => work(tx))),
    aside: (work) => apart((tx) => work(tx)),
    alone,
    busy: () => waiting > 0,
    commits: () => commits,
    file: path,
    close: async () => {
      await tail;
      for (const connection of idle) connection.disconnectSync();
      instance.closeSync();
    },
  };
};

const run = async (connection: DuckDBConnection, sql: string, params: Params = {}): Promise<number> => {
  const result = await connection.run(sql, { ...params });
  return result.rowsChanged;
};

const rowsOf = async <T>(connection: DuckDBConnection, sql: string, params: Params = {}): Promise<T[]> => {
  const reader = await connection.runAndReadAll(sql, { ...params });
  return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])) as T);
};

/** One DuckDB value as a plain JSON one. */
const plain = (value: DuckDBValue): unknown => {
  if (value === null || typeof value !== 'object') {
    if (typeof value !== 'bigint') return value;
    if (value > 9_007_199_254_740_991n || value < -9_007_199_254_740_991n)
      throw new RangeError(`a whole number beyond 2^53 came out of the facts: ${value}`);
    return Number(value);
  }
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampValue) return new Date(Number(value.micros / 1000n)).toISOString();
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  if (value instanceof DuckDBStructValue) return Object.fromEntries(Object.entries(value.entries).map(([k, v]) => [k, plain(v)]));
  if (value instanceof DuckDBMapValue) return Object.fromEntries(value.entries.map(({ key, value: v }) => [String(plain(key)), plain(v)]));
  return value.toString();
};
