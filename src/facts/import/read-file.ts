/**
 * Read file: from bytes on disk to staged rows, with an account of how it was read.
 */
import { open } from 'node:fs/promises';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Tx } from '../engine.ts';
import { sniffDialect } from './dialect.ts';
import { survey } from './encoding.ts';
import { uniqueHeaders } from './headers.ts';
import { dropGone, holdMixed, leaveOutBlank, leaveOutFooter, leaveOutTotals, unguard } from './leave-out.ts';
import { leadSince } from './lead-since.ts';
import type { DialectWish } from './mapping.ts';
import type { Reading } from './reading.ts';
import type { Received } from './received.ts';
import type { ImportRefusal } from './refusal.ts';
import { count, makeStageTables, type Stage } from './stage.ts';
import { stageCsv } from './stage-csv.ts';
import { stageHistory } from './stage-history.ts';
import { isGa4, stageGa4 } from './stage-ga4.ts';
import { stageJson } from './stage-json.ts';
import { stageParquet } from './stage-parquet.ts';
import { unfold } from './unfold.ts';
import { sheetsOf } from './xlsx.ts';

export type Read = { readonly stage: Stage; readonly reading: Reading };

const SAMPLE = 512 * 1024;

/** Stages a received file. The connection must have no open transaction: a faulty row ends one. */
export const readFile = async (tx: Tx, received: Received, wish: DialectWish, dir: string): Promise<Result<Read, ImportRefusal>> => {
  await makeStageTables(tx);
  const staged = await stageOf(tx, received, wish, dir);
  if (!staged.ok) return staged;
  const { stage: raw, found } = staged.value;
  await leaveOutBlank(tx, raw);
  await unguard(tx, raw);
  if (received.mixed) await holdMixed(tx, raw);
  const footer = await leaveOutFooter(tx, raw);
  const totals = await leaveOutTotals(tx, raw);
  const table = await dropGone(tx, raw);
  const stage = isGa4(table.headers) ? await stageGa4(tx, table) : await leadSince(tx, await stageHistory(tx, await unfold(tx, table)));
  const { rows } = stage;
  if (rows === 0 && (await count(tx, 'select count(*) as n from fault')) === 0) {
    return refuse({
      code: 'file-without-rows',
      ...(found.headerLine === null ? {} : { row: found.headerLine }),
      text: `${received.name} has column names${found.headerLine === null ? '' : ` in row ${found.headerLine}`} and no rows below.`,
      todo: 'Check the filter or the dates of the export, and export it again.',
    });
  }
  const reading: Reading = {
    ...found,
    gzip: received.gzip,
    encoding: received.encoding,
    headers: stage.headers,
    rows,
    totals,
    ...(footer.length > 0 ? { footer } : {}),
    padded: stage.padded,
    text: '',
  };
  return ok({ stage, reading: { ...reading, text: inWords(reading, received.mixed) } });
};

type Found = Pick<Reading, 'format' | 'delimiter' | 'headerLine' | 'preamble' | 'repeated' | 'sheet' | 'sheets'>;
const NAMED: Omit<Found, 'format'> = { delimiter: null, headerLine: null, preamble: [], repeated: [] };

const stageOf = async (
  tx: Tx,
  received: Received,
  wish: DialectWish,
  dir: string,
): Promise<Result<{ readonly stage: Stage; readonly found: Found }, ImportRefusal>> => {
  const { path, name } = received;
  if (received.kind === 'parquet') {
    const stage = await stageParquet(tx, path, name);
    return stage.ok ? ok({ stage: stage.value, found: { ...NAMED, format: 'parquet' } }) : stage;
  }
  if (received.kind === 'xlsx') return stageSheet(tx, received, wish, dir);
  const { text, whole } = await sampleOf(path);
  if (/^\uFEFF?\s*[[{]/.test(text) && !wish.delimiter) {
    const stage = await stageJson(tx, path, name, dir);
    return stage.ok ? ok({ stage: stage.value, found: { ...NAMED, format: 'jsonl' } }) : stage;
  }
  const sniffed = sniffDialect(text, name, wish, whole);
  if (!sniffed.ok) return sniffed;
  const { delimiter, headerLine, headerEnds, header, preamble } = sniffed.value;
  const { headers, repeated } = uniqueHeaders(header);
  const stage = await stageCsv(tx, {
    path,
    name,
    delimiter,
    headers,
    headerLine,
    headerEnds,
    newlines: received.newlines,
    endsWithNewline: received.endsWithNewline,
  });
  return stage.ok ? ok({ stage: stage.value, found: { format: 'csv', delimiter, headerLine, preamble, repeated } }) : stage;
};

/** The sheet asked for, else the first that holds rows of cells under names. */
const stageSheet = async (
  tx: Tx,
  received: Received,
  wish: DialectWish,
  dir: string,
): Promise<Result<{ readonly stage: Stage; readonly found: Found }, ImportRefusal>> => {
  const written = await sheetsOf(received.path, received.name, dir);
  if (!written.ok) return written;
  const tables = written.value.filter(({ rows }) => rows > 1);
  const sheets = tables.map(({ name }) => name);
  const all = written.value.map(({ name }) => name);
  const asked = wish.sheet === undefined ? undefined : written.value.find(({ name }) => name === wish.sheet);
  if (wish.sheet !== undefined && !asked)
    return refuse({ code: 'no-such-sheet', text: `${received.name} has no sheet "${wish.sheet}".`, todo: `It has: ${all.join(', ')}.` });
  const sheet = asked ?? tables[0] ?? written.value[0];
  if (!sheet) return refuse({ code: 'file-empty', text: `${received.name} has no sheet.`, todo: 'Export it again.' });
  const { text, whole } = await sampleOf(sheet.path);
  const sniffed = sniffDialect(text, `${received.name}, sheet ${sheet.name},`, { ...wish, delimiter: ',' }, whole);
  if (!sniffed.ok) return sniffed;
  const { headerLine, headerEnds, header, preamble } = sniffed.value;
  const { headers, repeated } = uniqueHeaders(header);
  const lines = await survey(sheet.path, () => undefined);
  const stage = await stageCsv(tx, { path: sheet.path, name: received.name, delimiter: ',', headers, headerLine, headerEnds, ...lines });
  return stage.ok
    ? ok({ stage: stage.value, found: { format: 'xlsx', delimiter: null, headerLine, preamble, repeated, sheet: sheet.name, sheets } })
    : stage;
};

const sampleOf = async (path: string): Promise<{ readonly text: string; readonly whole: boolean }> => {
  const handle = await open(path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
  await handle.close();
  return { text: new TextDecoder().decode(buffer.subarray(0, bytesRead), { stream: true }), whole: bytesRead < SAMPLE };
};

const DELIMITER_NAMES = { ',': 'commas', '\t': 'tabs', ';': 'semicolons', '|': 'bars' } as const;
const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252',
} as const;

const inWords = (r: Reading, mixed: boolean): string => {
  const how =
    r.format === 'xlsx'
      ? `Sheet ${r.sheet}`
      : r.format === 'csv'
        ? `Text with ${DELIMITER_NAMES[r.delimiter!]}`
        : r.format === 'jsonl'
          ? 'JSON objects'
          : 'Parquet';
  const parts = [
    `${how}${r.encoding && r.format !== 'parquet' && r.format !== 'xlsx' ? ` in ${ENCODING_NAMES[r.encoding]}` : ''}${r.gzip ? ', packed with gzip' : ''}: ${r.rows.toLocaleString('en')} ${r.rows === 1 ? 'row' : 'rows'}, ${r.headers.length} columns.`,
    r.preamble.length > 0
      ? `The column names stand in row ${r.headerLine}; ${r.preamble.length === 1 ? 'the row' : `${r.preamble.length} rows`} above ${r.preamble.length === 1 ? 'was' : 'were'} skipped.`
      : '',
    (r.sheets?.length ?? 0) > 1
      ? `The workbook holds more sheets with rows: ${r.sheets!.filter((one) => one !== r.sheet).join(', ')}.`
      : '',
    r.totals.length > 0
      ? `${r.totals.length === 1 ? 'One total row' : `${r.totals.length} total rows`} at the end ${r.totals.length === 1 ? 'was' : 'were'} left out.`
      : '',
    (r.footer?.length ?? 0) > 0
      ? `${r.footer!.length === 1 ? 'The row' : `${r.footer!.length} rows`} below the table ${r.footer!.length === 1 ? 'was' : 'were'} skipped.`
      : '',
    r.repeated.length > 0 ? `Named more than once, so numbered: ${r.repeated.join(', ')}.` : '',
    r.padded > 0
      ? `${r.padded.toLocaleString('en')} ${r.padded === 1 ? 'row lacks' : 'rows lack'} cells at the end; they were read as empty.`
      : '',
    mixed ? 'Some rows are in another encoding than the rest; they are held.' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
};
