/**
 * Stage of delimited text. The quick way is DuckDB's reader; a file in which it finds a faulty row
 * goes the slow way, which knows each row's number and holds what it cannot cut.
 */
import { ok, type Result } from '../../kernel/result.ts';
import type { Tx } from '../engine.ts';
import { lit } from '../quote.ts';
import { appendTo } from './append.ts';
import { recordLines } from './records.ts';
import type { ImportRefusal } from './refusal.ts';
import { count, stageColumns, type Stage, type Text } from './stage.ts';
import { stageSlowly } from './stage-slowly.ts';

export const stageCsv = async (tx: Tx, text: Text): Promise<Result<Stage, ImportRefusal>> => {
  const quick = text.headerEnds === text.headerLine ? await stageQuickly(tx, text, false) : null;
  return quick ? ok(quick) : stageSlowly(tx, text);
};

/** A file written by us (JSON lines, rows of a program): the last column holds the row's number. */
export const stageOwn = async (tx: Tx, path: string, headers: readonly string[]): Promise<Stage> => {
  const text: Text = { path, name: path, delimiter: ',', headers, headerLine: 0, headerEnds: 0, newlines: 0, endsWithNewline: true };
  const stage = await stageQuickly(tx, text, true);
  if (!stage) throw new Error('a file that we wrote cannot be read');
  return stage;
};

/** Null when DuckDB finds a row it cannot cut. */
const stageQuickly = async (tx: Tx, text: Text, numbered: boolean): Promise<Stage | null> => {
  const { path, delimiter, headers, headerLine } = text;
  const columns = stageColumns(headers.length);
  const types = [...columns, ...(numbered ? ['line'] : [])].map((c) => `${lit(c)}: 'varchar'`).join(', ');
  const from = `read_csv(${lit(path)}, auto_detect=false, header=false, skip=${text.headerEnds}, all_varchar=true, delim=${lit(delimiter)}, quote='"', escape='"', columns={${types}})`;
  const cells = columns.map((c) => `nullif(trim(${c}), '') as ${c}`).join(', ');
  try {
    await tx.run(`create temp table stage as select ${cells}${numbered ? ', line::bigint as line' : ''} from ${from}`);
  } catch (defect) {
    // DuckDB says in an exception that a row does not fit the dialect; the slow way says which.
    if (defect instanceof Error && /CSV|Invalid Input|Maximum line size|unicode/i.test(defect.message)) return null;
    throw defect;
  }
  const rows = await count(tx, 'select count(*) as n from stage');
  if (numbered) return { headers, line: 's.line', rows, padded: 0 };
  const lines = text.newlines + (text.endsWithNewline ? 0 : 1);
  if (rows === lines - text.headerEnds) return { headers, line: `(s.rowid + ${headerLine + 1})`, rows, padded: 0 };
  return (await numberRows(tx, text, rows)) ? { headers, line: 's.line', rows, padded: 0 } : null;
};

/** Blank lines or line ends in cells: rowid is not the row. False when the rows counted here are not those staged. */
const numberRows = async (tx: Tx, text: Text, rows: number): Promise<boolean> => {
  const lines = await recordLines(text.path, text.delimiter, text.headerLine);
  if (lines.length !== rows) {
    await tx.run('drop table stage');
    return false;
  }
  await tx.run('create temp table stage_line (line bigint)');
  const appender = await appendTo(tx, 'stage_line', 'n');
  for (const line of lines) appender.add([BigInt(line)]);
  appender.end();
  await tx.run('create temp table stage_numbered as select stage.*, stage_line.line from stage positional join stage_line');
  await tx.run('drop table stage');
  await tx.run('drop table stage_line');
  await tx.run('alter table stage_numbered rename to stage');
  return true;
};
