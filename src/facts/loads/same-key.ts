/**
 * Same key: rows of one file that name the same thing.
 *
 * Rows with one id that differ are all held: nobody can say which is right. Rows that are equal in
 * all that is mapped are one row, the first, and the others are reported. Rows known by their
 * content are real repeats: each gets the number of its occurrence.
 *   skip_<i>   rids of equal repeats of feed i
 *   again_<i>  rid and occurrence of rows of feed i whose content stands more than once
 */
import type { Tx } from '../engine.ts';
import { count, type Stage } from '../import/stage.ts';
import { lit } from '../quote.ts';
import { notGone } from './check-rows.ts';
import type { FeedSql } from './feed-sql.ts';

/** Notes rows whose id stands more than once with different values. `keep` columns that are compared are those mapped. */
export const noteSameIds = async (tx: Tx, stage: Stage, feed: FeedSql, i: number): Promise<void> => {
  const id = feed.values['id'];
  if (id === undefined || feed.content !== null || feed.feed.side) return;
  const rows = `from stage s where ${feed.where}${await notGone(tx)} and ${id} is not null`;
  await tx.run(`create temp table twice_${i} as select ${id} as id ${rows} group by 1 having count(*) > 1`);
  if ((await count(tx, `select count(*) as n from twice_${i}`)) === 0) return;
  const parts = partsOf(feed);
  await tx.run(
    `create temp table same_${i} as select s.rowid as rid, ${stage.line} as line, ${id} as id, ${parts.map(({ sql }, k) => `coalesce((${sql})::varchar, '') as v${k}`).join(', ') || '1 as v0'} ${rows} and ${id} in (select id from twice_${i})`,
  );
  const names = parts.map(({ name }, k) => `case when count(distinct v${k}) > 1 then ${lit(name)} end`).join(', ');
  const differs = parts.map((_, k) => `count(distinct v${k}) > 1`).join(' or ') || 'false';
  await tx.run(
    `create temp table differ_${i} as select id, list_filter([${names || 'null'}], x -> x is not null) as names, list(line order by line) as lines from same_${i} group by id having ${differs}`,
  );
  const header = headerOf(feed);
  await tx.run(`insert into problem select s.rid, ${stage.headers.indexOf(header)}, s.line, ${lit(header)}, s.id,
      'The same id stands in rows ' || array_to_string(d.lines[1:5], ', ') || case when len(d.lines) > 5 then ' and ' || (len(d.lines) - 5) || ' more' else '' end || ' with different ' || array_to_string(d.names[1:5], ', ') || '.',
      'Keep the row that is right: mend it here, or remove the others from the file and import it again.'
    from same_${i} s join differ_${i} d using (id) where not exists (from problem p where p.rid = s.rid and p.col = ${lit(header)})`);
};

/** Marks equal repeats of an id, but for the first. Call after all rows to be held are marked gone. */
export const skipEqual = async (tx: Tx, feed: FeedSql, i: number): Promise<number> => {
  if (feed.values['id'] === undefined || feed.content !== null || feed.feed.side) return 0;
  await tx.run(`create temp table skip_${i} (rid bigint)`);
  if ((await count(tx, `select count(*) as n from twice_${i}`)) === 0) return 0;
  return tx.run(
    `insert into skip_${i} select rid from (select rid, row_number() over (partition by id order by rid) as k from same_${i} where rid not in (select rid from gone)) where k > 1`,
  );
};

/** Numbers the rows whose content stands more than once. `after`: SQL relation (h, n) of how many there are already. */
export const numberRepeats = async (tx: Tx, feed: FeedSql, i: number, after: string | null): Promise<number> => {
  if (feed.content === null) return 0;
  const rows = `from stage s where ${feed.where}${await notGone(tx)}`;
  await tx.run(`create temp table again_${i} (rid bigint, k bigint)`);
  const known = after ? `left join ${after} a on a.h = r.h` : '';
  const repeated = `select h from (select md5(${feed.content}) as h ${rows}) group by h having count(*) > 1`;
  const wanted = after ? `(${repeated} union select h from ${after})` : `(${repeated})`;
  return tx.run(`insert into again_${i} select rid, row_number() over (partition by r.h order by rid)${after ? ' + coalesce(any_value(a.n) over (partition by r.h), 0)' : ''}
    from (select s.rowid as rid, md5(${feed.content}) as h ${rows}) r ${known} where r.h in ${wanted}`);
};

const headerOf = ({ feed }: FeedSql): string => {
  const id = feed.fields['id'];
  return id && 'header' in id ? id.header : '';
};

/** What is compared, by the name a person knows it: each mapped column of the file. */
const partsOf = ({ values, said }: FeedSql): { readonly name: string; readonly sql: string }[] =>
  Object.entries(values)
    .filter(([column]) => (column !== 'id' && column !== 'name') || said.some((one) => one.field === column && column !== 'id'))
    .map(([column, sql]) => ({
      name: column === 'attrs' ? 'other columns' : (said.find((one) => one.field === column)?.header ?? column),
      sql,
    }));
