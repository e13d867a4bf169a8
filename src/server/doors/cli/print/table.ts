/** Table: rows of text as aligned columns; numbers stand to the right. */
import { short } from '../../../../views/words/format.ts';

export type Column = { readonly title: string; readonly right?: boolean; /** Longest text shown, in characters. */ readonly most?: number };

const widthOf = (text: string): number => Array.from(text).length;
const padded = (text: string, width: number, right: boolean): string => {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? gap + text : text + gap;
};

/** Characters that would move the cursor or break the line; a file's cell must not write to the terminal. */
const CONTROL = /[\u0000-\u001F\u007F-\u009F]+/g; // eslint-disable-line no-control-regex -- that is what it is for

/** A cell's text on one line, at most `most` characters. */
export const cell = (text: string, most = 48): string => short(text.replaceAll(CONTROL, ' ').trim(), most);

/** The table as text, without a line end; empty where there are no rows. Columns in which every cell is empty are left out. */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  if (rows.length === 0) return '';
  const shown = columns.map((column, i) => ({ ...column, i })).filter(({ i }) => rows.some((row) => row[i] !== ''));
  const cells = rows.map((row) => shown.map(({ i, most }) => cell(row[i] ?? '', most)));
  const widths = shown.map(({ title }, k) => Math.max(widthOf(title), ...cells.map((row) => widthOf(row[k]!))));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, k) => padded(text, widths[k]!, shown[k]!.right ?? false))
      .join('  ')
      .trimEnd();
  return [line(shown.map(({ title }) => title)), line(widths.map((width) => '─'.repeat(width))), ...cells.map(line)].join('\n');
};

/** A sentence broken at words, each line begun with `indent`. */
export const wrapped = (text: string, indent = '', width = 100): string => {
  const lines: string[] = [];
  let now = '';
  for (const word of text.split(/\s+/)) {
    if (now !== '' && widthOf(now) + widthOf(word) + 1 + indent.length > width) {
      lines.push(now);
      now = word;
    } else now = now === '' ? word : `${now} ${word}`;
  }
  return [...lines, now].map((line) => indent + line).join('\n');
};
