import { ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { betaTails, logBeta } from './beta.ts';
import { studentAbove, studentQuantile } from './student.ts';

const near = (got: number, want: number, tolerance: number): void =>
  ok(Math.abs(got - want) <= tolerance * Math.abs(want), `${got} is not ${want}`);

test('the share below agrees with scipy, for small and large shapes', () => {
  const published: [number, number, number, number][] = [
    [2, 3, 0.3, 0.34829999999999994],
    [500, 4500, 0.1, 0.505015208293092],
    [0.5, 0.5, 0.01, 0.06376856085851985],
    [5000, 20, 0.99, 3.847192015322757e-7],
    [31.5, 269.5, 0.08, 0.07227427172883928],
    [0.01, 0.01, 0.5, 0.5],
    [20000, 20000, 0.505, 0.977251892774227],
  ];
  // scipy itself is exact to about 1e-12 at shapes of thousands.
  for (const [a, b, x, share] of published) near(betaTails(a, b, x).below, share, 3e-12);
});

test('ln B agrees with scipy', () => {
  near(logBeta(1e-3, 5), 6.905672657062074, 1e-12);
  near(logBeta(300, 7000), -1253.2152317749787, 1e-13);
});

test('whole shapes are sums of binomial probabilities, also far in a tail', () => {
  // I_x(k, n − k + 1) is the chance of k hits or more in n.
  for (const [k, n, x] of [
    [3, 10, 0.2],
    [60, 80, 0.1],
    [1, 400, 0.001],
  ] as const) {
    let [sum, term] = [0, 1];
    for (let i = 0; i < n; i++) term *= 1 - x;
    for (let i = 0; i <= n; i++) {
      if (i >= k) sum += term;
      term *= ((n - i) / (i + 1)) * (x / (1 - x));
    }
    near(Math.exp(betaTails(k, n - k + 1, x).logBelow), sum, 1e-11);
  }
});

test('ends and shapes out of range', () => {
  ok(betaTails(2, 2, 0).below === 0 && betaTails(2, 2, 1).above === 0);
  for (const [a, b, x] of [
    [0, 1, 0.5],
    [1, Number.NaN, 0.5],
    [1, 1, 1.1],
  ] as const)
    throws(() => betaTails(a, b, x), RangeError);
});

test("Student's shares and quantiles agree with scipy", () => {
  const above: [number, number, number][] = [
    [1.5, 3, 0.11529193262241147],
    [0.2, 57.3, 0.42109435050082544],
    [6, 4.5, 0.0013207379027757914],
    [40, 1, 0.007956089912025812],
    [2, 1e6, 0.02275026692565962],
  ];
  for (const [t, df, share] of above) near(studentAbove(t, df), share, 1e-11);
  const quantiles: [number, number, number][] = [
    [0.975, 3, 3.1824463052837078],
    [0.9, 57.3, 1.2965014257009264],
    [0.001, 4.5, -6.421242884295792],
    [0.9999, 1.2, 866.2006155333052],
  ];
  for (const [p, df, t] of quantiles) near(studentQuantile(p, df), t, 1e-10);
});
