/**
 * Nearest: which known names a name found in a file may mean.
 */
import type { Engine } from '../engine.ts';
import { lit } from '../quote.ts';

export type Near = { readonly id: string; readonly distance: number };

/** A name without case, spaces, marks and accents. */
const foldSql = (x: string): string => `regexp_replace(lower(strip_accents(${x})), '[^\\p{L}\\p{N}]', '', 'g')`;

/**
 * For each name the closest of `members` (SQL with id and name): at most three, none that differs in
 * more than two of five letters. Distance: insertions, deletions, changes and swaps, folded.
 */
export const nearest = async (engine: Engine, names: readonly string[], members: string): Promise<ReadonlyMap<string, readonly Near[]>> => {
  const near = new Map<string, Near[]>();
  if (names.length === 0) return near;
  const rows = await engine.read<Near & { readonly found: string }>(`
    with n as (select found, ${foldSql('found')} as x from (select unnest([${names.map(lit).join(', ')}]) as found)),
      m as (select id, ${foldSql('name')} as y from (${members})),
      d as (select found, id, min(damerau_levenshtein(x, y)) as distance from n join m on abs(strlen(x) - strlen(y)) <= greatest(1, strlen(x) * 0.4) group by found, id, x having min(damerau_levenshtein(x, y)) <= greatest(1, strlen(x) * 0.4))
    select found, id, distance from d qualify row_number() over (partition by found order by distance, id) <= 3 order by found, distance, id`);
  for (const { found, id, distance } of rows) near.set(found, [...(near.get(found) ?? []), { id, distance }]);
  return near;
};
