/**
 * Paths: what channels were touched in what order, and how it ended; flat, so that ten million touches are three columns.
 *
 * keys      how many channels (or campaigns) there are; a touch names one by a number in [0, keys)
 * start     one entry per path and one more: path i is key[start[i]] … key[start[i + 1] − 1], earliest first
 * key       the touches
 * won       how often this path was won: 1 or 0 for one deal, any number ≥ 0 for counted or weighted paths
 * lost      how often it was not: lost and open deals alike, since what has not been won yet is no conversion
 * value     what all of them together brought, in whole minor units or any other unit
 *
 * A path without a touch is left out by every model: its money stands under "no touch".
 */
export type Paths = {
  readonly keys: number;
  readonly start: Int32Array;
  readonly key: Int32Array | Uint16Array | Uint8Array;
  readonly won: Float64Array;
  readonly lost: Float64Array;
  readonly value: Float64Array;
};

/** Paths from lists, for small inputs. Throws RangeError where a key is not in [0, keys). */
export const pathsOf = (
  keys: number,
  list: readonly { readonly keys: readonly number[]; readonly won: number; readonly lost: number; readonly value: number }[],
): Paths => {
  const start = new Int32Array(list.length + 1);
  list.forEach((path, i) => (start[i + 1] = start[i]! + path.keys.length));
  const key = Int32Array.from(list.flatMap((path) => path.keys));
  if (key.some((k) => k < 0 || k >= keys)) throw new RangeError(`paths: a key is not in [0, ${keys})`);
  const column = (of: 'won' | 'lost' | 'value'): Float64Array => Float64Array.from(list, (path) => path[of]);
  return { keys, start, key, won: column('won'), lost: column('lost'), value: column('value') };
};
