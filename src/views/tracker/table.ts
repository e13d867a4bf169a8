/** What a tracker's export is once it has been read: a table, whatever the file was. */

export type TrackerRow = {
  /** Row of the file as a spreadsheet counts, or number of the card in a JSON file, from 1. */
  readonly line: number;
  /** Cells by header; a header that is repeated holds all its cells, joined by a line feed. */
  readonly cells: { readonly [header: string]: string };
};
export type TrackerTable = {
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly TrackerRow[];
  /** Rows that could not be read at all. */
  readonly broken: readonly { readonly line: number; readonly text: string }[];
};

/** Joins the cells of a repeated header. */
export const JOIN = '\n';

/** A record as a row: cells under their headers, repeated headers joined. Cells beyond the header are dropped where they are empty. */
export const rowOf = (headers: readonly string[], cells: readonly string[], line: number): TrackerRow => {
  const named: Record<string, string> = {};
  for (const [i, header] of headers.entries()) {
    const cell = unguarded((cells[i] ?? '').trim());
    if (cell === '') named[header] ??= '';
    else named[header] = named[header] ? `${named[header]}${JOIN}${cell}` : cell;
  }
  return { line, cells: named };
};

/** Trackers put an apostrophe before what a spreadsheet would run as a formula. */
const unguarded = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);
