/**
 * A statement: the SQL file of a question with its slots filled.
 *
 * A slot is written {name} and is filled from our own text (a fragment file, or what cut.ts made of
 * the catalogue); what a person typed never goes there, it is bound as a parameter.
 */
import { readFileSync } from 'node:fs';
import type { Engine, Params as Bound, SqlRow } from '../engine.ts';

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

/** Runs a statement, binding only the parameters it names (DuckDB refuses others). */
export const rowsOf = <T = SqlRow>(engine: Pick<Engine, 'read'>, sql: string, bound: Bound = {}): Promise<T[]> => {
  const named = new Set([...sql.matchAll(/\$([a-z_][a-z0-9_]*)/g)].map((m) => m[1]));
  return engine.read<T>(sql, Object.fromEntries(Object.entries(bound).filter(([name]) => named.has(name))));
};
