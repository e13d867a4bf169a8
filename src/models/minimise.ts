/**
 * The least value of a smooth function of a few variables, by its gradient.
 *
 * minimise   BFGS with a backtracking line search, then Newton steps on a Hessian of differences of the gradient
 * hessian    that Hessian: central differences of order four, made symmetric
 *
 * In    f          gives value and gradient at a point; a value that is not finite means "not here" and is stepped back from
 *       start      where to begin; f must be finite there
 *       tolerance  converged where no entry of the gradient exceeds it
 * Out   at, value, gradient there, steps; converged: judged by the gradient alone, never by small steps
 *
 * Finds a local minimum: callers that fear several give several starts and keep the least.
 *
 * Source: Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), algorithms 3.1 and 6.1 and section 8.1.
 * Checked against: Rosenbrock's function; the maxima of likelihood in vectors/survival_*.json.
 */
import { cholesky, solve, type Matrix } from './matrix.ts';

export type Slope = { readonly value: number; readonly gradient: readonly number[] };
export type Minimum = {
  readonly at: readonly number[];
  readonly value: number;
  readonly gradient: readonly number[];
  readonly steps: number;
  readonly converged: boolean;
};

const steepest = (gradient: readonly number[]): number => gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
const moved = (x: readonly number[], step: readonly number[], by: number): number[] => x.map((v, i) => v + by * step[i]!);

export type Wanted = {
  readonly tolerance?: number;
  readonly limit?: number;
  /** A guess of the inverse Hessian, where one is at hand: it saves most of the way. */
  readonly inverse?: Matrix | null;
};

export const minimise = (
  f: (x: readonly number[]) => Slope,
  start: readonly number[],
  { tolerance = 1e-6, limit = 200, inverse: guess }: Wanted = {},
): Minimum => {
  let at = [...start];
  let now = f(at);
  let steps = 0;
  let inverse = guess ? guess.map((row) => [...row]) : unit(at.length);
  let fresh = !guess;
  while (steps < limit && steepest(now.gradient) > tolerance) {
    steps++;
    let step = inverse.map((row) => -dot(row, now.gradient));
    if (!(dot(step, now.gradient) < 0)) {
      inverse = unit(at.length);
      fresh = true;
      step = now.gradient.map((g) => -g);
    }
    // No step longer than 3 in any variable: they are logarithms and logits.
    const longest = steepest(step);
    const most = fresh ? 0.5 / Math.max(longest, 0.5) : 3 / Math.max(longest, 3);
    const found = search(f, at, now, step, most);
    if (!found) {
      if (fresh) break;
      inverse = unit(at.length);
      fresh = true;
      continue;
    }
    const s = found.at.map((v, i) => v - at[i]!);
    const y = found.slope.gradient.map((g, i) => g - now.gradient[i]!);
    const sy = dot(s, y);
    if (sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) {
      if (fresh) inverse = inverse.map((row) => row.map((v) => (v * sy) / dot(y, y)));
      inverse = updated(inverse, s, y, sy);
      fresh = false;
    }
    at = found.at;
    now = found.slope;
    if (steps % 25 === 24 || steepest(now.gradient) < 1e-2) {
      const newton = newtonStep(f, at, now);
      if (newton) [at, now] = newton;
    }
  }
  return { at, value: now.value, gradient: now.gradient, steps, converged: steepest(now.gradient) <= tolerance };
};

/** One Newton step where the Hessian is positive definite and the step lowers the gradient without raising the value. */
const newtonStep = (f: (x: readonly number[]) => Slope, at: readonly number[], now: Slope): [number[], Slope] | null => {
  const h = hessian(f, at);
  if (!cholesky(h)) return null;
  const step = solve(
    h,
    now.gradient.map((g) => -g),
  );
  if (!step || steepest(step) > 3) return null;
  const next = moved(at, step, 1);
  const slope = f(next);
  return slope.value <= now.value + 1e-9 * Math.abs(now.value) && steepest(slope.gradient) < steepest(now.gradient) ? [next, slope] : null;
};

const search = (
  f: (x: readonly number[]) => Slope,
  at: readonly number[],
  now: Slope,
  step: readonly number[],
  most: number,
): { at: number[]; slope: Slope } | null => {
  const down = dot(step, now.gradient);
  for (let by = most; by > 1e-12; by *= 0.4) {
    const next = moved(at, step, by);
    const slope = f(next);
    if (Number.isFinite(slope.value) && slope.gradient.every(Number.isFinite) && slope.value <= now.value + 1e-4 * by * down)
      return { at: next, slope };
  }
  return null;
};

const unit = (n: number): number[][] => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_x, j) => (i === j ? 1 : 0)));

const updated = (h: Matrix, s: readonly number[], y: readonly number[], sy: number): number[][] => {
  const hy = h.map((row) => dot(row, y));
  const yhy = dot(y, hy);
  return h.map((row, i) => row.map((v, j) => v + ((1 + yhy / sy) * s[i]! * s[j]! - s[i]! * hy[j]! - hy[i]! * s[j]!) / sy));
};

export const hessian = (f: (x: readonly number[]) => Slope, at: readonly number[]): number[][] => {
  const rows = at.map((v, i) => {
    const h = 1e-3 * Math.max(1, Math.abs(v) / 4);
    const g = (k: number): readonly number[] => f(at.map((x, j) => (i === j ? x + k * h : x))).gradient;
    const [a, b, c, d] = [g(-2), g(-1), g(1), g(2)];
    return at.map((_, j) => (a[j]! - 8 * b[j]! + 8 * c[j]! - d[j]!) / (12 * h));
  });
  return rows.map((row, i) => row.map((v, j) => (v + rows[j]![i]!) / 2));
};
