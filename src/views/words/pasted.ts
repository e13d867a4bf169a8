/** A table as people paste or drop it: lines of cells from a spreadsheet (tabs) or a CSV file, quotes and all. */

/** `line` is the row a spreadsheet shows: the first is 1. */
export type PastedRow = { readonly line: number; readonly cells: readonly string[] };

/** The mark that most of the first lines are cut by: tab, semicolon or comma; a line without any is one cell. */
const markOf = (text: string): string => {
  const first = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const outside = first.replace(/"[^"]*"/g, '');
  return ['\t', ';', ','].find((mark) => outside.includes(mark)) ?? ',';
};

/** Rows that hold anything, cells trimmed. A quoted cell may hold marks, quotes (doubled) and line ends. */
export const pastedRows = (text: string): readonly PastedRow[] => {
  const source = text.replace(/^\uFEFF/, '');
  const mark = markOf(source);
  const rows: PastedRow[] = [];
  let [cells, cell, quoted, line, begins]: [string[], string, boolean, number, number] = [[], '', false, 1, 1];
  const endCell = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((c) => c !== '')) rows.push({ line: begins, cells });
    cells = [];
    begins = line;
  };
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (char === '\n' || (char === '\r' && source[i + 1] !== '\n')) line += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === mark) endCell();
    else if (char === '\n' || (char === '\r' && source[i + 1] !== '\n')) endRow();
    else if (char !== '\r') cell += char;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
};

/** Something wrong with one row: which row and column, what stands there, what to do. `column` null: the row as a whole. */
export type PastedProblem = {
  readonly line: number;
  readonly column: string | null;
  readonly found: string;
  readonly text: string;
  readonly todo: string;
};
