/**
 * Stage: the rows of a file as text, in temporary tables, before anything is made of them.
 *
 *   stage  c0, c1, …: trimmed, empty is null; `line` only where the row cannot be told from rowid
 *   fault  rows that could not be cut into cells, with what to do
 *   gone   rowids of stage that are not loaded: blank rows, totals, later whatever is held
 */
import type { Tx } from '../engine.ts';
import type { Delimiter } from './records.ts';

/** A staged file. `line` is SQL for the row a spreadsheet shows, over `stage s`. */
export type Stage = { readonly headers: readonly string[]; readonly line: string; readonly rows: number; readonly padded: number };

/** Text to be cut: UTF-8, `headerLine` as a spreadsheet counts, `headerEnds` in lines of the file. */
export type Text = {
  readonly path: string;
  readonly name: string;
  readonly delimiter: Delimiter;
  readonly headers: readonly string[];
  readonly headerLine: number;
  readonly headerEnds: number;
  readonly newlines: number;
  readonly endsWithNewline: boolean;
};

export const makeStageTables = async (tx: Tx): Promise<void> => {
  await tx.run('create temp table fault (line bigint, found varchar, problem varchar, todo varchar, cells varchar)');
  await tx.run('create temp table gone (rid bigint)');
};

/** Columns of the stage: c0, c1, … */
export const stageColumns = (width: number): string[] => Array.from({ length: width }, (_, i) => `c${i}`);

/** The number that a statement counts as `n`. */
export const count = async (tx: Tx, sql: string): Promise<number> => (await tx.read<{ n: number | null }>(sql))[0]?.n ?? 0;
