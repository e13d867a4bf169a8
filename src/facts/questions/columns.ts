/** Columns: how full every column of every table is, in one pass over each table. */
import type { Engine } from '../engine.ts';
import type { Catalogue } from './catalogue.ts';
import { ENTITIES, fieldNamed, FIELDS, LETTER, type Entity, type Field } from './fields.ts';
import { rowsOf } from './statement.ts';

export type Column = {
  readonly entity: Entity;
  readonly name: string;
  readonly header: string | null;
  readonly rows: number;
  readonly filled: number;
};

/** Columns that some file spoke about or some row fills; columns of the schema that nobody uses are left out. */
export const readColumns = async (engine: Engine, catalogue: Catalogue): Promise<Column[]> => {
  const [fields, attributes] = await Promise.all([
    rowsOf<{ readonly entity: Entity; readonly rows: number; readonly filled: readonly number[] }>(
      engine,
      ENTITIES.map(fieldsSql).join(' union all '),
    ),
    rowsOf<{ readonly entity: Entity; readonly name: string; readonly filled: number }>(
      engine,
      ENTITIES.map(attributesSql).join(' union all '),
    ),
  ]);
  return ENTITIES.flatMap((entity) => {
    const counted = fields.find((row) => row.entity === entity)!;
    const named = new Map(
      catalogue.headers
        .filter((h) => h.entity === entity)
        .flatMap((h) => {
          const field = fieldNamed(entity, h.field);
          return field ? [[field.name, h.header] as const] : [];
        }),
    );
    const own = FIELDS[entity]
      .map((field, i): Column => ({
        entity,
        name: field.name,
        header: named.get(field.name) ?? null,
        rows: counted.rows,
        filled: counted.filled[i]!,
      }))
      .filter((column) => column.filled > 0 || column.header !== null);
    const kept = new Set([
      ...catalogue.attributes.filter((a) => a.entity === entity).map((a) => a.name),
      ...attributes.filter((a) => a.entity === entity).map((a) => a.name),
    ]);
    const typed = [...kept].toSorted().map((name): Column => ({
      entity,
      name,
      header: null,
      rows: counted.rows,
      filled: attributes.find((a) => a.entity === entity && a.name === name)?.filled ?? 0,
    }));
    return counted.rows === 0 ? [] : [...own, ...typed];
  });
};

const fieldsSql = (entity: Entity): string =>
  `select '${entity}' as entity, count(*) as rows, [${FIELDS[entity].map((field) => `count(${filledSql(LETTER[entity], field)})`).join(', ')}] as filled from ${entity} ${LETTER[entity]}`;

const filledSql = (letter: string, { kind, column }: Field): string =>
  kind === 'text' ? `nullif(${letter}.${column}, '')` : `${letter}.${column}`;

const attributesSql = (entity: Entity): string =>
  `select '${entity}' as entity, key as name, count(*) as filled from (select unnest(json_keys(attrs)) as key from ${entity} where attrs is not null) group by key`;
