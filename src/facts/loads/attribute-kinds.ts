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
type Known = { readonly entity: Entity; readonly name: string; readonly kind: Kind };

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
  const known = await tx.read<Known>('select distinct entity, name, kind from attribute');
  const toOf = ({ entity, name }: Known): Kind | undefined => kinds.get(keyOf(entity, name));
  const moved = known.filter((one) => toOf(one) && toOf(one) !== one.kind);
  for (const entity of new Set(moved.map((one) => one.entity))) {
    const names = [...new Set(known.filter((one) => one.entity === entity).map(({ name }) => name))].toSorted();
    const to = new Map(moved.filter((one) => one.entity === entity).map((one) => [one.name, toOf(one)!]));
    await retype(tx, entity, names, to);
  }
};

/** Writes the attributes `to` names in their new kind. The rest is written out anew beside them: keys stay sorted, and equal attributes equal texts. */
const retype = async (tx: Tx, entity: Entity, names: readonly string[], to: ReadonlyMap<string, Kind>): Promise<void> => {
  const text = (name: string): string => `json_extract_string(attrs, ${pointer(name)})`;
  const typed = (name: string): string => {
    const kind = to.get(name);
    if (kind === 'number') return numberJson(`try_cast(${text(name)} as double)`);
    if (kind === 'boolean') return `to_json(${text(name)} = 'true')`;
    return kind === undefined ? `json_extract(attrs, ${pointer(name)})` : `to_json(${text(name)})`;
  };
  const anew = `json_merge_patch('{}', json_object(${names.map((name) => `${lit(name)}, ${typed(name)}`).join(', ')}))`;
  const has = [...to.keys()].map((name) => `${text(name)} is not null`).join(' or ');
  for (const table of [entity, `${entity}_row`]) {
    if (ENTITIES[entity].attributes) await tx.run(`update ${table} set attrs = ${anew} where ${has}`);
  }
  for (const [name, kind] of to) {
    await tx.run('update attribute set kind = $kind where entity = $entity and name = $name', { entity, name, kind });
  }
};
