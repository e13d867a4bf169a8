/**
 * Recognise: what the rows of a file are, told by the names of its columns.
 *
 * A name that speaks for an entity counts three, one that hardly anything else has five more, any
 * other field one. Things that are one row each (accounts, contacts, leads, deals) must have a
 * column that names each row; deals whose id repeats are a history of stages.
 */
import type { Columns } from './columns.ts';
import { fieldsIn } from './columns.ts';
import { ENTITIES } from './entities.ts';
import type { Entity } from './mapping.ts';
import type { Profile } from './profile.ts';
import { DECISIVE, TELLING } from './synonyms.ts';

type Candidate = { readonly entity: Entity; readonly points: number };
/** Entities that fit, best first; `clear` where the best stands apart. */
export type Recognised = { readonly candidates: readonly Candidate[]; readonly clear: boolean };

const ENOUGH = 3;
const APART = 2;
/** With fewer different ids per row, the rows are not the things themselves. */
const NAMES_ROWS = 0.7;

export const recognise = async (columns: Columns): Promise<Recognised> => {
  const candidates: Candidate[] = [];
  for (const entity of Object.keys(TELLING) as (keyof typeof TELLING)[]) {
    const points = await pointsOf(columns, entity);
    if (points >= ENOUGH) candidates.push({ entity, points });
  }
  const sorted = candidates.toSorted((a, b) => b.points - a.points);
  return { candidates: sorted, clear: sorted.length > 0 && sorted[0]!.points - (sorted[1]?.points ?? 0) >= APART };
};

const pointsOf = async (columns: Columns, entity: keyof typeof TELLING): Promise<number> => {
  const fields = fieldsIn(columns, entity);
  const { required, contentKey } = ENTITIES[entity];
  const id = idOf(entity, fields);
  const misses = required.some((group) => !group.some((field) => fields.has(field) || (field === 'id' && (id !== null || contentKey))));
  if (misses) return 0;
  const telling = TELLING[entity].filter((name) => columns.named(name)).length;
  const decisive = DECISIVE[entity].filter((name) => columns.named(name)).length;
  const points = telling * 3 + decisive * 5 + fields.size;
  switch (entity) {
    case 'account':
    case 'contact':
    case 'lead':
      return telling === 0 || (id !== null && (await columns.distinct(id)) < NAMES_ROWS) ? 0 : points;
    case 'opportunity':
      return telling === 0 || (await isHistory(columns)) ? 0 : points;
    // A deal's id beside a contact's, and little else that would make it a list of deals or touches.
    case 'opportunity_contact':
      return columns.all.length <= 6 && fieldsIn(columns, 'opportunity').size <= 2 ? points + 12 : 0;
    case 'stage_entry':
      return (await isHistory(columns)) ? points + 12 : 0;
    default:
      return telling === 0 ? 0 : points;
  }
};

/** A deal's id stands in several rows, each with a stage and when it was entered. */
const isHistory = async (columns: Columns): Promise<boolean> => {
  const fields = fieldsIn(columns, 'stage_entry');
  const id = fields.get('opportunity_id');
  return id !== undefined && fields.has('stage') && fields.has('entered_on') && (await columns.distinct(id)) < NAMES_ROWS;
};

/** The column that names each row: the id, or what may stand for it. Null: none. */
export const idOf = (entity: Entity, fields: ReadonlyMap<string, Profile>): Profile | null => {
  const own = fields.get('id');
  if (own) return own;
  if (entity === 'account') return fields.get('name') ?? null;
  return entity === 'contact' || entity === 'lead' ? (fields.get('email') ?? null) : null;
};
