/**
 * Revert: afterwards the facts are as if the load had never been. Its line in the ledger, its held
 * rows and its file stay.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Tx } from '../engine.ts';
import type { Entity } from '../import/mapping.ts';
import type { ImportRefusal } from '../import/refusal.ts';
import { count } from '../import/stage.ts';
import { alignKinds } from './attribute-kinds.ts';
import { lendFromRecords, lends } from './lend.ts';
import { replaceBy } from './merge.ts';
import { keysInParts, liveSql } from './parts.ts';
import { comparable, keyOf, keyText, mergedSql, presenceOf, sameKey, tableColumns, type Presence } from './merge-sql.ts';

export type Reverted = { readonly n: number; readonly rows: number; readonly text: string };

export const revertLoad = async (tx: Tx, n: number, by: string, at: string): Promise<Result<Reverted, ImportRefusal>> => {
  const [load] = await tx.read<{ file: string; reverted_at: string | null; reverted_by: string | null }>(
    'select file, reverted_at, reverted_by from load where n = $n',
    { n },
  );
  if (!load) return refuse({ code: 'no-such-load', text: `There is no load ${n}.`, todo: 'See the list of loads.' });
  if (load.reverted_at)
    return refuse({
      code: 'already-reverted',
      text: `Load ${n} was taken back already, by ${load.reverted_by} on ${load.reverted_at.slice(0, 10)}.`,
      todo: 'Nothing is left to do.',
    });
  await tx.run('update load set reverted_at = $at, reverted_by = $by where n = $n', { n, by, at: at.replace(/Z$/, '') });
  const entities = await entitiesOf(tx, n);
  let rows = 0;
  for (const entity of entities) rows += await without(tx, entity, n);
  if (lends(entities)) await lendFromRecords(tx);
  await tx.run('delete from load_field where load = $n', { n });
  await tx.run('delete from attribute where load = $n', { n });
  await alignKinds(tx, []);
  await tx.run('update held set mended_by_load = null where mended_by_load = $n', { n });
  return ok({
    n,
    rows,
    text: `Load ${n} (${load.file}) was taken back: ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'} are as they were before it.`,
  });
};

/** What load `n` spoke of. */
export const entitiesOf = async (tx: Pick<Tx, 'read'>, n: number): Promise<Entity[]> =>
  (await tx.read<{ entity: Entity }>('select distinct entity from load_field where load = $n order by 1', { n })).map(
    ({ entity }) => entity,
  );

/** Takes load `n` out of one entity; how many rows it had a say in. */
const without = async (tx: Tx, entity: Entity, n: number): Promise<number> => {
  const presence = await presenceOf(tx, entity);
  const all = `select ${tableColumns(entity).join(', ')} from ${entity}_row r semi join hit_${entity} h on (${sameKey(entity, 'r', 'h')})`;
  const inParts = await keysInParts(tx, entity, n);
  await tx.run(
    `create temp table hit_${entity} as select ${keyOf(entity).join(', ')} from ${entity}_row where load = ${n} union ${inParts ?? `select ${keyOf(entity).join(', ')} from ${entity}_row where false`}`,
  );
  await tx.run(`delete from load_part where load = ${n} and entity = '${entity}'`);
  const raw = `${all} where ${liveSql(entity, 'r')}`;
  const shared = await count(tx, `select count(*) as n from hit_${entity}`);
  const own = await tx.run(
    `delete from ${entity} c where c.load = ${n} and not exists (from ${entity}_row r where ${sameKey(entity, 'r', 'c')})`,
  );
  if (shared === 0) return own;
  await tx.run(`delete from ${entity}_row where load = ${n}`);
  await tx.run(`create temp table m_${entity} as ${mergedSql(entity, raw, presence)}`);
  await tx.run(`delete from ${entity} c using hit_${entity} h where ${sameKey(entity, 'c', 'h')}`);
  await replaceBy(tx, entity, `select * from m_${entity}`);
  await tx.run(
    `delete from conflict k using hit_${entity} h where k.entity = '${entity}' and k.src = h.src and k.id = ${keyText(entity, 'h')}`,
  );
  await conflictsAgain(tx, entity, raw, presence);
  // A key that one load speaks of stands only in its table, if it stands.
  await tx.run(
    `delete from ${entity}_row d using (select ${keyOf(entity).join(', ')} from (${all}) group by all having count(*) = 1) o where ${sameKey(entity, 'd', 'o')} and exists (from ${entity} c where ${sameKey(entity, 'c', 'o')})`,
  );
  return own + shared;
};

/** Disagreements between the loads that stay, each with the one before it. */
const conflictsAgain = async (tx: Tx, entity: Entity, raw: string, presence: Presence): Promise<void> => {
  const alike = entity === 'stage_entry' ? ' and inferred is not distinct from was_inferred' : '';
  const alikeColumns = entity === 'stage_entry' ? ', r.inferred, lag(r.inferred) over same as was_inferred' : '';
  for (const { field, sql, moment } of comparable(entity, presence)) {
    const columns = moment
      ? `, r.${moment.on} as day, lag(r.${moment.on}) over same as was_day, r.${moment.at} as instant, lag(r.${moment.at}) over same as was_instant`
      : '';
    const differs = moment ? '(day is distinct from was_day or instant <> was_instant)' : 'was is distinct from is_now';
    const loads = [...presence.get(field)!];
    if (loads.length < 2) continue;
    await tx.run(
      `insert into conflict select load, '${entity}', src, id, $field, was, is_now, was_load from (
        select r.load, r.src, ${keyText(entity, 'r')} as id, ${sql('r')} as is_now, lag(${sql('r')}) over same as was, lag(r.load) over same as was_load${columns}${alikeColumns}
        from (${raw}) r where r.load in (${loads.join(', ')}) window same as (partition by ${keyOf(entity)
          .map((column) => `r.${column}`)
          .join(', ')} order by r.load)
      ) where was is not null and ${differs}${alike}`,
      { field },
    );
  }
};
