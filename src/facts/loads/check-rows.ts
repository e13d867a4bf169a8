/**
 * Check rows: which rows of the stage cannot be loaded as they are, and why.
 *
 * Checks are counted many in one scan; only those that fail somewhere are looked at row by row.
 *   problem  rid, ord (order of the columns), line, col, found, problem, todo
 *   gone     every rid with a problem
 */
import type { Tx } from '../engine.ts';
import { count, type Stage } from '../import/stage.ts';
import { lit } from '../quote.ts';
import type { Check } from './convert-field.ts';
import type { FeedSql } from './feed-sql.ts';

export const makeProblemTable = (tx: Tx): Promise<number> =>
  tx.run('create temp table problem (rid bigint, ord integer, line bigint, col varchar, found varchar, problem varchar, todo varchar)');

/** More in one statement take the planner longer than a second scan. */
const TOGETHER = 60;

export const checkRows = async (tx: Tx, stage: Stage, feeds: readonly FeedSql[]): Promise<void> => {
  const checks = [...new Map(feeds.flatMap(({ checks: all }) => all).map((check) => [check.bad, check])).values()];
  if (checks.length === 0) return;
  for (let from = 0; from < checks.length; from += TOGETHER) {
    const some = checks.slice(from, from + TOGETHER);
    const [counts] = await tx.read<{ [check: string]: number }>(
      `select ${some.map(({ bad }, i) => `count(*) filter (${bad}) as k${i}`).join(', ')} from stage s`,
    );
    for (const [i, check] of some.entries()) if (counts![`k${i}`]! > 0) await note(tx, stage, check);
  }
  await holdProblems(tx);
};

const note = (tx: Tx, stage: Stage, { header, cell, bad, problem, todo }: Check): Promise<number> =>
  tx.run(`insert into problem select s.rowid, ${stage.headers.indexOf(header)}, ${stage.line}, ${lit(header)}, ${cell}, ${problem}, ${todo} from stage s
    where ${bad} and not exists (from problem p where p.rid = s.rowid and p.col = ${lit(header)})`);

/** Marks every row with a problem as not to be loaded. */
export const holdProblems = (tx: Tx): Promise<number> =>
  tx.run('insert into gone select distinct rid from problem where rid not in (select rid from gone)');

/** ` and …` that leaves out the rows marked gone; empty while there are none. */
export const notGone = async (tx: Tx): Promise<string> =>
  (await count(tx, 'select count(*) as n from gone')) > 0 ? ' and s.rowid not in (select rid from gone)' : '';
