/**
 * Attribute kinds: one attribute holds one kind of value over all loads.
 *
 * Each file decides for its own column (that stands in its mapping). Where the loads that stand
 * agree, the attribute holds that kind; where they do not, it holds text, and a number, a boolean or
 * a day is written the one way. So neither the order of loading nor a load since taken back shows.
 */
import type { Tx } from '../engine.ts';
import { numberJson } from '../import/convert-number.ts';
import { ENTITIES } from '../import/entities.ts';
import type { Entity, Feed, Kind, Mapping } from '../import/mapping.ts';
import { lit } from '../quote.ts';
import { pointer } from './merge-sql.ts';

type Kinds = ReadonlyMap<string, Kind>;
type Change = { readonly entity: Entity; readonly name: string; readonly to: Kind };

/** `entity.name` → kind over the loads that stand; of the load being made, `more` feeds. */
const kindsOver = async (tx: Tx, more: readonly Feed[]): Promise<Kinds> => {
  const lines = await tx.read<{ mapping: string }>('select mapping from load where reverted_at is null');
  const own = new Map<string, Set<Kind>>();
  for (const { entity, attributes } of [...lines.flatMap(({ mapping }) => (JSON.parse(mapping) as Mapping).feeds), ...more]) {
    for (const { name, kind } of attributes) own.set(keyOf(entity, name), (own.get(keyOf(entity, name)) ?? new Set()).add(kind));
  }
  return new Map([...own].map(([key, kinds]) => [key, kinds.size === 1 ? [...kinds][0]! : 'text']));
};

const keyOf = (entity: Entity, name: string): string => `${entity}.${name}`;

/** What each attribute of the feeds will hold once they are loaded. */
export const kindsWith = async (tx: Tx, feeds: readonly Feed[]): Promise<(entity: Entity, name: string) => Kind> => {
  const kinds = feeds.some(({ attributes }) => attributes.length > 0) ? await kindsOver(tx, feeds) : new Map<string, Kind>();
  return (entity, name) => kinds.get(keyOf(entity, name)) ?? 'text';
};

/** Brings rows and ledger in line with the loads that stand; `more` as above. Call before a load's rows are written, and after one was taken back. */
export const alignKinds = async (tx: Tx, more: readonly Feed[]): Promise<void> => {
  const kinds = await kindsOver(tx, more);
  const known = await tx.read<{ entity: Entity; name: string; kind: Kind }>('select distinct entity, name, kind from attribute');
  for (const { entity, name, kind } of known) {
    const to = kinds.get(keyOf(entity, name));
    if (to && to !== kind) await retype(tx, { entity, name, to });
  }
};

const retype = async (tx: Tx, { entity, name, to }: Change): Promise<void> => {
  const value = `json_extract_string(attrs, ${pointer(name)})`;
  const typed = {
    text: `to_json(${value})`,
    day: `to_json(${value})`,
    boolean: `to_json(${value} = 'true')`,
    number: numberJson(`try_cast(${value} as double)`),
  }[to];
  for (const table of [entity, `${entity}_row`]) {
    if (ENTITIES[entity].attributes)
      await tx.run(`update ${table} set attrs = json_merge_patch(attrs, json_object(${lit(name)}, ${typed})) where ${value} is not null`);
  }
  await tx.run('update attribute set kind = $to where entity = $entity and name = $name', { entity, name, to });
};
