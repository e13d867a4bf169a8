/**
 * The likelihood of likelihood.ts for counted days of one group: the same value and gradient, each end of a day looked at once.
 *
 * In    rows    counted spells in whole days, without columns: what shifts days or the share that never comes is 1 for all
 *       shape   as in likelihood.ts, timing whole-days, one column each
 *
 * A day ends where the next one begins, and those who come, are lost and stay open share these ends: of some thousand counts
 * little more than a thousand tails are left, and the gradient is gathered by end before it is spread over parameters.
 *
 * Checked against: likelihood.ts itself (counted-likelihood.test.ts), and with it R (vectors/survival_*.json).
 */
import type { Slope } from '../minimise.ts';
import { standard } from './family.ts';
import { placesOf, type Shape, type Watched } from './likelihood.ts';

const FLOOR = 1e-290;
const STEP = 1e-5;

/** Each row by the places of its ends in `ends`; -1: there is none (before day 0, or watched from the start). */
type Row = {
  readonly event: number;
  readonly n: number;
  readonly day: number;
  readonly high: number;
  readonly low: number;
  readonly entry: number;
};

export const countedLikelihood = (rows: readonly Watched[], shape: Shape): ((p: readonly number[]) => Slope) => {
  const { lostShare, causes, size } = placesOf(shape);
  const { ends, placed } = placedBy(rows);
  const logs = ends.map(Math.log);
  const counts = [1, 2].map((event) => rows.reduce((sum, row) => (row.event === event ? sum + row.n : sum), 0)) as [number, number];
  const table = (): Float64Array => new Float64Array(ends.length);
  const tails = causes.map(() => ({ z: table(), above: table(), below: table(), density: table(), byQ: table(), weight: table() }));
  return (p) => {
    let value = 0;
    const gradient = Array.from({ length: size }, () => 0);
    const l = lostShare === null ? (shape.lost ? 1 : 0) : 1 / (1 + Math.exp(-p[lostShare]!));
    const eta = shape.never ? p[0]! : 0;
    const c = shape.never ? 1 / (1 + Math.exp(-eta)) : 0;
    const of = causes.map(({ family, at }) => ({
      family,
      at,
      mu: p[at]!,
      sigma: family === 'exponential' ? 1 : Math.exp(p[at + 1]!),
      q: family === 'gengamma' ? p[at + 2]! : 0,
    }));
    for (const [k, { family, mu, sigma, q }] of of.entries()) {
      const { above, below, logDensity } = standard[family];
      const tail = tails[k]!;
      tail.weight.fill(0);
      for (let i = 0; i < ends.length; i++) {
        const z = (logs[i]! - mu) / sigma;
        // The tail beyond the middle is exact; the other one is more than a third, and as exact by it.
        const small = z > 0 ? above(z, q) : below(z, q);
        tail.z[i] = z;
        tail.above[i] = z > 0 ? small : 1 - small;
        tail.below[i] = z > 0 ? 1 - small : small;
        tail.density[i] = Math.exp(logDensity(z, q));
        if (family === 'gengamma') tail.byQ[i] = (above(z, q + STEP) - above(z, q - STEP)) / (2 * STEP);
      }
    }
    const [came, lost] = tails;
    const stillOpen = (at: number, n: number): void => {
      const s1 = came!.above[at]!;
      const s2 = lost ? lost.above[at]! : 1;
      const rest = lost ? l * s2 + 1 - l : 1;
      const open = (1 - c) * s1 + c * rest;
      if (!(open > FLOOR)) {
        value += n * Infinity;
        return;
      }
      value -= n * Math.log(open);
      const by = -n / open;
      came!.weight[at]! += by * (1 - c);
      if (shape.never) gradient[0]! += by * (rest - s1) * c * (1 - c);
      if (lost) lost.weight[at]! += by * c * l;
      if (lostShare !== null) gradient[lostShare]! += by * c * (s2 - 1) * l * (1 - l);
    };
    /** A day so far out that its ends no longer differ: by the density. */
    const farOut = (k: number, day: number, n: number): void => {
      const { family, at, mu, sigma, q } = of[k]!;
      const { logDensity, slope } = standard[family];
      const z = (Math.log(day) - mu) / sigma;
      value -= n * (logDensity(z, q) - Math.log(sigma) - Math.log(day));
      const dz = slope(z, q);
      gradient[at]! += (n * dz) / sigma;
      if (family !== 'exponential') gradient[at + 1]! += n * (dz * z + 1);
      if (family === 'gengamma') gradient[at + 2]! -= (n * (logDensity(z, q + STEP) - logDensity(z, q - STEP))) / (2 * STEP);
    };
    for (const { event, n, day, high, low, entry } of placed) {
      if (entry >= 0) stillOpen(entry, -n);
      if (event === 0) {
        stillOpen(high, n);
        continue;
      }
      const { z, above, below, weight } = tails[event - 1]!;
      const share = low >= 0 && z[low]! > 0 ? above[low]! - above[high]! : below[high]! - (low < 0 ? 0 : below[low]!);
      if (!(share > FLOOR)) {
        farOut(event - 1, day, n);
        continue;
      }
      value -= n * Math.log(share);
      weight[high]! += n / share;
      if (low >= 0) weight[low]! -= n / share;
    }
    if (shape.never) {
      value += counts[0] * softplus(eta) + counts[1] * softplus(-eta);
      gradient[0]! += counts[0] * c + counts[1] * (c - 1);
    }
    if (lostShare !== null) {
      value += counts[1] * softplus(-p[lostShare]!);
      gradient[lostShare]! += counts[1] * (l - 1);
    }
    for (const [k, { family, at, sigma }] of of.entries()) {
      const { z, density, byQ, weight } = tails[k]!;
      let [location, spread, q] = [0, 0, 0];
      for (let i = 0; i < ends.length; i++) {
        const by = weight[i]!;
        if (by === 0) continue;
        location += by * density[i]!;
        spread += by * density[i]! * z[i]!;
        q += by * byQ[i]!;
      }
      gradient[at]! += location / sigma;
      if (family !== 'exponential') gradient[at + 1]! += spread;
      if (family === 'gengamma') gradient[at + 2]! += q;
    }
    return { value: Number.isNaN(value) ? Infinity : value, gradient };
  };
};

/** The ends of days that rows name, each once, and the rows by their places. */
const placedBy = (rows: readonly Watched[]): { readonly ends: readonly number[]; readonly placed: readonly Row[] } => {
  const places = new Map<number, number>();
  const place = (end: number): number => {
    if (!(end > 0)) return -1;
    const known = places.get(end);
    if (known !== undefined) return known;
    places.set(end, places.size);
    return places.size - 1;
  };
  const placed = rows.map(({ day, event, n, entry }) => ({
    event,
    n,
    day,
    high: place(day + 0.5),
    low: event > 0 && day >= 1 ? place(day - 0.5) : -1,
    entry: entry === undefined ? -1 : place(entry + 0.5),
  }));
  return { ends: [...places.keys()], placed };
};

/** ln(1 + e^x). */
const softplus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));
