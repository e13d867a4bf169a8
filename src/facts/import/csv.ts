/**
 * CSV as we write it: comma, quotes where needed, LF (RFC 4180 but for the line end).
 */

/** One cell. Null and undefined are empty. */
export const csvCell = (value: string | number | boolean | null | undefined): string => {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvLine = (cells: readonly (string | number | boolean | null | undefined)[]): string => `${cells.map(csvCell).join(',')}\n`;

/**
 * The same for a file that a person will open in a spreadsheet: a text that such a program would
 * run as a formula gets an apostrophe in front. Numbers, also negative ones, stay as they are.
 */
export const guardedCell = (text: string): string => csvCell(/^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,]+$/.test(text) ? `'${text}` : text);
