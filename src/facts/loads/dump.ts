/**
 * Dump: all facts that stand, as canonical JSON lines.
 *
 * Entities in one order, rows by key, keys of every object sorted, numbers and instants in one
 * spelling; no load numbers and no times of loading. Two stores hold the same facts exactly when
 * their dumps are equal.
 */
import type { Engine } from '../engine.ts';
import { columnsOf, ENTITIES } from '../import/entities.ts';
import type { Entity } from '../import/mapping.ts';
import { lit } from '../quote.ts';
import { keyOf } from './merge-sql.ts';

const ORDER: readonly Entity[] = [
  'account',
  'campaign_record',
  'contact',
  'deal_change',
  'lead',
  'lookup',
  'opportunity',
  'opportunity_contact',
  'spend',
  'stage_entry',
  'touch',
  'visitor_link',
  'work_done',
];

/** Lines, each with its line feed. */
export const dumpLines = async function* (engine: Engine): AsyncGenerator<string> {
  for (const entity of ORDER) yield* linesOf(engine, lineSql(entity));
  yield* linesOf(
    engine,
    `select json_object('entity', 'alias', 'field', field, 'found', found, 'means', means)::varchar as line from alias where revoked_at is null order by field, found, means`,
  );
  yield* linesOf(
    engine,
    `select json_merge_patch('{}', json_object('a_id', a_id, 'a_kind', a_kind, 'a_src', a_src, 'b_id', b_id, 'b_kind', b_kind, 'b_src', b_src, 'entity', 'identity', 'of', of, 'same', same))::varchar as line
     from identity_decision where revoked_at is null order by of, a_kind, a_src, a_id, b_kind, b_src, b_id, same`,
  );
};

const lineSql = (entity: Entity): string => {
  const columns = [...new Set(['src', ...columnsOf(entity)])].toSorted();
  const values = columns.map(
    (column) =>
      `${lit(column)}, ${column.endsWith('_at') ? `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%gZ')` : column.endsWith('_on') ? `${column}::varchar` : column}`,
  );
  const at = columns.findIndex((column) => column > 'entity');
  const parts = [...values.slice(0, at), `'entity', '${entity}'`, ...values.slice(at)];
  const optional = ENTITIES[entity].key.length < columns.length - 1;
  const object = `json_object(${parts.join(', ')})`;
  return `select ${optional ? `json_merge_patch('{}', ${object})` : object}::varchar as line from ${entity} order by ${keyOf(entity).join(', ')}`;
};

const linesOf = async function* (engine: Engine, sql: string): AsyncGenerator<string> {
  for await (const rows of engine.stream<{ line: string }>(sql)) yield rows.map(({ line }) => `${line}\n`).join('');
};
