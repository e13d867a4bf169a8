/** Loads held rows after mending them: rows as sent, or the file of `rejects` with its cells put right. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { Input, Run, World } from '../operation.ts';
import { asProblem, factsOf } from './facts-of.ts';
import { noSuchUpload } from './import-preview.ts';

type Mended = { readonly line: number; readonly cells: { readonly [header: string]: string } };

export const mend: Run<'mend'> = async (world, input, caller) => {
  const rows = await mendedRows(world, input);
  if (!rows.ok) return rows;
  const met = await factsOf(world, input.company, caller);
  if (!met.ok) return met;
  const { facts, doing } = met.value;
  const loaded = await facts.mend(input.n, rows.value, doing);
  if (!loaded.ok) return asProblem(loaded.refusal);
  const file = (await facts.loads()).find((load) => load.n === loaded.value.n)?.file ?? `load ${input.n}, mended`;
  return ok({ ...loaded.value, file });
};

const mendedRows = async ({ house }: World, { rows, file, n }: Input<'mend'>): Promise<Result<readonly Mended[], Problem>> => {
  if (rows) return ok(rows);
  if (file === undefined)
    return problem(
      'invalid-input',
      'Nothing was mended: neither rows nor a file came.',
      `Write the held rows with lockstep rejects ${n} --out held.csv, mend them, then lockstep mend ${n} held.csv.`,
    );
  const upload = house.upload(file);
  if (!upload) return noSuchUpload(file);
  return rowsIn(await readFile(upload.path, 'utf8'), upload.name);
};

/** The file of `rejects`: the columns of the load, and before them the row each came from. */
const rowsIn = (text: string, name: string): Result<readonly Mended[], Problem> => {
  const rows = cellsIn(text);
  if (rows === null)
    return problem('file-unreadable', `${name} is no CSV file.`, 'Mend the file that lockstep rejects wrote, and keep its columns.');
  const mended = rows.map(({ row, column: _column, found: _found, problem: _problem, todo: _todo, ...cells }) => ({
    line: Number(row),
    cells,
  }));
  const odd = mended.findIndex(({ line }) => !Number.isInteger(line) || line < 1);
  if (odd >= 0)
    return problem(
      'mapping-misses-column',
      `${name}, row ${odd + 2}: the column "row" holds no number.`,
      'Keep the column "row" as lockstep rejects wrote it: it says which row is meant.',
    );
  return mended.length === 0
    ? problem('file-without-rows', `${name} holds no rows.`, 'Mend the file that lockstep rejects wrote.')
    : ok(mended);
};

const cellsIn = (text: string): Record<string, string>[] | null => {
  try {
    return parse(text, { columns: true, bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    return null; // the parser's only way of saying that this is no CSV
  }
};
