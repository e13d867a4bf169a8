/**
 * Xlsx worker: reads a workbook in a thread of its own and writes each sheet as CSV, row by row as a spreadsheet
 * numbers them (an empty row is an empty line).
 *
 * Dates are written as the workbook shows them: it knows no zones, and none is put in. A whole number beyond 2^53 stays
 * the digits it is written with. A number with exactly three decimals gets a fourth, so that nobody takes its point for a
 * mark of thousands.
 */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import readXlsxFile from 'read-excel-file/node';
import { csvLine } from './csv.ts';
import type { SheetWritten, WorkbookAsked, WorkbookTold } from './xlsx.ts';

type Cell = string | number | bigint | boolean | Date | null;

const numberOf = (text: string): number | string => {
  const number = Number(text);
  if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number) && /^\d+$/.test(text))) return text;
  const plain = Math.abs(number) < 1e-6 || Math.abs(number) >= 1e21 ? text : String(number);
  return /\.\d{3}$/.test(plain) ? `${plain}0` : plain;
};

const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  const [day, time] = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().split('T') as [string, string];
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
};

const write = async (rows: readonly (readonly Cell[])[], path: string): Promise<void> => {
  const text = function* (): Generator<string> {
    let buffer = '';
    for (const row of rows) {
      const last = row.findLastIndex((cell) => cell !== null && cell !== '');
      buffer += last < 0 ? '\n' : csvLine(row.slice(0, last + 1).map(textOf));
      if (buffer.length < 1 << 18) continue;
      yield buffer;
      buffer = '';
    }
    yield buffer;
  };
  await pipeline(Readable.from(text()), createWriteStream(path));
};

const read = async ({ path, dir }: WorkbookAsked): Promise<WorkbookTold> => {
  const found = await readXlsxFile(path, { trim: false, parseNumber: numberOf });
  const sheets: SheetWritten[] = [];
  for (const [i, { sheet, data }] of found.entries()) {
    const csv = join(dir, `sheet-${i + 1}.csv`);
    await write(data as readonly (readonly Cell[])[], csv);
    const filled = (data as readonly (readonly Cell[])[]).filter((row) => row.filter((cell) => cell !== null && cell !== '').length > 1);
    sheets.push({ name: sheet, path: csv, rows: filled.length });
  }
  return { sheets };
};

read(workerData as WorkbookAsked).then(
  (told) => parentPort!.postMessage(told),
  (fault: unknown) => parentPort!.postMessage({ broken: fault instanceof Error ? fault.message : String(fault) } satisfies WorkbookTold),
);
