/**
 * Parts: what a source only ever sends whole. Of spend a day of an ad account, of touches a day of web analytics.
 *
 * Platforms restate past days: a cost is corrected, a campaign is gone. So of a part, the latest load that gives it
 * speaks alone. Rows of earlier loads leave the current tables and wait in the _row twin; they stand again when that
 * load is taken back. Which parts a load gives is written in load_part.
 *
 *   spend   platform, ad account, day; null (the row stands by itself) where no platform or no day is known
 *   touch   its column `part`
 *
 * A file that names no ad account speaks for the whole platform, and one that does speaks also for days of which
 * nobody had said the account: else the same cost would stand twice. Mended rows give no part: they add to one.
 */
import type { Tx } from '../engine.ts';
import type { Entity } from '../import/mapping.ts';
import { count } from '../import/stage.ts';
import { lit } from '../quote.ts';
import { keyOf, sameKey, tableColumns } from './merge-sql.ts';

/** The part a row belongs to, as SQL; null where rows of the entity stand by themselves. */
export const partSql = (entity: Entity, alias: string): string | null => {
  if (entity === 'touch') return `${alias}.part`;
  return entity === 'spend' ? spendPart(`${alias}.platform`, `${alias}.ad_account`, `${alias}.spent_on`) : null;
};

const spendPart = (platform: string, account: string, day: string): string =>
  `case when ${platform} is not null and ${day} is not null then concat_ws('|', ${platform}, coalesce(${account}, ''), ${day}::varchar) end`;

/**
 * Makes the temporary table `into` (part) of what `rows` (columns of the entity's table) give of source `src`, and of
 * `parts` (a relation with the column part), which are given even where no row is. False: rows of this entity belong to no part.
 */
export const givenParts = async (
  tx: Tx,
  entity: Entity,
  src: string,
  rows: string,
  into: string,
  parts: string | undefined,
): Promise<boolean> => {
  const part = partSql(entity, 'f');
  if (part === null) return false;
  const all = [`select ${part} as part from (${rows}) f`, ...(parts ? [parts] : [])];
  if (entity === 'spend') {
    const given = `select distinct platform, ad_account, spent_on from (${rows}) where platform is not null and spent_on is not null`;
    const standing = `select distinct platform, ad_account, spent_on from (from spend union all by name from spend_row) where src = ${lit(src)}`;
    all.push(
      `select ${spendPart('platform', 'null', 'spent_on')} as part from (${given})`,
      `select ${partSql(entity, 'c')} as part from (${standing}) c join (${given}) g on g.ad_account is null and g.platform = c.platform and g.spent_on = c.spent_on`,
    );
  }
  await tx.run(`create temp table ${into} as select distinct part from (${all.join(' union all ')}) where part is not null`);
  return true;
};

/** Writes the parts that `rows` and `parts` give, as those of load `n`. */
export const writeParts = async (
  tx: Tx,
  entity: Entity,
  n: number,
  src: string,
  rows: string,
  parts: string | undefined,
): Promise<void> => {
  if (!(await givenParts(tx, entity, src, rows, `given_${n}`, parts))) return;
  await tx.run(`insert into load_part select ${n}, '${entity}', ${lit(src)}, part from given_${n}`);
  await tx.run(`drop table given_${n}`);
};

/** Takes rows of earlier loads out of the parts that load `n` gives. Returns how many no longer stand. */
export const replaceParts = async (tx: Tx, entity: Entity, n: number): Promise<number> => {
  const part = partSql(entity, 'c');
  if (part === null) return 0;
  const old = `${entity} c where c.load <> ${n} and exists (from load_part l where l.load = ${n} and l.entity = '${entity}' and l.src = c.src and l.part = ${part})`;
  if ((await count(tx, `select count(*) as n from ${old}`)) === 0) return 0;
  const columns = tableColumns(entity)
    .map((column) => `c.${column}`)
    .join(', ');
  await tx.run(
    `insert into ${entity}_row (${tableColumns(entity).join(', ')}) select ${columns} from ${old} and not exists (from ${entity}_row r where ${sameKey(entity, 'c', 'r')})`,
  );
  return tx.run(`delete from ${old}`);
};

/** Condition for a row `alias` of a _row twin to count: no later load gives its part. */
export const liveSql = (entity: Entity, alias: string): string => {
  const part = partSql(entity, alias);
  return part === null
    ? 'true'
    : `not exists (from load_part l where l.entity = '${entity}' and l.src = ${alias}.src and l.part = ${part} and l.load > ${alias}.load)`;
};

/** Keys of _row twins in the parts that load `n` gives, as SQL; null where it gives none. */
export const keysInParts = async (tx: Tx, entity: Entity, n: number): Promise<string | null> => {
  const part = partSql(entity, 'r');
  if (part === null || (await count(tx, `select count(*) as n from load_part where load = ${n} and entity = '${entity}'`)) === 0)
    return null;
  return `select ${keyOf(entity).join(', ')} from ${entity}_row r where exists (from load_part l where l.load = ${n} and l.entity = '${entity}' and l.src = r.src and l.part = ${part})`;
};
