/**
 * Nearest: which known names a name found in a file may mean.
 */
import type { Engine } from '../engine.ts';
import { lit } from '../quote.ts';

/** A name without case, spaces, marks and accents. */
const foldSql = (x: string): string => `regexp_replace(lower(strip_accents(${x})), '[^\\p{L}\\p{N}]', '', 'g')`;

/** For each name the closest of `members` (SQL with id and name), at most three, none that differs in more than two of five letters. */
export const nearest = async (
  engine: Engine,
  names: readonly string[],
  members: string,
): Promise<Map<string, { readonly id: string; readonly name: string; readonly distance: number }[]>> => {
  const near = new Map<string, { readonly id: string; readonly name: string; readonly distance: number }[]>();
  if (names.length === 0) return near;
  const rows = await engine.read<{ found: string; id: string; name: string; distance: number }>(`
    with n as (select unnest([${names.map(lit).join(', ')}]) as found), m as (${members}),
      d as (select n.found, m.id, m.name, damerau_levenshtein(${foldSql('n.found')}, ${foldSql('m.name')}) as distance, strlen(${foldSql('n.found')}) as letters from n cross join m)
    select found, id, arg_min(name, distance) as name, min(distance) as distance from d where distance <= greatest(1, letters * 0.4) group by found, id
    qualify row_number() over (partition by found order by min(distance), id) <= 3 order by found, distance, id`);
  for (const { found, ...one } of rows) near.set(found, [...(near.get(found) ?? []), one]);
  return near;
};
