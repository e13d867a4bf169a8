/**
 * Dialect: with which delimiter a text file is cut, and in which row its header stands.
 *
 * The header is the first row that looks like names and is as wide as the rows below it; what
 * stands above (report title, date range) is the preamble.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { DialectWish } from './mapping.ts';
import { firstRecords, type Delimiter, type Record } from './records.ts';
import type { ImportRefusal } from './refusal.ts';

export type Dialect = {
  readonly delimiter: Delimiter;
  /** Row of the header as a spreadsheet counts, from 1. */
  readonly headerLine: number;
  /** Lines of the file down to and with the header. */
  readonly headerEnds: number;
  readonly header: readonly string[];
  readonly preamble: readonly string[];
};

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];
const WIDEST = 2000;
const LOOK_AT = 120;

/** Finds the dialect in the first part of a text. `whole`: the text is the whole file. */
export const sniffDialect = (text: string, name: string, wish: DialectWish, whole: boolean): Result<Dialect, ImportRefusal> => {
  const sample = text.replace(/^\uFEFF/, '');
  if (sample.trim() === '')
    return refuse({ code: 'file-empty', text: `${name} holds no text.`, todo: 'Export it again and look into it before importing.' });
  const hinted = /^"?sep=([,;|\t])"?\r?\n/i.exec(sample)?.[1] as Delimiter | undefined;
  const choice = wish.delimiter ?? hinted;
  const tried = choice ? [choice] : DELIMITERS;
  const strict = bestOf(tried.map((delimiter) => guess(sample, delimiter, wish.headerLine, whole, headerAt)));
  // One column only is more often a table whose rows are ragged.
  const best =
    strict && strict.header.length > 1
      ? strict
      : (bestOf(tried.map((delimiter) => guess(sample, delimiter, wish.headerLine, whole, firstNames))) ?? strict);
  const widest = Math.max(...DELIMITERS.map((delimiter) => firstRecords(sample, delimiter, 1, true)[0]?.cells.length ?? 0));
  if (widest > WIDEST || (best && best.header.length > WIDEST))
    return tooWide(name, best?.headerLine ?? 1, Math.max(widest, best?.header.length ?? 0));
  if (!best) {
    const first = sample.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
    return refuse({
      code: 'file-without-header',
      row: 1,
      text: `${name} has no row of column names in its first ${LOOK_AT} rows. It begins with: ${first.slice(0, 120)}`,
      todo: 'Put a first row with a name for each column on top, or export again with headers.',
    });
  }
  return ok(best);
};

const tooWide = (name: string, row: number, columns: number) =>
  refuse<ImportRefusal>({
    code: 'file-too-wide',
    row,
    text: `Row ${row} of ${name} has at least ${columns.toLocaleString('en')} columns; more than ${WIDEST.toLocaleString('en')} is no table of rows.`,
    todo: 'Check the line ends of the file: perhaps all rows stand in one line. Export it again.',
  });

type Guess = Dialect & { readonly score: number };

const bestOf = (guesses: readonly (Guess | null)[]): Guess | null =>
  guesses.filter((g) => g !== null).toSorted((a, b) => b.score - a.score)[0] ?? null;

const guess = (
  sample: string,
  delimiter: Delimiter,
  wished: number | undefined,
  whole: boolean,
  findHeader: (records: readonly Record[]) => number,
): Guess | null => {
  const records = firstRecords(sample, delimiter, LOOK_AT, true);
  // The last record of a cut text may be cut too; alone, it is all there is to see.
  if (!whole && records.length > 1 && records.length < LOOK_AT) records.pop();
  const at = wished === undefined ? findHeader(records) : records[wished - 1] ? wished - 1 : -1;
  const header = records[at];
  if (!header) return null;
  const width = header.cells.length;
  const below = records.slice(at + 1).filter(({ cells }) => cells.length > 0);
  // Nothing below says little; the same far down in the file says less.
  const fit = below.length === 0 ? 0.5 : below.filter(({ cells }) => cells.length === width).length / below.length;
  return {
    delimiter,
    headerLine: at + 1,
    headerEnds: records.slice(0, at + 1).reduce((sum, { lines }) => sum + lines, 0),
    header: withoutEmptyEnd(header.cells, below),
    preamble: records
      .slice(0, at)
      .filter(({ cells }) => cells.length > 0)
      .map(({ cells }) => cells.filter((cell) => cell !== '').join(delimiter)),
    score: width === 1 ? 0 : fit + Math.min(width, 20) / 100 - at / 50,
  };
};

/** Index of the first row that looks like names and is as wide as at least half of the rows below. */
const headerAt = (records: readonly Record[]): number =>
  records.findIndex(({ cells }, at) => {
    if (!looksLikeNames(cells)) return false;
    const below = records.slice(at + 1).filter((record) => record.cells.length > 0);
    const near = below.filter((record) => record.cells.length <= cells.length && record.cells.length > cells.length / 2);
    return below.length === 0 || near.length >= below.length / 2;
  });

const firstNames = (records: readonly Record[]): number => records.findIndex(({ cells }) => cells.length > 1 && looksLikeNames(cells));

const looksLikeNames = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0 || filled.length < cells.length * 0.6) return false;
  return filled.every((cell) => /\p{L}/u.test(cell) && !/^\s*sep=.\s*$/i.test(cell) && !DATE_OR_MAIL.test(cell) && cell.length < 300);
};

const DATE_OR_MAIL = /^\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?|\S+@\S+\.\S+|[\d.,]+)\s*$/;

/** Cells at the end of the header that are empty here and in every row below are no columns. */
const withoutEmptyEnd = (header: readonly string[], below: readonly Record[]): readonly string[] => {
  let width = header.length;
  while (width > 1 && header[width - 1]!.trim() === '' && below.every(({ cells }) => cells.length < width)) width -= 1;
  return header.slice(0, width);
};
