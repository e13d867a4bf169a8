/**
 * Source: where the rows of a load come from. A file as received, or rows given by a program.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ok, type Result } from '../../kernel/result.ts';
import type { Tx } from '../engine.ts';
import { csvLine } from '../import/csv.ts';
import type { DialectWish } from '../import/mapping.ts';
import { readFile, type Read } from '../import/read-file.ts';
import type { Progress, Reading } from '../import/reading.ts';
import { receive, type FileReceived } from '../import/received.ts';
import type { ImportRefusal } from '../import/refusal.ts';
import { makeStageTables } from '../import/stage.ts';
import { stageOwn } from '../import/stage-csv.ts';
import type { Origin } from './ledger.ts';

export type Staged = {
  readonly read: Read;
  readonly origin: Origin;
  /** What to keep in imports/; null: nothing came as a file. */ readonly keep: string | null;
};
/** Stages the rows on the connection; `dir` is a workspace. */
export type Source = (tx: Tx, dir: string, progress: (p: Progress) => void) => Promise<Result<Staged, ImportRefusal>>;

export const fromFile =
  (file: FileReceived, dialect: DialectWish): Source =>
  async (tx, dir, progress) => {
    const received = await receive(file, dir, dialect, (done, of) => progress({ phase: 'reading', done, of }));
    if (!received.ok) return received;
    const read = await readFile(tx, received.value, dialect, dir);
    if (!read.ok) return read;
    const { sha256, bytes, encoding } = received.value;
    return ok({
      read: read.value,
      keep: join(dir, 'received'),
      origin: {
        file: sheetsIn(read.value.reading) > 1 ? `${file.name}, sheet ${read.value.reading.sheet}` : file.name,
        sha256,
        bytes,
        format: read.value.reading.format,
        encoding,
      },
    });
  };

/** How many sheets of a workbook hold rows. */
const sheetsIn = ({ sheets }: Reading): number => sheets?.length ?? 0;

/** A row given by a program: its number and its cells, in the order of the headers. */
export type NumberedRow = { readonly line: number; readonly cells: readonly (string | number | boolean | null | undefined)[] };

/** `headers` may still grow while the first rows are drawn; it is read when they are written. */
export const fromRows =
  (given: {
    readonly file: string;
    readonly format: string;
    readonly headers: readonly string[];
    readonly rows: AsyncIterable<NumberedRow>;
    readonly of: number;
    readonly keep: boolean;
  }): Source =>
  async (tx, dir, progress) => {
    const path = join(dir, 'rows.csv');
    const hash = createHash('sha256');
    let [bytes, done] = [0, 0];
    const text = async function* (): AsyncGenerator<string> {
      let buffer = '';
      for await (const { line, cells } of given.rows) {
        buffer += csvLine([...cells, line]);
        done += 1;
        if (buffer.length < 1 << 18) continue;
        hash.update(buffer);
        bytes += Buffer.byteLength(buffer);
        yield buffer;
        buffer = '';
        progress({ phase: 'reading', done, of: Math.max(given.of, done) });
      }
      hash.update(buffer);
      bytes += Buffer.byteLength(buffer);
      yield buffer;
    };
    await pipeline(
      Readable.from(text(), { objectMode: false, highWaterMark: 1 << 20 }),
      createWriteStream(path, { highWaterMark: 1 << 20 }),
    );
    await makeStageTables(tx);
    const stage = await stageOwn(tx, path, given.headers);
    const reading: Reading = {
      format: 'csv',
      gzip: false,
      encoding: 'utf-8',
      delimiter: ',',
      headerLine: null,
      preamble: [],
      headers: given.headers,
      repeated: [],
      rows: stage.rows,
      totals: [],
      padded: 0,
      text: `${stage.rows.toLocaleString('en')} rows.`,
    };
    return ok({
      read: { stage, reading },
      keep: given.keep ? path : null,
      origin: { file: given.file, sha256: hash.digest('hex'), bytes, format: given.format, encoding: 'utf-8' },
    });
  };
