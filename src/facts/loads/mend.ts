/**
 * Mend: rows that were held, corrected by a person, as a load of their own.
 *
 * They are read exactly as the load they were held from. Cells left out stay as they were.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Engine } from '../engine.ts';
import type { Mapping } from '../import/mapping.ts';
import type { ImportRefusal } from '../import/refusal.ts';
import type { Doing } from './doing.ts';
import { loadRows } from './import-rows.ts';
import type { Loaded } from './report.ts';
import { fromRows, type NumberedRow } from './source.ts';

export type MendedRow = { readonly line: number; readonly cells: { readonly [header: string]: string } };

export const mendRows = async (
  engine: Engine,
  folder: string,
  n: number,
  rows: readonly MendedRow[],
  doing: Doing,
): Promise<Result<Loaded, ImportRefusal>> => {
  const [load] = await engine.read<{ file: string; mapping: string; reverted_at: string | null }>(
    'select file, mapping, reverted_at from load where n = $n',
    { n },
  );
  if (!load) return refuse({ code: 'no-such-load', text: `There is no load ${n}.`, todo: 'See the list of loads.' });
  if (load.reverted_at)
    return refuse({
      code: 'already-reverted',
      text: `Load ${n} was taken back; its rows are no longer waiting.`,
      todo: `Import ${load.file} again.`,
    });
  const mapping = JSON.parse(load.mapping) as Mapping;
  const whole = await completed(engine, n, rows, mapping.headers);
  if (!whole.ok) return whole;
  const source = fromRows({
    file: `${load.file} (mended rows)`,
    format: 'csv',
    headers: mapping.headers,
    rows: numbered(whole.value),
    of: rows.length,
    keep: true,
  });
  return loadRows(engine, folder, source, { given: mapping, saved: [], answers: {} }, doing, n);
};

const completed = async (
  engine: Engine,
  n: number,
  rows: readonly MendedRow[],
  headers: readonly string[],
): Promise<Result<NumberedRow[], ImportRefusal>> => {
  if (rows.length === 0) return refuse({ code: 'no-such-row', text: 'No row was given to mend.', todo: 'Give at least one.' });
  const held = await engine.read<{ line: number; cells: string; mended_by_load: number | null }>(
    `select line, cells, mended_by_load from held where load = $n and line in (${rows.map(({ line }) => Math.trunc(line)).join(', ')})`,
    { n },
  );
  const byLine = new Map(held.map((row) => [row.line, row]));
  const whole: NumberedRow[] = [];
  for (const { line, cells } of rows) {
    const was = byLine.get(line);
    if (!was)
      return refuse({
        code: 'no-such-row',
        row: line,
        text: `Row ${line} of load ${n} is not held.`,
        todo: 'See the held rows of the load.',
      });
    if (was.mended_by_load !== null)
      return refuse({
        code: 'no-such-row',
        row: line,
        text: `Row ${line} of load ${n} was mended already, by load ${was.mended_by_load}.`,
        todo: `Take load ${was.mended_by_load} back first, if it was wrong.`,
      });
    const unknown = Object.keys(cells).find((header) => !headers.includes(header));
    if (unknown !== undefined)
      return refuse({
        code: 'mapping-misses-column',
        row: line,
        column: unknown,
        text: `The file of load ${n} has no column "${unknown}".`,
        todo: `Its columns are: ${headers.slice(0, 40).join(', ')}.`,
      });
    const before = JSON.parse(was.cells) as { [header: string]: string };
    whole.push({ line, cells: headers.map((header) => cells[header] ?? before[header]) });
  }
  return ok(whole.toSorted((a, b) => a.line - b.line));
};

const numbered = async function* (rows: readonly NumberedRow[]): AsyncGenerator<NumberedRow> {
  yield* rows;
};
