/**
 * Merge: a load's rows into the current tables.
 *
 * Planned first, in temporary tables, so that a preview can tell what would change; then applied.
 * A key that one load speaks of stands only in its table. When a second load speaks of it, both rows
 * go to the table's _row twin and the current row is merged from them.
 *   f_<entity>  what the load says    hit_<entity>  its keys that stand already    m_<entity>  those keys merged
 */
import type { Tx } from '../engine.ts';
import type { Entity } from '../import/mapping.ts';
import { columnsOf } from '../import/entities.ts';
import { count } from '../import/stage.ts';
import { lit } from '../quote.ts';
import { comparable, keyOf, keyText, mergedSql, presenceOf, sameKey, tableColumns, type Presence } from './merge-sql.ts';
import type { Relation } from './relations.ts';

export type Plan = {
  readonly n: number;
  readonly src: string;
  readonly relation: Relation;
  /** Nothing stands yet: rows go straight in. */
  readonly fresh: boolean;
  readonly presence: Presence;
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
};

export const planMerge = async (tx: Tx, n: number, src: string, relation: Relation): Promise<Plan> => {
  const { entity, said } = relation;
  const presence = await presenceOf(tx, entity, { n, said });
  const fresh = (await tx.read(`select 1 from ${entity} where src = ${lit(src)}${relation.lookup ? ` and name = ${lit(relation.lookup)}` : ''} limit 1`)).length === 0;
  const rows = `select ${lit(src)} as src, ${n}::integer as load, * from (${relation.sql})`;
  if (fresh) return { n, src, relation, fresh, presence, counts: { new: await count(tx, `select count(*) as n from (${relation.sql})`), changed: 0, unchanged: 0 } };
  await tx.run(`create temp table f_${entity} as from (select * from ${entity} limit 0) union all by name (${rows})`);
  await tx.run(`create temp table hit_${entity} as select ${keyOf(entity).join(', ')} from f_${entity} f semi join ${entity} c on (${sameKey(entity, 'f', 'c')})`);
  const columns = tableColumns(entity).join(', ');
  const hit = (alias: string): string => `semi join hit_${entity} h on (${sameKey(entity, alias, 'h')})`;
  const raw = `select ${columns} from ${entity}_row r ${hit('r')}
    union all select ${columns} from ${entity} c ${hit('c')} where not exists (from ${entity}_row r where ${sameKey(entity, 'c', 'r')})
    union all select ${columns} from f_${entity} f ${hit('f')}`;
  await tx.run(`create temp table m_${entity} as ${mergedSql(entity, raw, presence)}`);
  const all = await count(tx, `select count(*) as n from f_${entity}`);
  const standing = await count(tx, `select count(*) as n from hit_${entity}`);
  const differs = columnsOf(entity).filter((column) => !keyOf(entity).includes(column)).map((column) => `m.${column} is distinct from c.${column}`).join(' or ') || 'false';
  const changed = await count(tx, `select count(*) as n from m_${entity} m join ${entity} c on (${sameKey(entity, 'm', 'c')}) where ${differs}`);
  return { n, src, relation, fresh, presence, counts: { new: all - standing, changed, unchanged: standing - changed } };
};

/** Writes what was planned. Returns how many values earlier loads knew otherwise. */
export const applyMerge = async (tx: Tx, { n, src, relation, fresh, presence }: Plan): Promise<number> => {
  const { entity } = relation;
  const columns = tableColumns(entity).join(', ');
  if (fresh) {
    await tx.run(`insert into ${entity} (src, load, ${columnsOf(entity).join(', ')}) select ${lit(src)}, ${n}, * from (${relation.sql})`);
    return 0;
  }
  const hit = (alias: string): string => `hit_${entity} h on (${sameKey(entity, alias, 'h')})`;
  await tx.run(`insert into ${entity} (${columns}) select ${columns} from f_${entity} f anti join ${hit('f')}`);
  const conflicts = await noteConflicts(tx, entity, n, presence);
  await tx.run(`insert into ${entity}_row (${columns}) select ${columns} from ${entity} c semi join ${hit('c')} where not exists (from ${entity}_row r where ${sameKey(entity, 'c', 'r')})`);
  await tx.run(`insert into ${entity}_row (${columns}) select ${columns} from f_${entity} f semi join ${hit('f')}`);
  await replaceMerged(tx, entity);
  return conflicts;
};

/** Puts the merged rows in the place of those that stand for keys in hit_<entity>. */
export const replaceMerged = async (tx: Tx, entity: Entity): Promise<void> => {
  const columns = tableColumns(entity).join(', ');
  await tx.run(`delete from ${entity} c using hit_${entity} h where ${sameKey(entity, 'c', 'h')}`);
  await tx.run(`insert into ${entity} (${columns}) select ${columns} from m_${entity}`);
};

/** Lists each value that stands and that load `n` says otherwise. Before the current rows are replaced. */
const noteConflicts = async (tx: Tx, entity: Entity, n: number, presence: Presence): Promise<number> => {
  const fields = comparable(entity, presence).filter(({ field }) => presence.get(field)!.has(n));
  if (fields.length === 0) return 0;
  const differs = ({ sql }: (typeof fields)[number]): string => `(${sql('c')} is not null and ${sql('f')} is distinct from ${sql('c')})`;
  const pair = `f_${entity} f join ${entity} c on (${sameKey(entity, 'f', 'c')})`;
  const [any] = await tx.read<{ [field: string]: number }>(`select ${fields.map((field, i) => `count(*) filter (${differs(field)}) as k${i}`).join(', ')} from ${pair}`);
  let conflicts = 0;
  for (const [i, field] of fields.entries()) {
    if (any![`k${i}`] === 0) continue;
    const before = [...presence.get(field.field)!].filter((load) => load !== n);
    const said = before.length > 0 ? `(select max(r.load) from ${entity}_row r where ${sameKey(entity, 'r', 'c')} and r.load in (${before.join(', ')}))` : 'null';
    conflicts += await tx.run(`insert into conflict select ${n}, '${entity}', c.src, ${keyText(entity, 'c')}, ${lit(field.field)}, ${field.sql('c')}, ${field.sql('f')}, coalesce(${said}, c.load) from ${pair} where ${differs(field)}`);
  }
  return conflicts;
};
