/**
 * Column files: the numbers of kept journeys as bytes beside `journeys.duckdb`, so that a process that opens has them as fast as the
 * disk reads, and no row of ten million passes through a statement again.
 *
 *   journeys.<table>.columns    the length of a JSON head in four bytes, the head, then each column as it stands in memory
 *   head                        the stamp of the kept journeys they were read from, and what made them; name, kind and length of each column, in order
 *
 * Right     while the stamp is that of journeys.state. Not there, not right, or damaged: the same is read from the table
 * Written   whole under another name and then renamed; a fault while writing leaves none, and nobody waits for it
 * Order     that of the table: deals and their touches (walk), accounts (met)
 */
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Column, Columns } from '../columns.ts';
import type { Engine } from '../engine.ts';

/** The tables whose columns are kept so, and by which of them they are in order. */
export const COLUMN_TABLES = {
  walk: { columns: 'd, u, day, known, bits', by: 'd', whole: 'd, rowid' },
  met: { columns: 'a, u, day', by: 'a', whole: 'a, u' },
} as const;
export type ColumnTable = keyof typeof COLUMN_TABLES;

const KINDS: {
  readonly [kind in 'Int32Array' | 'Uint16Array' | 'Uint8Array' | 'Float64Array']: {
    readonly bytes: number;
    readonly over: (memory: SharedArrayBuffer) => Column;
  };
} = {
  Int32Array: { bytes: 4, over: (memory) => new Int32Array(memory) },
  Uint16Array: { bytes: 2, over: (memory) => new Uint16Array(memory) },
  Uint8Array: { bytes: 1, over: (memory) => new Uint8Array(memory) },
  Float64Array: { bytes: 8, over: (memory) => new Float64Array(memory) },
};
type Kind = keyof typeof KINDS;
type HeadOfFile = {
  readonly stamp: string;
  readonly columns: readonly { readonly name: string; readonly kind: Kind; readonly length: number }[];
};

/** What they were read from: the state of the facts, and the statements that made the journeys of it. */
const STAMP = "select stamp || ' ' || made_by as stamp from journeys.state";

const fileOf = (engine: Engine, table: ColumnTable): string => join(dirname(engine.file), `journeys.${table}.columns`);

/** The columns of a kept table, which must be right (keepJourneys). */
export const keptColumns = async <T extends Columns>(engine: Engine, table: ColumnTable): Promise<T> => {
  if (engine.file !== ':memory:') {
    const [state] = await engine.read<{ readonly stamp: string }>(STAMP);
    const kept = await readFile(fileOf(engine, table), state!.stamp).catch(() => null);
    if (kept !== null) return kept as T;
  }
  return (await fromTable(engine, table)) as T;
};

/** Lays the columns down beside the journeys they belong to. */
export const saveColumns = async (engine: Engine): Promise<void> => {
  if (engine.file === ':memory:') return;
  const [state] = await engine.read<{ readonly stamp: string }>(STAMP);
  for (const table of Object.keys(COLUMN_TABLES) as ColumnTable[])
    await writeFile(fileOf(engine, table), state!.stamp, await fromTable(engine, table));
};

/** Throws them away. */
export const dropColumns = async (engine: Engine): Promise<void> => {
  if (engine.file === ':memory:') return;
  for (const table of Object.keys(COLUMN_TABLES) as ColumnTable[]) await rm(fileOf(engine, table), { force: true });
};

/** A scan may hand parts on in another order than they stand in; what follows relies on it. */
const fromTable = async (engine: Engine, table: ColumnTable): Promise<Columns> => {
  const { columns, by, whole } = COLUMN_TABLES[table];
  const [size] = await engine.read<{ readonly n: number }>(`select count(*) as n from journeys.${table}`);
  const read = (order: string): Promise<Columns> => engine.columns(`select ${columns} from journeys.${table}${order}`, {}, size!.n);
  const found = await read('');
  const key = found[by] as Int32Array;
  for (let i = 1; i < key.length; i += 1) if (key[i]! < key[i - 1]!) return read(` order by ${whole}`);
  return found;
};

const readFile = async (file: string, stamp: string): Promise<Columns | null> => {
  const handle = await open(file);
  try {
    const length = new Uint32Array(1);
    await fill(handle, new Uint8Array(length.buffer));
    if (length[0]! > 10_000) return null;
    const text = new Uint8Array(length[0]!);
    await fill(handle, text);
    const head = JSON.parse(Buffer.from(text).toString()) as HeadOfFile;
    if (head.stamp !== stamp) return null;
    const columns: { [name: string]: Column } = {};
    for (const { name, kind, length: n } of head.columns) {
      const memory = new SharedArrayBuffer(n * KINDS[kind].bytes);
      await fill(handle, new Uint8Array(memory));
      columns[name] = KINDS[kind].over(memory);
    }
    return columns;
  } finally {
    await handle.close();
  }
};

const PART = 1 << 26;

/** Fills `bytes` from where the file stands; throws where it ends before. */
const fill = async (handle: Awaited<ReturnType<typeof open>>, bytes: Uint8Array): Promise<void> => {
  for (let at = 0; at < bytes.length;) {
    const { bytesRead } = await handle.read(bytes, at, Math.min(PART, bytes.length - at), null);
    if (bytesRead === 0) throw new RangeError('the file of columns ends too early');
    at += bytesRead;
  }
};

const writeFile = async (file: string, stamp: string, columns: Columns): Promise<void> => {
  const kindOf = (column: Column): Kind => column.constructor.name as Kind;
  const head: HeadOfFile = {
    stamp,
    columns: Object.entries(columns).map(([name, column]) => ({ name, kind: kindOf(column), length: column.length })),
  };
  const text = Buffer.from(JSON.stringify(head));
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(Buffer.from(Uint32Array.of(text.length).buffer));
    await handle.writeFile(text);
    for (const column of Object.values(columns))
      await handle.writeFile(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
};
