/** Mended rows: the file of `rejects` with its cells put right, read back. Rows left as they were are not sent again. */
import { parse } from 'csv-parse/sync';
import type { HeldRow } from '../../../facts/loads/report.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';

export type Mended = { readonly line: number; readonly cells: { readonly [header: string]: string } };

/** Columns that say what is wrong stand before those of the file: row, column, found, problem, what to do. */
const SAID = 5;

export const mendedRows = (text: string, name: string, held: readonly HeldRow[]): Result<readonly Mended[], Problem> => {
  const lines = cellsIn(text);
  const [header, ...rows] = lines ?? [];
  if (header?.[0] !== 'row' || header.length <= SAID)
    return problem(
      'file-unreadable',
      `${name} is not a file of held rows.`,
      'Mend the file that lockstep rejects wrote, and keep its columns.',
    );
  const before = new Map(held.map((row) => [row.line, row.cells]));
  const mended: Mended[] = [];
  for (const [i, row] of rows.entries()) {
    const line = Number(row[0]);
    const was = before.get(line);
    if (!was)
      return problem(
        'no-such-row',
        `${name}, row ${i + 2}: no row "${row[0]}" is held.`,
        'Keep the column "row" as lockstep rejects wrote it: it says which row is meant.',
        { row: i + 2, column: 'row' },
      );
    const cells = Object.fromEntries(header.slice(SAID).map((column, k) => [unguarded(column), unguarded(row[SAID + k] ?? '')]));
    if (Object.entries(cells).some(([column, cell]) => cell !== (was[column] ?? ''))) mended.push({ line, cells });
  }
  return mended.length > 0
    ? ok(mended)
    : problem(
        'nothing-mended',
        `${name} holds the rows as they were held.`,
        'Put their cells right first: the columns before them say what is wrong.',
      );
};

/** A cell that a spreadsheet would take for a formula was written with an apostrophe before it. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

const cellsIn = (text: string): string[][] | null => {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    return null; // the parser's only way of saying that this is no CSV
  }
};
