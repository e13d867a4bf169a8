/**
 * Markov attribution of order 2 or 3: as markov.ts, with a memory of two or three touches.
 *
 * Removing a channel removes every window that holds it: whoever would come to one goes no further. With x the chance of
 * ending won from each window and x' the same without the removed ones, RE = 1 − (start · x') ÷ (start · x). Each x is the
 * one solution of x = Q x + P(won), solved to the last digits by sweeps over what was seen (Gauss and Seidel): each sweep goes
 * against the order in which paths run. Nothing is simulated.
 *
 * Out, refusals, source  as markov.ts          Throws RangeError  a solution that does not settle within 20,000 sweeps
 * Checked against: vectors/attribution_small.json (pathdata_higher_order_exact, numpy, 1e-9); order 1 is markov.ts (property).
 */
import { sharesOf, type Markov, type Removal } from './markov.ts';
import type { Windows } from './windows.ts';

const SWEEPS = 20_000;
const SETTLED = 1e-16;

export const markovOfWindows = (windows: Windows, told: (done: number, of: number) => void = () => undefined): Markov => {
  const { keys, states, row, count, won, lost } = windows;
  const leaves = new Float64Array(states);
  for (let s = 0; s < states; s += 1) {
    let sum = won[s]! + lost[s]!;
    for (let e = row[s]!; e < row[s + 1]!; e += 1) sum += count[e]!;
    leaves[s] = sum;
  }
  const holds = Array.from({ length: keys }, () => new Uint8Array(states));
  windows.holds.forEach((of, s) => {
    for (const k of of) holds[k]![s] = 1;
  });
  const began = windows.start.reduce((sum, x) => sum + x, 0);
  const nobody = new Uint8Array(states);
  let done = 0;
  const removalOf = (ends: Float64Array): Removal | null => {
    const before = (gone: Uint8Array): number => {
      const ahead = solved(windows, leaves, ends, gone);
      return windows.start.reduce((sum, s, i) => sum + (s / began) * ahead[i]!, 0);
    };
    const base = began > 0 ? before(nobody) : 0;
    if (!(base > 0)) return null;
    const removal = Float64Array.from(holds, (gone) => {
      told((done += 1), keys * 2);
      return gone.includes(1) ? 1 - before(gone) / base : 0;
    });
    return { removal, share: sharesOf(removal), base };
  };
  return { won: removalOf(windows.won), value: removalOf(windows.value) };
};

/** x = Q x + ends ÷ leaves, with x = 0 in states that are gone. */
const solved = ({ states, row, to, count }: Windows, leaves: Float64Array, ends: Float64Array, gone: Uint8Array): Float64Array => {
  const x = new Float64Array(states);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let moved = 0;
    let most = 0;
    for (let s = states - 1; s >= 0; s -= 1) {
      if (gone[s] === 1 || leaves[s] === 0) continue;
      let sum = ends[s]!;
      for (let e = row[s]!; e < row[s + 1]!; e += 1) sum += count[e]! * x[to[e]!]!;
      const fresh = sum / leaves[s]!;
      const by = Math.abs(fresh - x[s]!);
      if (by > moved) moved = by;
      if (Math.abs(fresh) > most) most = Math.abs(fresh);
      x[s] = fresh;
    }
    if (moved <= SETTLED * most) return x;
  }
  throw new RangeError(`markov: no solution within ${SWEEPS} sweeps`);
};
