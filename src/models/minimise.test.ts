import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { cholesky, invert, solve } from './matrix.ts';
import { hessian, minimise, type Slope } from './minimise.ts';

const rosenbrock = ([x, y]: readonly number[]): Slope => ({
  value: (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2,
  gradient: [-2 * (1 - x!) - 400 * x! * (y! - x! * x!), 200 * (y! - x! * x!)],
});
const near = (got: number, want: number, tolerance = 1e-9): void => ok(Math.abs(got - want) <= tolerance, `${got} is not ${want}`);

test('Rosenbrock’s valley is walked to its end, judged by the gradient', () => {
  const found = minimise(rosenbrock, [-1.2, 1], { tolerance: 1e-9 });
  ok(found.converged);
  near(found.at[0]!, 1, 1e-8);
  near(found.at[1]!, 1, 1e-8);
});

test('a point that cannot be is stepped back from', () => {
  const f = ([x]: readonly number[]): Slope =>
    x! <= 0 ? { value: Infinity, gradient: [NaN] } : { value: x! - Math.log(x!), gradient: [1 - 1 / x!] };
  near(minimise(f, [0.01], { tolerance: 1e-10 }).at[0]!, 1, 1e-8);
});

test('a slope that never ends is not called a minimum', () =>
  equal(minimise(([x]) => ({ value: x!, gradient: [1] }), [0], { limit: 30 }).converged, false));

test('the Hessian is that of calculus', () => {
  const h = hessian(rosenbrock, [1, 1]);
  [802, -400, -400, 200].forEach((want, i) => near(h[i >> 1]![i & 1]!, want, 1e-6));
});

test('solving, inverting and the Cholesky factor multiply back', () => {
  const a = [
    [4, 2, 0.5],
    [2, 5, 1],
    [0.5, 1, 3],
  ];
  const x = solve(a, [1, 2, 3])!;
  a.forEach((row, i) =>
    near(
      row.reduce((sum, v, j) => sum + v * x[j]!, 0),
      i + 1,
      1e-12,
    ),
  );
  const back = invert(a)!;
  a.forEach((row, i) =>
    a.forEach((_, j) =>
      near(
        row.reduce((sum, v, k) => sum + v * back[k]![j]!, 0),
        i === j ? 1 : 0,
        1e-12,
      ),
    ),
  );
  const l = cholesky(a)!;
  a.forEach((row, i) =>
    row.forEach((v, j) =>
      near(
        l[i]!.reduce((sum, w, k) => sum + w * l[j]![k]!, 0),
        v,
        1e-12,
      ),
    ),
  );
  equal(
    solve(
      [
        [1, 2],
        [2, 4],
      ],
      [1, 1],
    ),
    null,
  );
  equal(invert([[0]]), null);
  equal(
    cholesky([
      [1, 2],
      [2, 1],
    ]),
    null,
  );
});
