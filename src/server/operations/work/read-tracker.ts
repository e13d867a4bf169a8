/** Reads a tracker's export: unpacked, decoded and cut as every file is; CSV and TSV by header, JSON by its shape. */
import { readFile } from 'node:fs/promises';
import { sniffDialect } from '../../../facts/import/dialect.ts';
import { receive, type FileReceived } from '../../../facts/import/received.ts';
import { firstRecords } from '../../../facts/import/records.ts';
import { inWorkspace } from '../../../facts/import/workspace.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { readJson } from '../../../views/tracker/read-json.ts';
import { readLines } from '../../../views/tracker/read-lines.ts';
import { rowOf, type TrackerTable } from '../../../views/tracker/table.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { asProblem } from '../facts/facts-of.ts';

/** Larger exports are cut off by their trackers long before. */
const MOST_BYTES = 200 * 2 ** 20;
const WRAPPED = /\.(txt|md)$/i;

export const readTracker = (file: FileReceived, asLines: boolean): Promise<Result<TrackerTable, Problem>> =>
  inWorkspace(async (dir) => {
    const received = await receive(file, dir, {}, () => undefined);
    if (!received.ok) return asProblem(received.refusal, file.name);
    if (received.value.kind !== 'text' || received.value.bytes > MOST_BYTES)
      return problem(
        'file-not-a-table',
        `${file.name} is no export of a tracker.`,
        'Export CSV or JSON from the tracker, or paste a list.',
      );
    const text = (await readFile(received.value.path, 'utf8')).replace(/^\uFEFF/, '');
    if (asLines || WRAPPED.test(file.name)) return ok({ ...readLines(text), file: file.name });
    return /^\s*[[{]/.test(text) ? jsonTable(text, file.name) : csvTable(text, file.name);
  });

const jsonTable = (text: string, name: string): Result<TrackerTable, Problem> => {
  try {
    const table = readJson(JSON.parse(text), name);
    return table
      ? ok(table)
      : problem(
          'tracker-unknown',
          `${name} is JSON, but no board of Trello and no list of issues of Jira, Asana or Linear.`,
          'Export the board or the issues again, or export CSV.',
        );
  } catch (fault) {
    return problem(
      'bad-json',
      `${name} is no whole JSON: ${(fault as Error).message}.`,
      'Export it again; the export may have been cut off.',
    );
  }
};

const csvTable = (text: string, name: string): Result<TrackerTable, Problem> => {
  const dialect = sniffDialect(text, name, {}, true);
  if (!dialect.ok) return asProblem(dialect.refusal, name);
  const { delimiter, header, headerLine, headerEnds } = dialect.value;
  const headers = header.map((h) => h.trim());
  // A header that stands more than once (Labels in Jira) means one column of several values.
  const distinct = new Set(headers.filter((h) => h !== ''));
  const body = text
    .split(/\r\n|\n|\r/)
    .slice(headerEnds)
    .join('\n');
  let line = headerLine;
  const rows = firstRecords(body, delimiter, Infinity, true).flatMap(({ cells }) => {
    line += 1;
    return cells.every((cell) => cell.trim() === '') ? [] : [rowOf(headers, cells, line)];
  });
  return ok({ file: name, headers: [...distinct], rows, broken: [] });
};
