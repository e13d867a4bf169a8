/**
 * What of a staged file is no data: blank rows, totals at the end, rows in another encoding, and the
 * apostrophe that careful exporters put before what a spreadsheet would run as a formula.
 */
import type { Tx } from '../engine.ts';
import { lit } from '../quote.ts';
import { MARK } from './encoding.ts';
import { count, stageColumns, type Stage } from './stage.ts';

/** How a total row begins, in the languages of ad reports. The word alone or with a colon: a campaign may be called "Total recall". */
const TOTAL =
  /^(grand\s+|report\s+|sub)?(totals?|gesamt(summe|ergebnis)?|summe|total (général|general|geral)|totaux|totale|totaal|suma|insgesamt)\s*(:.*)?$/i;
const LOOK_BACK = 60;

/** Totals that end the file: `{line, text}` in the order of the file. They are marked gone. */
export const leaveOutTotals = async (tx: Tx, stage: Stage): Promise<{ readonly line: number; readonly text: string }[]> => {
  const columns = stageColumns(stage.headers.length);
  const tail = await tx.read<{ rid: number; line: number } & { [cell: string]: string | null }>(
    `select s.rowid as rid, ${stage.line} as line, ${columns.join(', ')} from stage s where s.rowid > (select max(rowid) from stage) - ${LOOK_BACK} and s.rowid not in (select rid from gone) order by s.rowid desc`,
  );
  const totals = tail.slice(
    0,
    tail.findIndex((row) => !TOTAL.test(columns.map((c) => row[c]).find((cell) => cell !== null) ?? '')),
  );
  for (const { rid } of totals) await tx.run(`insert into gone values (${rid})`);
  return totals
    .map((row) => ({
      line: row.line,
      text: columns
        .map((c) => row[c])
        .filter((cell) => cell !== null)
        .join(', '),
    }))
    .toReversed();
};

/** How reports sign themselves below the table. */
const SIGNED =
  /^"?(copyright\b|©|confidential\b|generated (by|on|at)\b|exported (by|on|at|from)\b|all rights reserved|report (generated|run)\b|filtered by\b|as of\b)/i;

/**
 * Lines below the data that belong to no row: who made the report, copyright. Told by at least one that says so; then
 * every line of one cell after the last row is. In the order of the file.
 */
export const leaveOutFooter = async (tx: Tx, stage: Stage): Promise<string[]> => {
  const columns = stageColumns(stage.headers.length);
  const single =
    columns
      .slice(1)
      .map((c) => `${c} is null`)
      .join(' and ') || 'false';
  const end = `select coalesce(max(${stage.line}), 0) from stage s where not (${single}) and s.rowid not in (select rid from gone)`;
  const lines = await tx.read<{ line: number; text: string }>(
    `select line, found as text from fault where line > (${end}) union all select ${stage.line}, s.c0 from stage s where ${single} and ${stage.line} > (${end}) and s.c0 is not null order by 1`,
  );
  if (!lines.some(({ text }) => SIGNED.test(text))) return [];
  const from = lines[0]!.line;
  await tx.run(`delete from fault where line >= ${from}`);
  await tx.run(`insert into gone select s.rowid from stage s where ${stage.line} >= ${from} and s.rowid not in (select rid from gone)`);
  return lines.map(({ text }) => text);
};

/** Rows without any text. */
export const leaveOutBlank = async (tx: Tx, stage: Stage): Promise<void> => {
  await tx.run(`insert into gone select rowid from stage where coalesce(${stageColumns(stage.headers.length).join(', ')}) is null`);
};

/** Takes the apostrophe off `'=1+1`. */
export const unguard = async (tx: Tx, stage: Stage): Promise<void> => {
  const columns = stageColumns(stage.headers.length);
  const [found] = await tx.read<{ [column: string]: boolean | null }>(
    `select ${columns.map((c) => `bool_or(starts_with(${c}, '''')) as ${c}`).join(', ')} from stage`,
  );
  for (const c of columns) if (found![c]) await tx.run(`update stage set ${c} = ${c}[2:] where regexp_matches(${c}, '^''[=+@-]')`);
};

/** Rows with letters that are not in the file's encoding become faults, with the letters as Windows-1252 reads them. */
export const holdMixed = async (tx: Tx, stage: Stage): Promise<void> => {
  const columns = stageColumns(stage.headers.length);
  const marked = columns.map((c) => `contains(${c}, ${lit(MARK)})`);
  const plain = (c: string): string => `replace(${c}, ${lit(MARK)}, '')`;
  const cells = `json_object(${columns.map((c, i) => `${lit(stage.headers[i]!)}, coalesce(${plain(c)}, '')`).join(', ')})`;
  const found = `coalesce(${columns.map((c, i) => `case when ${marked[i]} then ${plain(c)} end`).join(', ')})`;
  const column = `coalesce(${columns.map((_, i) => `case when ${marked[i]} then ${lit(stage.headers[i]!)} end`).join(', ')})`;
  await tx.run(
    `create temp table misfit as select s.rowid as rid, ${stage.line} as line, ${found} as found, ${column} as col, ${cells}::varchar as cells from stage s where ${marked.join(' or ')}`,
  );
  await tx.run(
    `insert into fault select line, found, 'The row is not UTF-8 like the rest of the file; column ' || col || ' was read as Windows-1252.', 'Check the letters and correct them where needed.', cells from misfit`,
  );
  await tx.run('insert into gone select rid from misfit');
};

/** Takes the rows marked gone out of the stage; the others keep their row numbers. */
export const dropGone = async (tx: Tx, stage: Stage): Promise<Stage> => {
  if ((await count(tx, 'select count(*) as n from gone')) === 0) return stage;
  const columns = stageColumns(stage.headers.length);
  await tx.run(
    `create temp table stage_kept as select ${columns.map((c) => `s.${c}`).join(', ')}, ${stage.line} as line from stage s anti join gone on gone.rid = s.rowid`,
  );
  await tx.run('drop table stage');
  await tx.run('alter table stage_kept rename to stage');
  await tx.run('delete from gone');
  return { ...stage, line: 's.line', rows: await count(tx, 'select count(*) as n from stage') };
};
