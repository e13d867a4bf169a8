/**
 * Unit keys: the keys of a cut, by unit of touches, so that whatever was counted by unit can be put under any cut along the
 * thread without looking at a touch again.
 *
 * A cut that looks at more of a touch than its unit holds (its person, its account, its day, further columns) has none:
 * such cuts are asked of the touches themselves.
 */
import type { Engine, Params as Bound } from '../engine.ts';
import { untilCommit } from '../until-commit.ts';
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
  const bound = boundIn(sql, { ...cut.bound, as_of: head.asOf });
  // Another model of the same cut finds its keys as they are.
  const keyed = await kept(engine, JSON.stringify([sql, bound]), () => read(engine, sql, bound, cut.splits, outcomes));
  return { ok: true, value: { ...keyed, splits: cut.splits, cuts: cut.cuts, where: cut.filters } };
};

type Keyed = Pick<UnitKeys, 'keys' | 'key'>;
type Ints = Int32Array<SharedArrayBuffer>;
const kept = untilCommit<Keyed>(24);

/** Each key once as words, and of each unit only its place among them as a number. */
const read = async (engine: Engine, sql: string, bound: Bound, splits: boolean, outcomes: Int32Array): Promise<Keyed> => {
  const parts = { unit_keys: sql };
  const [keys, { u, nth, place }] = await Promise.all([
    engine.read<Keyed['keys'][number]>(fill(sqlOf('unit-keys-named'), parts), bound),
    engine.columns<{ readonly u: Ints; readonly nth: Ints; readonly place: Ints }>(fill(sqlOf('unit-keys-placed'), parts), bound),
  ]);
  const slot = new Int32Array(outcomes.length + 1);
  outcomes.forEach((n, at) => (slot[at + 1] = slot[at]! + n));
  const key = new Int32Array(slot[outcomes.length]!).fill(-1);
  for (let i = 0; i < u.length; i += 1) {
    if (splits) key[slot[u[i]!]! + nth[i]!] = place[i]!;
    else key.fill(place[i]!, slot[u[i]!], slot[u[i]! + 1]);
  }
  return { keys, key };
};
