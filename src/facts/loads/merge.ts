/**
 * Merge: a load's rows into the current tables.
 *
 * Planned first, in temporary tables, so that a preview can tell what would change; then applied.
 * A load being made is the latest there is, so what it says stands and what it is silent about
 * stays. A key that one load speaks of stands only in its table. When a second load speaks of it,
 * both rows go to the table's _row twin, from which a revert merges what is left.
 *   f_<entity>  what the load says    m_<entity>  its keys that stand already, merged; `differs` from what stands
 */
import type { Tx } from '../engine.ts';
import { columnsOf } from '../import/entities.ts';
import type { Entity } from '../import/mapping.ts';
import { count } from '../import/stage.ts';
import { lit } from '../quote.ts';
import {
  attributeNames,
  comparable,
  dayOf,
  keyOf,
  keyText,
  pointer,
  presenceOf,
  sameKey,
  tableColumns,
  type Presence,
} from './merge-sql.ts';
import { partSql, replaceParts, writeParts } from './parts.ts';
import type { Relation } from './relations.ts';

export type Plan = {
  readonly n: number;
  readonly src: string;
  readonly relation: Relation;
  /** Nothing stands yet: rows go straight in. */
  readonly fresh: boolean;
  readonly presence: Presence;
  /** The load gives whole parts: of those it speaks alone (parts.ts). */
  readonly whole: boolean;
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
};

/** `whole`: the load gives parts whole, where its rows belong to one. */
export const planMerge = async (tx: Tx, n: number, src: string, relation: Relation, whole: boolean): Promise<Plan> => {
  const { entity, said } = relation;
  const presence = await presenceOf(tx, entity, { n, said });
  const fresh =
    (
      await tx.read(
        `select 1 from ${entity} where src = ${lit(src)}${relation.lookup ? ` and name = ${lit(relation.lookup)}` : ''} limit 1`,
      )
    ).length === 0;
  const common = { n, src, relation, fresh, presence, whole };
  if (fresh)
    return { ...common, counts: { new: await count(tx, `select count(*) as n from (${relation.sql})`), changed: 0, unchanged: 0 } };
  await tx.run(
    `create temp table f_${entity} as from (select * from ${entity} limit 0) union all by name (select ${lit(src)} as src, ${n}::integer as load, * from (${relation.sql}))`,
  );
  const key = keyOf(entity);
  const columns = columnsOf(entity).filter((column) => !key.includes(column));
  const alone = whole ? partSql(entity, 'f') : null;
  const over = (column: string): string => {
    if (column === 'attrs') return attrsOver(presence, n);
    if (!presence.get(column)?.has(n)) return `c.${column}`;
    const day = dayOf(entity, column);
    // A day alone does not take away the time that is known of that very day.
    return day ? `case when f.${column} is null and f.${day} = c.${day} then c.${column} else f.${column} end` : `f.${column}`;
  };
  const merged = columns.map((column) => {
    const value =
      alone === null || over(column) === `f.${column}`
        ? over(column)
        : `case when ${alone} is null then ${over(column)} else f.${column} end`;
    return `${entity === 'stage_entry' ? `case when ${GIVES_WAY} then c.${column} else ${value} end` : value} as ${column}`;
  });
  const pair = `select ${key.map((column) => `c.${column}`).join(', ')}, ${[...merged, ...columns.map((column) => `c.${column} as was_${column}`)].join(', ') || '1 as one'} from f_${entity} f join ${entity} c on (${sameKey(entity, 'f', 'c')})`;
  const differs = columns.map((column) => `${column} is distinct from was_${column}`).join(' or ') || 'false';
  await tx.run(
    `create temp table m_${entity} as select ${[...key, ...columns].join(', ')}, ${n}::integer as load, ${differs} as differs from (${pair})`,
  );
  const all = await count(tx, `select count(*) as n from f_${entity}`);
  const standing = await count(tx, `select count(*) as n from m_${entity}`);
  const changed = await count(tx, `select count(*) as n from m_${entity} where differs`);
  return { ...common, counts: { new: all - standing, changed, unchanged: standing - changed } };
};

/** What only follows from the close does not move what was recorded. */
const GIVES_WAY = 'coalesce(f.inferred, false) and not coalesce(c.inferred, false)';

/** Attributes of the new row over those that stand. */
const attrsOver = (presence: Presence, n: number): string => {
  const names = attributeNames(presence);
  const said = names.filter((name) => presence.get(`attrs.${name}`)!.has(n));
  if (said.length === 0) return 'c.attrs';
  if (said.length === names.length) return 'f.attrs';
  const value = (name: string): string => `json_extract(${said.includes(name) ? 'f' : 'c'}.attrs, ${pointer(name)})`;
  return `nullif(json_merge_patch('{}', json_object(${names.map((name) => `${lit(name)}, ${value(name)}`).join(', ')})), '{}')`;
};

/** Writes what was planned. Returns how many values earlier loads knew otherwise. */
export const applyMerge = async (tx: Tx, { n, src, relation, fresh, presence, whole, counts }: Plan): Promise<number> => {
  const { entity } = relation;
  const columns = tableColumns(entity).join(', ');
  if (fresh) {
    await tx.run(`insert into ${entity} (src, load, ${columnsOf(entity).join(', ')}) select ${lit(src)}, ${n}, * from (${relation.sql})`);
    if (whole) await writeParts(tx, entity, n, src, `from ${entity} where load = ${n}`, relation.parts);
    return 0;
  }
  const standing = (alias: string): string => `m_${entity} m on (${sameKey(entity, alias, 'm')})`;
  if (counts.new > 0) await tx.run(`insert into ${entity} (${columns}) select ${columns} from f_${entity} f anti join ${standing('f')}`);
  // Rows may join a load that stands: what it said of a key before gives way.
  await tx.run(`delete from ${entity}_row r using f_${entity} f where r.load = ${n} and ${sameKey(entity, 'r', 'f')}`);
  // A key of a part that a later load gave stands only in the twin, and may come again.
  if (counts.new > 0 && partSql(entity, 'f') !== null)
    await tx.run(
      `insert into ${entity}_row (${columns}) select ${columns} from f_${entity} f anti join ${standing('f')} where exists (from ${entity}_row r where ${sameKey(entity, 'f', 'r')})`,
    );
  const conflicts = await noteConflicts(tx, entity, n, presence, whole);
  await tx.run(
    `insert into ${entity}_row (${columns}) select ${columns} from ${entity} c semi join ${standing('c')} where c.load <> ${n} and not exists (from ${entity}_row r where ${sameKey(entity, 'c', 'r')})`,
  );
  await tx.run(
    `insert into ${entity}_row (${columns}) select ${columns} from f_${entity} f semi join ${standing('f')} where exists (from ${entity}_row r where ${sameKey(entity, 'f', 'r')})`,
  );
  // What is as it was only says that this load spoke of it, too.
  await tx.run(`update ${entity} c set load = ${n} from m_${entity} m where ${sameKey(entity, 'c', 'm')} and not m.differs`);
  if (counts.changed > 0) await replaceBy(tx, entity, `select * from m_${entity} where differs`);
  if (whole) {
    await writeParts(tx, entity, n, src, `from f_${entity}`, relation.parts);
    await replaceParts(tx, entity, n);
  }
  return conflicts;
};

/** Puts rows in the place of those that stand under the same keys. */
export const replaceBy = async (tx: Tx, entity: Entity, rows: string): Promise<void> => {
  const columns = tableColumns(entity).join(', ');
  await tx.run(`delete from ${entity} c using (${rows}) m where ${sameKey(entity, 'c', 'm')}`);
  await tx.run(`insert into ${entity} (${columns}) select ${columns} from (${rows})`);
};

/** Lists each value that stands and that load `n` says otherwise. Before the current rows are replaced. A part given anew is no conflict. */
const noteConflicts = async (tx: Tx, entity: Entity, n: number, presence: Presence, whole: boolean): Promise<number> => {
  const fields = comparable(entity, presence).filter(({ field }) => presence.get(field)!.has(n));
  if (fields.length === 0) return 0;
  const alike = entity === 'stage_entry' ? ' and f.inferred is not distinct from c.inferred' : '';
  const differs = ({ sql, moment }: (typeof fields)[number]): string =>
    moment
      ? `(coalesce(c.${moment.on}, c.${moment.at}::date) is not null and (f.${moment.on} is distinct from c.${moment.on} or f.${moment.at} <> c.${moment.at})${alike})`
      : `(${sql('c')} is not null and ${sql('f')} is distinct from ${sql('c')}${alike})`;
  const pair = `f_${entity} f join ${entity} c on (${sameKey(entity, 'f', 'c')}) join (select * from m_${entity} where differs) m on (${sameKey(entity, 'm', 'c')})${whole && partSql(entity, 'f') !== null ? ` and ${partSql(entity, 'f')} is null` : ''}`;
  const [any] = await tx.read<{ [field: string]: number }>(
    `select ${fields.map((field, i) => `count(*) filter (${differs(field)}) as k${i}`).join(', ')} from ${pair}`,
  );
  let conflicts = 0;
  for (const [i, field] of fields.entries()) {
    if (any![`k${i}`] === 0) continue;
    const before = [...presence.get(field.field)!].filter((load) => load !== n);
    const said =
      before.length > 0
        ? `(select max(r.load) from ${entity}_row r where ${sameKey(entity, 'r', 'c')} and r.load in (${before.join(', ')}))`
        : 'null';
    conflicts += await tx.run(
      `insert into conflict select ${n}, '${entity}', c.src, ${keyText(entity, 'c')}, ${lit(field.field)}, ${field.sql('c')}, ${field.sql('f')}, coalesce(${said}, c.load) from ${pair} where ${differs(field)}`,
    );
  }
  return conflicts;
};
