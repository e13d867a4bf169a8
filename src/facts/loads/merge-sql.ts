/**
 * Merge SQL: one row out of what several loads say of one key, and the words for it.
 *
 * Each field has the value of the latest load in which that field was present: an empty cell
 * clears, an absent column leaves. Attributes likewise, each by itself.
 */
import type { Tx } from '../engine.ts';
import { columnsOf, ENTITIES } from '../import/entities.ts';
import type { Entity } from '../import/mapping.ts';
import { lit } from '../quote.ts';
import type { Said } from './feed-sql.ts';

/** Loads by the field they speak about: a column, or attrs.<name>. */
export type Presence = ReadonlyMap<string, ReadonlySet<number>>;

/** What the loads that stand say of an entity; with what one more says. */
export const presenceOf = async (
  tx: Tx,
  entity: Entity,
  more?: { readonly n: number; readonly said: readonly Said[] },
): Promise<Presence> => {
  const rows = await tx.read<{ field: string; load: number }>(
    `select f.field, f.load from load_field f join load l on l.n = f.load where l.reverted_at is null and f.entity = $entity`,
    { entity },
  );
  const presence = new Map<string, Set<number>>();
  const add = (field: string, load: number): void => void (presence.get(field) ?? presence.set(field, new Set()).get(field)!).add(load);
  for (const { field, load } of rows) add(field, load);
  for (const { field } of more?.said ?? []) add(field, more!.n);
  return presence;
};

/** Key columns with src. */
export const keyOf = (entity: Entity): string[] => ['src', ...ENTITIES[entity].key];

/** `a.src = b.src and a.id = b.id` */
export const sameKey = (entity: Entity, a: string, b: string): string =>
  keyOf(entity)
    .map((column) => `${a}.${column} = ${b}.${column}`)
    .join(' and ');

/** Columns of the entity's table, src and load first. */
export const tableColumns = (entity: Entity): string[] => ['src', 'load', ...columnsOf(entity)];

/** A JSON pointer to an attribute, as SQL. */
export const pointer = (name: string): string => lit(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);

const latest = (value: string, loads: ReadonlySet<number>): string =>
  `arg_max_null(${value}, load) filter (where load in (${[...loads].join(', ')}))`;

/** One row per key out of the relation `raw` (columns of the table; one row per key and load). */
export const mergedSql = (entity: Entity, raw: string, presence: Presence): string => {
  const key = keyOf(entity);
  const columns = columnsOf(entity).filter((column) => !key.includes(column) && column !== 'attrs');
  const values = columns.map((column) => {
    if (!presence.has(column)) return `null as ${column}`;
    const day = dayOf(entity, column);
    return `${day ? lastAt(column, day, presence.get(column)!) : latest(column, presence.get(column)!)} as ${column}`;
  });
  const days = columns.flatMap((column) => (presence.has(column) ? (dayOf(entity, column) ?? []) : []));
  const lasts = days.map((day) => `${latest(day, presence.get(day)!)} over (partition by ${key.join(', ')}) as last_${day}`);
  const recorded = entity === 'stage_entry' ? `select * from (${raw}) qualify ${RECORDED_FIRST(key)}` : raw;
  const parts = [
    ...key,
    'max(load)::integer as load',
    ...values,
    ...(ENTITIES[entity].attributes ? [`${mergedAttributes(presence)} as attrs`] : []),
  ];
  return `select ${parts.join(', ')} from (select ${['*', ...lasts].join(', ')} from (${recorded})) group by ${key.join(', ')}`;
};

/** A stage entry that follows from the close gives way to recorded ones of its key. */
const RECORDED_FIRST = (key: readonly string[]): string =>
  `not coalesce(inferred, false) or bool_and(coalesce(inferred, false)) over (partition by ${key.join(', ')})`;

/** The column of the local day that belongs to an instant; null: the column is no instant. */
export const dayOf = (entity: Entity, column: string): string | null => {
  const day = column.replace(/_at$/, '_on');
  return day !== column && columnsOf(entity).includes(day) ? day : null;
};

/** A day alone does not take away the time that an earlier load knew of that very day. */
const lastAt = (at: string, day: string, loads: ReadonlySet<number>): string =>
  `arg_max(${at}, load) filter (where ${at} is not null and ${day} = last_${day} and load in (${[...loads].join(', ')}))`;

const mergedAttributes = (presence: Presence): string => {
  const names = attributeNames(presence);
  if (names.length === 0) return 'null::json';
  const object = `json_object(${names.map((name) => `${lit(name)}, ${latest(`json_extract(attrs, ${pointer(name)})`, presence.get(`attrs.${name}`)!)}`).join(', ')})`;
  return `nullif(json_merge_patch('{}', ${object}), '{}')`;
};

const ATTRS = 'attrs.';
export const attributeNames = (presence: Presence): string[] =>
  [...presence.keys()]
    .filter((field) => field.startsWith(ATTRS))
    .map((field) => field.slice(ATTRS.length))
    .toSorted();

/** `sql`: the value as text. `instant`, `day`: of a moment, which agrees with its own day given without a time. */
export type Comparable = {
  readonly field: string;
  readonly sql: (alias: string) => string;
  readonly moment?: { readonly at: string; readonly on: string };
};

/** Fields that can disagree, with the text that is compared. An instant and its day are one. */
export const comparable = (entity: Entity, presence: Presence): Comparable[] => {
  const key = keyOf(entity);
  const columns = columnsOf(entity).filter(
    (column) => presence.has(column) && !key.includes(column) && column !== 'attrs' && column !== 'inferred' && !column.endsWith('_at'),
  );
  const plain = columns.map((column) => {
    const instant = column.replace(/_on$/, '_at');
    const both = column.endsWith('_on') && columnsOf(entity).includes(instant);
    return {
      field: column,
      sql: (a: string) => (both ? `coalesce(${a}.${instant}::varchar, ${a}.${column}::varchar)` : `${a}.${column}::varchar`),
      ...(both ? { moment: { at: instant, on: column } } : {}),
    };
  });
  return [
    ...plain,
    ...attributeNames(presence).map((name) => ({
      field: `${ATTRS}${name}`,
      sql: (a: string) => `json_extract_string(${a}.attrs, ${pointer(name)})`,
    })),
  ];
};

/** The key of a row as one text, without src: parts joined by /. */
export const keyText = (entity: Entity, alias: string): string =>
  ENTITIES[entity].key.map((column) => `${alias}.${column}::varchar`).join(` || '/' || `);
