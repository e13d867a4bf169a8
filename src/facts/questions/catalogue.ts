/** Catalogue: what this company's files brought, read fresh for every question. */
import type { Engine } from '../engine.ts';
import type { Definition, Segment } from '../segments/definition.ts';
import { ENTITIES, type Entity, type Kind } from './fields.ts';
import { rowsOf, sqlOf } from './statement.ts';

export type Attribute = { readonly entity: Entity; readonly name: string; readonly kind: Kind };
export type Header = { readonly entity: Entity; readonly field: string; readonly header: string };

export type Catalogue = {
  readonly attributes: readonly Attribute[];
  readonly headers: readonly Header[];
  /** Columns of each reference file, by the file's key column. */
  readonly lookups: ReadonlyMap<string, readonly string[]>;
  /** Fields for which a person has confirmed what a spelling means: opportunity.product, opportunity.attrs.seller_id. */
  readonly aliased: ReadonlySet<string>;
  /** Segments that stand, by name. */
  readonly segments: readonly Segment[];
  /** How many campaigns the journal knows. */
  readonly campaigns: number;
};

type CatalogueRow = { readonly what: string; readonly entity: string; readonly name: string | null; readonly detail: string | null };

export const readCatalogue = async (engine: Engine): Promise<Catalogue> => {
  const rows = await rowsOf<CatalogueRow>(engine, sqlOf('catalogue'));
  const of = (what: string): readonly CatalogueRow[] => rows.filter((row) => row.what === what);
  const known = (row: CatalogueRow): boolean => (ENTITIES as readonly string[]).includes(row.entity);
  const lookups = new Map<string, string[]>();
  for (const { entity, name } of of('lookup')) {
    const columns = lookups.get(entity) ?? [];
    if (name !== null) columns.push(name);
    lookups.set(entity, columns);
  }
  return {
    attributes: kindsOf(of('attribute').filter(known)),
    headers: of('header')
      .filter(known)
      .map((row) => ({ entity: row.entity as Entity, field: row.name!, header: row.detail! })),
    lookups,
    aliased: new Set(of('alias').map((row) => row.entity)),
    segments: of('segment').map((row) => ({ id: row.entity, name: row.name!, ...(JSON.parse(row.detail!) as Definition) })),
    campaigns: Number(of('campaigns')[0]?.detail ?? 0),
  };
};

/** One attribute, one kind: where two loads disagree it is text, which holds both. */
const kindsOf = (rows: readonly CatalogueRow[]): Attribute[] => {
  const kinds = new Map<string, Attribute>();
  for (const row of rows) {
    const key = `${row.entity}.${row.name}`;
    const kind: Kind = kinds.has(key) && kinds.get(key)!.kind !== row.detail ? 'text' : (row.detail as Kind);
    kinds.set(key, { entity: row.entity as Entity, name: row.name!, kind });
  }
  return [...kinds.values()];
};
