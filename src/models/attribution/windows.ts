/**
 * Windows: a chain of order 2 or 3, whose states are the last channels touched instead of the last one.
 *
 * A path starts in the window of its first `order` touches (all of them, where it has fewer), goes from window to window
 * by one touch, and ends won or not. Unlike in a chain of order 1, touches of one channel straight after one another tell
 * apart: "twice the fair" is a memory of its own. Counts are kept for what was seen only: one row per state, its successors
 * side by side.
 *
 * states      how many windows were seen          holds[state]  the channels in it, each once
 * row         states + 1: successors of state i are to[row[i]…row[i + 1]) with counts
 * start, won, lost, value   as in chain.ts, by state
 */
import type { Paths } from './paths.ts';

export type Windows = {
  readonly keys: number;
  readonly states: number;
  readonly holds: readonly (readonly number[])[];
  readonly row: Int32Array;
  readonly to: Int32Array;
  readonly count: Float64Array;
  readonly start: Float64Array;
  readonly won: Float64Array;
  readonly lost: Float64Array;
  readonly value: Float64Array;
};

type Ends = { start: number; won: number; lost: number; value: number };

/** The chain of windows of `order` touches (1, 2 or 3). Throws RangeError for another order, or more keys than windows of 3 can number. */
export const windowsOf = (paths: Paths, order: number): Windows => {
  const { keys, start, key, won, lost, value } = paths;
  if (order < 1 || order > 3 || !Number.isInteger(order)) throw new RangeError(`windows: order 1, 2 or 3 wanted, got ${order}`);
  const base = keys + 1;
  if (base ** order > 2 ** 52) throw new RangeError(`windows: ${keys} keys are too many for order ${order}`);
  const top = base ** (order - 1);
  const numbers = new Map<number, number>();
  const codes: number[] = [];
  const ends: Ends[] = [];
  const next: Map<number, number>[] = [];
  const stateOf = (code: number): number => {
    const known = numbers.get(code);
    if (known !== undefined) return known;
    numbers.set(code, codes.length);
    ends.push({ start: 0, won: 0, lost: 0, value: 0 });
    next.push(new Map());
    return codes.push(code) - 1;
  };
  for (let i = 0; i + 1 < start.length; i += 1) {
    const [begin, end] = [start[i]!, start[i + 1]!];
    const seen = won[i]! + lost[i]!;
    if (begin === end || seen === 0) continue;
    let [code, length, state] = [0, 0, -1];
    for (let t = begin; t < end; t += 1) {
      code = (length < order ? code : code % top) * base + key[t]! + 1;
      length += 1;
      if (length < order) continue;
      const to = stateOf(code);
      if (state < 0) ends[to]!.start += seen;
      else next[state]!.set(to, (next[state]!.get(to) ?? 0) + seen);
      state = to;
    }
    if (state < 0) {
      state = stateOf(code);
      ends[state]!.start += seen;
    }
    const at = ends[state]!;
    at.won += won[i]!;
    at.lost += lost[i]!;
    at.value += value[i]!;
  }
  const states = codes.length;
  const row = new Int32Array(states + 1);
  next.forEach((of, s) => (row[s + 1] = row[s]! + of.size));
  const column = (of: keyof Ends): Float64Array => Float64Array.from(ends, (end) => end[of]);
  return {
    keys,
    states,
    holds: codes.map((code) => keysIn(code, base)),
    row,
    to: Int32Array.from(next.flatMap((of) => [...of.keys()])),
    count: Float64Array.from(next.flatMap((of) => [...of.values()])),
    start: column('start'),
    won: column('won'),
    lost: column('lost'),
    value: column('value'),
  };
};

const keysIn = (code: number, base: number): number[] => {
  const keys = new Set<number>();
  for (let rest = code; rest > 0; rest = Math.floor(rest / base)) keys.add((rest % base) - 1);
  return [...keys];
};
