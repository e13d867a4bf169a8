/** Columns of numbers, straight out of the engine's vectors into memory that threads can share. */
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

export type Column =
  | Int32Array<SharedArrayBuffer>
  | Uint8Array<SharedArrayBuffer>
  | Uint16Array<SharedArrayBuffer>
  | Float64Array<SharedArrayBuffer>;
export type Columns = { readonly [name: string]: Column };

const FEW = 65_536;

/** Reads a statement whole. Throws TypeError where a column is of another kind, or holds a null. */
export const columnsOf = async (
  connection: DuckDBConnection,
  sql: string,
  params: { readonly [name: string]: DuckDBValue },
  rows: number,
): Promise<Columns> => {
  const result = await connection.stream(sql, { ...params });
  const names = result.columnNames();
  let columns: Column[] | null = null;
  let filled = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const vectors = names.map((name, i) => numbersIn(chunk.getColumnVector(i), name, chunk.rowCount));
    columns ??= vectors.map((vector) => likeOf(vector, Math.max(FEW, rows)));
    if (filled + chunk.rowCount > columns[0]!.length) columns = columns.map((column) => grown(column, filled));
    columns.forEach((column, i) => column.set(vectors[i]!, filled));
    filled += chunk.rowCount;
  }
  return Object.fromEntries(
    names.map((name, i) => [name, columns ? columns[i]!.subarray(0, filled) : new Int32Array(new SharedArrayBuffer(0))]),
  );
};

type Validity = { readonly data: BigUint64Array | null };
type Numbers = Int32Array | Uint8Array | Uint16Array | Float64Array;

const numbersIn = (vector: unknown, name: string, rows: number): Numbers => {
  const { items, validity } = vector as { readonly items?: unknown; readonly validity?: Validity };
  if (!(items instanceof Int32Array || items instanceof Uint8Array || items instanceof Uint16Array || items instanceof Float64Array))
    throw new TypeError(`the column ${name} holds no plain numbers`);
  if (!validity || !allValid(validity, rows)) throw new TypeError(`the column ${name} holds a null`);
  return items;
};

const WHOLE = 2n ** 64n - 1n;

/** One bit per row, 64 to a word; no words at all where every row is valid. */
const allValid = ({ data }: Validity, rows: number): boolean => {
  if (data === null) return true;
  const words = Math.floor(rows / 64);
  for (let w = 0; w < words; w += 1) if (data[w] !== WHOLE) return false;
  for (let i = words * 64; i < rows; i += 1) if ((data[words]! & (1n << BigInt(i % 64))) === 0n) return false;
  return true;
};

const likeOf = (numbers: Numbers, length: number): Column => {
  const memory = new SharedArrayBuffer(numbers.BYTES_PER_ELEMENT * length);
  if (numbers instanceof Float64Array) return new Float64Array(memory);
  if (numbers instanceof Int32Array) return new Int32Array(memory);
  return numbers instanceof Uint16Array ? new Uint16Array(memory) : new Uint8Array(memory);
};

const grown = (column: Column, filled: number): Column => {
  const larger = likeOf(column, Math.ceil(column.length * 1.5) + FEW);
  larger.set(column.subarray(0, filled));
  return larger;
};
