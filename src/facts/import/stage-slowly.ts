/**
 * The slow way of staging delimited text: row by row, so that each faulty row is held by itself.
 *
 * A row that lacks cells at its end is read as if they were empty, while it has at least half of
 * them: exports leave out empty cells there. With fewer, it is taken for a piece of a broken row
 * and held. Empty cells beyond the header are dropped; others make the row too wide, and it is held.
 */
import { parse, type Parser } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Tx } from '../engine.ts';
import { appendTo } from './append.ts';
import { MARK } from './encoding.ts';
import type { ImportRefusal } from './refusal.ts';
import { stageColumns, type Stage, type Text } from './stage.ts';

const LONGEST_ROW = 64 * 2 ** 20;
/** More cells of a held row than this are counted, not kept: the file as received has them. */
const CELLS_KEPT = 1000;

export const stageSlowly = async (tx: Tx, text: Text): Promise<Result<Stage, ImportRefusal>> => {
  const { headers, delimiter } = text;
  const width = headers.length;
  await tx.run(
    `create temp table stage (${stageColumns(width)
      .map((c) => `${c} varchar`)
      .join(', ')}, line bigint)`,
  );
  const stage = await appendTo(tx, 'stage', `${'t'.repeat(width)}n`);
  const fault = await appendTo(tx, 'fault', 'ntttt');
  let [line, rows, padded] = [0, 0, 0];
  const take = (cells: readonly string[]): void => {
    line += 1;
    if (line <= text.headerLine) return;
    const last = cells.findLastIndex((cell) => cell.trim() !== '');
    if (last === -1) return;
    const wrong = last >= width ? tooMany(cells.length, width) : cells.length < width / 2 ? tooFew(cells.length, width) : null;
    if (wrong) return fault.add([BigInt(line), shown(cells, delimiter), wrong.problem, wrong.todo, JSON.stringify(named(cells, headers))]);
    if (cells.length < width) padded += 1;
    rows += 1;
    stage.add([...Array.from({ length: width }, (_, i) => cells[i]?.trim() || null), BigInt(line)]);
  };
  const parser: Parser = createReadStream(text.path).pipe(
    parse({
      delimiter,
      quote: '"',
      relax_quotes: true,
      relax_column_count: true,
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: LONGEST_ROW,
    }),
  );
  try {
    for await (const cells of parser as AsyncIterable<string[]>) take(cells);
  } catch (defect) {
    if (!(defect instanceof Error && 'code' in defect && String(defect.code).startsWith('CSV_'))) throw defect;
    return refuse(cannotCut(text.name, line + 1, String(defect.code)));
  } finally {
    stage.end();
    fault.end();
  }
  return ok({ headers, line: 's.line', rows, padded });
};

const cannotCut = (name: string, row: number, code: string): ImportRefusal =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? {
        code: 'file-unreadable',
        row,
        text: `In ${name} a quotation mark opens a cell in row ${row} and is never closed, so the rest of the file is one cell.`,
        todo: `Look at row ${row}: close the quotation mark, or double it ("") where it belongs to the text.`,
      }
    : {
        code: 'file-unreadable',
        row,
        text: `Row ${row} of ${name} cannot be cut into cells (${code === 'CSV_MAX_RECORD_SIZE' ? 'it is longer than 64 MB' : code}).`,
        todo: `Look at row ${row}, most often at its quotation marks, and export the file again.`,
      };

const tooMany = (found: number, width: number) => ({
  problem: `The row has ${found.toLocaleString('en')} cells where the header names ${width}.`,
  todo: 'Put quotation marks around the cell that holds the delimiter, or remove what is too much.',
});
const tooFew = (found: number, width: number) => ({
  problem: `The row has ${found === 1 ? 'one cell' : `${found} cells`} where the header names ${width}: perhaps a piece of the row above, broken by a line end.`,
  todo: 'Join the pieces into one row, or fill in the missing cells.',
});

const shown = (cells: readonly string[], delimiter: string): string =>
  cells.slice(0, 20).join(delimiter).replaceAll(MARK, '').slice(0, 200);

/** Cells by header; those beyond it as `Column 9` …; of very wide rows the first thousand. */
const named = (cells: readonly string[], headers: readonly string[]): { readonly [header: string]: string } => {
  const kept = cells
    .slice(0, CELLS_KEPT)
    .map((cell, i) => [headers[i] ?? `Column ${i + 1}`, cell.replaceAll(MARK, '').slice(0, 10_000)] as const);
  const rest = cells.length - kept.length;
  return Object.fromEntries(rest > 0 ? [...kept, ['…', `${rest.toLocaleString('en')} more cells: see the file as received`]] : kept);
};
