/**
 * Columns: a file's columns by what they are called, and whether their cells fit a field.
 */
import type { Tx } from '../engine.ts';
import { ENTITIES, type FieldKind } from './entities.ts';
import { foldHeader } from './headers.ts';
import { FALSE_WORDS, TRUE_WORDS } from './kinds.ts';
import { englishOf } from './localised.ts';
import type { Entity } from './mapping.ts';
import { values, type Profile } from './profile.ts';
import { SYNONYMS } from './synonyms.ts';
import { formOf } from './time-format.ts';

export type Columns = {
  readonly all: readonly Profile[];
  /** The first column so called. */
  readonly named: (name: string) => Profile | undefined;
  readonly byHeader: (header: string) => Profile | undefined;
  /** Distinct filled cells over filled cells, in [0, 1]; 1 for an empty column. */
  readonly distinct: (profile: Profile) => Promise<number>;
};

export const columnsIn = (tx: Tx, profiles: readonly Profile[]): Columns => {
  const byName = new Map<string, Profile>();
  const call = (name: string, profile: Profile): void => void (byName.has(name) || byName.set(name, profile));
  for (const profile of profiles) call(foldHeader(profile.header), profile);
  // What the header says in another language, and warehouses before the property's own name.
  for (const profile of profiles) {
    const english = englishOf(profile.header);
    if (english) call(foldHeader(english), profile);
    if (/^property_/i.test(profile.header)) call(foldHeader(profile.header.slice('property_'.length)), profile);
  }
  const byHeader = new Map(profiles.map((profile) => [profile.header, profile]));
  const shares = new Map<string, number>();
  return {
    all: profiles,
    named: (name) => byHeader.get(name) ?? byName.get(foldHeader(name)),
    byHeader: (header) => byHeader.get(header),
    distinct: async ({ column, filled }) => {
      if (filled === 0) return 1;
      if (!shares.has(column))
        shares.set(column, ((await tx.read<{ n: number }>(`select count(distinct ${column}) as n from stage`))[0]?.n ?? 0) / filled);
      return shares.get(column)!;
    },
  };
};

/** Columns of an entity's fields, by name and by what their cells look like. A column stands for one field only. */
export const fieldsIn = (columns: Columns, entity: Entity): Map<string, Profile> => {
  const found = new Map<string, Profile>();
  const taken = new Set<Profile>();
  for (const [field, names] of Object.entries(SYNONYMS[entity])) {
    const kind = ENTITIES[entity].fields[field]!.kind;
    const profile = names.map((name) => columns.named(name)).find((one) => one && !taken.has(one) && fits(one, kind));
    if (!profile) continue;
    found.set(field, profile);
    taken.add(profile);
  }
  return found;
};

const NUMERIC = /^[^\p{L}]*\d[\d.,'\s]*[^\d]{0,5}$|^[A-Z]{3}\s*-?[\d.,]+$/u;

const STAGES = /stage|phase|etapa|fase|étape/i;

/** Whether most cells of the sample are what the field holds. An empty column fits everything. */
export const fits = (profile: Profile, kind: FieldKind): boolean => {
  const cells = values(profile);
  if (cells.length === 0) return true;
  const most = (test: (cell: string) => boolean): boolean => cells.filter(test).length > cells.length / 2;
  switch (kind) {
    case 'time':
    case 'day':
    case 'close':
      return formOf(profile) !== null;
    case 'money':
    case 'number':
    case 'whole':
      return most((cell) => NUMERIC.test(cell)) && formOf(profile) !== 'iso';
    case 'boolean':
    case 'flag':
      return cells.every((cell) => [...TRUE_WORDS, ...FALSE_WORDS, '1', '0'].includes(cell.toLowerCase()));
    case 'currency':
      return most((cell) => /^[A-Za-z]{3}$/.test(cell));
    case 'stage':
      // Stages that somebody added have ids of digits alone; a column called so holds them.
      return new Set(cells).size <= 60 && most((cell) => /\p{L}/u.test(cell) || (STAGES.test(profile.header) && /^\d{4,}$/.test(cell)));
    case 'status':
      return new Set(cells).size <= 60 && most((cell) => /\p{L}/u.test(cell));
    default:
      return true;
  }
};
