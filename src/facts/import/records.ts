/**
 * Records: where rows begin and end in delimited text, with cells that may hold line ends in quotes.
 */
import { createReadStream } from 'node:fs';

export type Delimiter = ',' | '\t' | ';' | '|';

/** Cells of one record and how many lines of the file it stands on. A blank line is a record without cells. */
export type Record = { readonly cells: readonly string[]; readonly lines: number };

/** The first `limit` records of a text; a record cut off by the end of the text is left out where `whole` is false. */
export const firstRecords = (text: string, delimiter: Delimiter, limit: number, whole: boolean): Record[] => {
  const records: Record[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let started = false;
  let lines = 1;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    started = false;
  };
  const endRecord = (): void => {
    if (cells.length > 0 || cell !== '' || started) endCell();
    records.push({ cells, lines });
    cells = [];
    lines = 1;
  };
  for (let i = 0; i < text.length && records.length < limit; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') cell += text[++i]!;
      else if (c === '"') quoted = false;
      else {
        if (c === '\n') lines += 1;
        cell += c;
      }
    } else if (c === '"' && cell === '') {
      quoted = true;
      started = true;
    } else if (c === delimiter) endCell();
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i += 1;
      endRecord();
    } else cell += c;
  }
  if (whole && records.length < limit && (cells.length > 0 || cell !== '' || started)) endRecord();
  return records;
};

const [QUOTE, LF, CR] = [34, 10, 13];

/**
 * For every record after the header that is not blank: the row a spreadsheet shows for it. Blank
 * lines count as rows; the lines of a quoted cell do not. `header` is the row of the header.
 */
export const recordLines = async (path: string, delimiter: Delimiter, header: number): Promise<number[]> => {
  const at: number[] = [];
  const cut = delimiter.charCodeAt(0);
  let row = 1;
  let blank = true;
  let fieldStart = true;
  let quoted = false;
  let before = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (quoted) {
        // A doubled quote closes and opens again: the same as a quote within.
        if (byte === QUOTE) quoted = false;
      } else if (byte === LF && before === CR) {
        // the second half of a line end
      } else if (byte === LF || byte === CR) {
        if (!blank && row > header) at.push(row);
        row += 1;
        blank = true;
        fieldStart = true;
      } else {
        if (byte === QUOTE && (fieldStart || before === QUOTE)) quoted = true;
        fieldStart = byte === cut;
        blank = false;
      }
      before = byte;
    }
  }
  if (!blank && row > header) at.push(row);
  return at;
};
