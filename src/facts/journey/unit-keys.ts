/**
 * Unit keys: the keys of a cut, by unit of touches, so that whatever was counted by unit can be put under any cut along the
 * thread without looking at a touch again.
 *
 * A cut that looks at more of a touch than its unit holds (its person, its account, its day, further columns) has none:
 * such cuts are asked of the touches themselves.
 */
import type { Engine } from '../engine.ts';
import { resolveCuts } from '../questions/cut.ts';
import type { Asked, Head, Params, Said } from '../questions/question.ts';
import { boundIn, fill, sqlOf } from '../questions/statement.ts';

export type UnitKeys = {
  readonly keys: readonly { readonly keys: readonly string[]; readonly ids: readonly (string | null)[] }[];
  /** Per unit and outcome (in the order of units, then of outcomes): the key's place in the list, or -1 where the filters leave it out. */
  readonly key: Int32Array;
  /** True where a unit may stand under several keys: outcomes are cut by. */
  readonly splits: boolean;
  readonly cuts: readonly Said[];
  readonly where: readonly Said[];
};

const HELD = new Set(['campaign', 'channel', 'kind', 'offline']);

/** The keys of a cut and its filters; null where the cut looks at more than units hold. `outcomes`: per unit, how many it is shared among. */
export const unitKeysOf = async (engine: Engine, head: Head, params: Params, outcomes: Int32Array): Promise<Asked<UnitKeys | null>> => {
  const resolved = await resolveCuts(engine, 'touch', head, params, { by: ['campaign'] });
  if (!resolved.ok) return resolved;
  const { cut } = resolved.value;
  const text = [cut.joins, cut.keys, cut.ids, cut.where].join(' ');
  const looksAt = [...text.matchAll(/\bt\.([a-z_]+)/g)].map((m) => m[1]!);
  if (looksAt.some((column) => !HELD.has(column)) || cut.cuts.some((said) => said.overlaps)) return { ok: true, value: null };
  const { joins, where, keys: names, ids } = cut;
  const sql = fill(sqlOf('unit-keys'), { joins, where, keys: names, ids, nth: cut.splits ? 'coalesce(tx.nth, 0)' : '0' });
  const rows = await engine.read<{
    readonly u: number;
    readonly keys: readonly string[];
    readonly ids: readonly (string | null)[];
    readonly nth: number;
  }>(sql, boundIn(sql, { ...cut.bound, as_of: head.asOf }));
  const slot = new Int32Array(outcomes.length + 1);
  outcomes.forEach((n, u) => (slot[u + 1] = slot[u]! + n));
  const key = new Int32Array(slot[outcomes.length]!).fill(-1);
  const places = new Map<string, number>();
  const keys: { keys: readonly string[]; ids: readonly (string | null)[] }[] = [];
  for (const row of rows) {
    const name = JSON.stringify([row.keys, row.ids]);
    const place = places.get(name) ?? keys.push({ keys: row.keys, ids: row.ids }) - 1;
    places.set(name, place);
    if (cut.splits) key[slot[row.u]! + row.nth] = place;
    else key.fill(place, slot[row.u], slot[row.u + 1]);
  }
  return { ok: true, value: { keys, key, splits: cut.splits, cuts: cut.cuts, where: cut.filters } };
};
