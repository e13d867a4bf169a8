/**
 * A statement: the SQL file of a question with its slots filled.
 *
 * A slot is written {name} and is filled from our own text (a fragment file, or what cut.ts made of
 * the catalogue); what a person typed never goes there, it is bound as a parameter.
 */
import { readFileSync } from 'node:fs';
import type { Engine, Params as Bound, SqlRow } from '../engine.ts';
import { LETTER, type Entity } from './fields.ts';

const files = new Map<string, string>();

/** The text of sql/<name>.sql without its card; read once. */
export const sqlOf = (name: string): string => {
  const known = files.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`sql/${name}.sql`, import.meta.url), 'utf8').replaceAll(/^\s*--.*\n/gm, '');
  files.set(name, text);
  return text;
};

/** Fills every slot; throws RangeError when one is left open. Fillings without a slot are not used. */
export const fill = (sql: string, slots: { readonly [name: string]: string }): string =>
  sql.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => {
    const text = slots[name];
    if (text === undefined) throw new RangeError(`the slot {${name}} was not filled`);
    return text;
  });

/** The join that brings the rate of a row's own day: the close of a deal (the as-of while it is open), the day of spend. */
export const rateJoin = (entity: Entity): string => {
  const letter = LETTER[entity];
  const day = entity === 'opportunity' ? 'money_day(o.status, o.closed_on, $as_of::date)' : `${letter}.spent_on`;
  return `left join fx on fx.currency = ${letter}.currency and fx.day = ${day}`;
};

/** Runs a statement, binding only the parameters it names (DuckDB refuses others). */
export const rowsOf = <T = SqlRow>(engine: Pick<Engine, 'read'>, sql: string, bound: Bound = {}): Promise<T[]> =>
  engine.read<T>(sql, boundIn(sql, bound));

/** Of what is bound, that which a statement names. */
export const boundIn = (sql: string, bound: Bound): Bound => {
  const named = new Set([...sql.matchAll(/\$([a-z_][a-z0-9_]*)/g)].map((m) => m[1]));
  return Object.fromEntries(Object.entries(bound).filter(([name]) => named.has(name)));
};
