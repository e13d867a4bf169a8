/**
 * Reading: how a file was understood before anything was made of it.
 */

/** How the bytes were turned into rows and cells. Rows count as a spreadsheet shows them, the first is 1. */
export type Reading = {
  readonly format: 'csv' | 'jsonl' | 'parquet' | 'xlsx';
  /** Of a workbook: the sheet that was read, and the names of all that hold a table. */
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  readonly gzip: boolean;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null;
  /** Null for JSON lines and Parquet. */
  readonly delimiter: ',' | '\t' | ';' | '|' | null;
  /** Row of the header; null where the format names its columns itself. */
  readonly headerLine: number | null;
  /** Rows above the header, as found (report title, date range). */
  readonly preamble: readonly string[];
  /** Column names, made unique: the second `Labels` is `Labels (2)`. */
  readonly headers: readonly string[];
  /** Header names that stood more than once. */
  readonly repeated: readonly string[];
  /** Data rows found, totals and rows that could not be split into cells not counted. */
  readonly rows: number;
  /** Rows left out because they add up others. */
  readonly totals: readonly { readonly line: number; readonly text: string }[];
  /** Rows below the data, as found (who made the report, copyright). */
  readonly footer?: readonly string[];
  /** Rows that lacked cells at their end and were read as if those were empty. */
  readonly padded: number;
  /** One paragraph for a person. */
  readonly text: string;
};

/** One thing wrong in one row; `line` is the row a spreadsheet shows, `column` null where the whole row is meant. */
export type Problem = {
  readonly line: number;
  readonly column: string | null;
  readonly found: string | null;
  readonly problem: string;
  readonly todo: string;
};

/** Where long work stands: `done` of `of` in the unit of the phase (bytes, rows or steps). */
export type Progress = { readonly phase: 'reading' | 'checking' | 'writing' | 'merging'; readonly done: number; readonly of: number };
