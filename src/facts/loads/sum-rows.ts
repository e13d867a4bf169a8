/**
 * Sum rows: a row of spend that names no campaign and adds up all the others. Ad managers put one
 * above the campaigns; loaded, it would double the money.
 */
import type { Tx } from '../engine.ts';
import type { Stage } from '../import/stage.ts';
import { notGone } from './check-rows.ts';
import type { FeedSql } from './feed-sql.ts';

/** The rows a spreadsheet shows for such rows, which are marked gone. At least three rows must carry money. */
export const leaveOutSums = async (tx: Tx, stage: Stage, feeds: readonly FeedSql[]): Promise<number[]> => {
  const spend = feeds.find(({ entity }) => entity === 'spend');
  const { amount_minor: amount, campaign } = spend?.values ?? {};
  if (!spend || amount === undefined || campaign === undefined) return [];
  const rows = `from stage s where ${spend.where}${await notGone(tx)}`;
  const found = await tx.read<{ rid: number; line: number }>(
    `with all_rows as (select s.rowid as rid, ${stage.line} as line, ${amount} as minor, ${campaign} as campaign ${rows}),
       whole as (select sum(minor) as minor, count(*) filter (minor <> 0) as n from all_rows)
     select rid, line from all_rows, whole where campaign is null and all_rows.minor <> 0 and n >= 3 and all_rows.minor * 2 = whole.minor limit 1`,
  );
  for (const { rid } of found) await tx.run(`insert into gone values (${rid})`);
  return found.map(({ line }) => line);
};
