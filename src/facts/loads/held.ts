/**
 * Held: the rows of a load that could not be loaded, with what to do about each.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Engine, Tx } from '../engine.ts';
import { guardedCell } from '../import/csv.ts';
import type { Problem } from '../import/reading.ts';
import { count, stageColumns, type Stage } from '../import/stage.ts';
import { lit } from '../quote.ts';
import type { HeldRow } from './report.ts';

const SHOWN = 1000;

/** Problems of the import at hand, by row: the first thousand and how many there are. */
export const problemsFound = async (tx: Tx, checked: boolean): Promise<{ readonly rows: readonly Problem[]; readonly total: number }> => {
  const all = `select line, null as "column", found, problem, todo, -1 as ord from fault${checked ? ' union all select line, col, found, problem, todo, ord from problem' : ''}`;
  const rows = await tx.read<Problem>(`select line, "column", found, problem, todo from (${all}) order by line, ord limit ${SHOWN}`);
  return { rows, total: await count(tx, `select count(*) as n from (${all})`) };
};

/** Writes the held rows of load `n` into the ledger: one line per row, its first problem and what else is wrong. */
export const writeHeld = async (tx: Tx, n: number, stage: Stage): Promise<void> => {
  await tx.run(`insert into held select ${n}, line, null, found, problem, todo, cells, null from fault`);
  const cells = stageColumns(stage.headers.length)
    .map((c, i) => `${lit(stage.headers[i]!)}, coalesce(s.${c}, '')`)
    .join(', ');
  await tx.run(`insert into held select ${n}, p.line, p.col, p.found, p.problem || coalesce(p.more, ''), p.todo, json_object(${cells}), null from (
      select rid, any_value(line) as line, arg_min(col, ord) as col, arg_min_null(found, ord) as found, arg_min(problem, ord) as problem, arg_min(todo, ord) as todo,
        case when count(*) > 1 then ' Also ' || array_to_string(list(col || ': ' || problem order by ord)[2:], ' ') end as more
      from problem group by rid
    ) p join stage s on s.rowid = p.rid`);
};

export const heldRows = async (engine: Engine, n: number, page: { readonly from: number; readonly limit: number }): Promise<HeldRow[]> => {
  const rows = await engine.read<Omit<HeldRow, 'cells'> & { cells: string }>(
    `select load, line, col as "column", found, problem, todo, cells, mended_by_load as "mendedByLoad" from held where load = $n order by line limit $limit offset $from`,
    { n, limit: page.limit, from: page.from },
  );
  return rows.map((row) => ({ ...row, cells: JSON.parse(row.cells) as { [header: string]: string } }));
};

export const rejectsFile = (folder: string, n: number): string => join(folder, 'rejects', `${n}.csv`);

/** Writes rejects/<n>.csv: what is wrong with each held row, then its cells. Whole or not at all. */
export const writeRejects = async (tx: Pick<Tx, 'read'>, folder: string, n: number): Promise<void> => {
  const headers = await tx.read<{ header: string }>(
    'select header from (select unnest(json_keys(cells)) as header, line from held where load = $n) group by header order by min(line), header',
    { n },
  );
  const [first] = await tx.read<{ cells: string }>('select cells from held where load = $n order by line limit 1', { n });
  if (!first) return;
  const names = [...new Set([...Object.keys(JSON.parse(first.cells) as object), ...headers.map(({ header }) => header)])];
  await mkdir(join(folder, 'rejects'), { recursive: true });
  const file = rejectsFile(folder, n);
  await pipeline(Readable.from(linesOf(tx, n, names)), createWriteStream(`${file}.part`));
  const handle = await open(`${file}.part`, 'r+');
  await handle.sync();
  await handle.close();
  await rename(`${file}.part`, file);
};

const PAGE = 5000;

const linesOf = async function* (tx: Pick<Tx, 'read'>, n: number, names: readonly string[]): AsyncGenerator<string> {
  yield `${['row', 'column', 'found', 'problem', 'what to do', ...names].map(guardedCell).join(',')}\n`;
  for (let after = -1; ;) {
    const rows = await tx.read<{ line: number; col: string | null; found: string | null; problem: string; todo: string; cells: string }>(
      'select line, col, found, problem, todo, cells from held where load = $n and line > $after order by line limit $page',
      { n, after, page: PAGE },
    );
    if (rows.length === 0) return;
    for (const row of rows) {
      const cells = JSON.parse(row.cells) as { [header: string]: string };
      yield `${[String(row.line), row.col ?? '', row.found ?? '', row.problem, row.todo, ...names.map((name) => cells[name] ?? '')].map(guardedCell).join(',')}\n`;
    }
    after = rows.at(-1)!.line;
  }
};

/** After a crash: writes rejects files that a committed load lacks, removes those of loads that never were. */
export const mendRejects = async (engine: Engine, folder: string): Promise<void> => {
  const found = await readdir(join(folder, 'rejects')).catch(() => [] as string[]);
  const wanted = new Set((await engine.read<{ n: number }>('select n from load where held_rows > 0')).map(({ n }) => `${n}.csv`));
  for (const file of found) if (!wanted.has(file)) await rm(join(folder, 'rejects', file), { force: true });
  for (const file of wanted) if (!found.includes(file)) await writeRejects(engine, folder, Number.parseInt(file, 10));
};
