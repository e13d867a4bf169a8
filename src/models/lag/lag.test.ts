import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { shared, testShared } from '../../../tests/support/shared.ts';
import { fitCure, fitFamily } from './cure.ts';
import { FAMILIES, type Family } from './family.ts';
import { conditionalWin, halfDays, openAfter, shareBy, lostBy } from './fit.ts';
import { minusLogLikelihood, type Shape, type Watched } from './likelihood.ts';
import { maximum } from './maximum.ts';

type Expected = {
  readonly params: readonly number[];
  readonly vcov?: readonly (readonly number[])[];
  readonly loglik: number;
  readonly degenerate?: boolean;
};
type Aft = {
  readonly dist: Family;
  readonly coef: { readonly [name: string]: number };
  readonly log_scale: number;
  readonly loglik: readonly [number, number];
  readonly vcov: readonly (readonly number[])[];
};
type Vector = {
  readonly input: {
    readonly time: number[];
    readonly event: number[];
    readonly group?: string[];
    readonly sex?: number[];
    readonly age?: number[];
  };
  readonly expected: { readonly [name: string]: unknown };
};

const vector = (file: string): Vector => JSON.parse(readFileSync(shared(`vectors/${file}.json`), 'utf8')) as Vector;
const near = (what: string, got: number, want: number, tolerance: number): void =>
  ok(Math.abs(got - want) <= tolerance * Math.max(1, Math.abs(want)), `${what}: ${got} is not ${want}`);

/** Counted spells: what the product sees. */
const counted = ({ time, event }: Vector['input']): Watched[] => {
  const by = new Map<string, { day: number; event: number; n: number }>();
  time.forEach((day, i) => {
    const key = `${day}:${event[i]}`;
    const row = by.get(key) ?? { day, event: event[i]!, n: 0 };
    row.n++;
    by.set(key, row);
  });
  return [...by.values()];
};

const exact = (family: Family, never: boolean, columns = 1, neverColumns = 1): Shape => ({
  family,
  never,
  lost: null,
  columns,
  neverColumns,
  timing: 'exact',
});

/** Our order is logit c, location, ln σ, Q; the vectors' shape is −ln σ for Weibull. */
const sign = (family: Family): readonly number[] => (family === 'weibull' ? [1, 1, -1] : [1, 1, 1, 1]);
/** Where the vectors put our parameters: Weibull's scale stands last. */
const place = (family: Family): readonly number[] => (family === 'weibull' ? [0, 2, 1] : [0, 1, 2, 3]);

const CURE = [
  ['weibull', 'weibull'],
  ['lognormal', 'lognormal'],
  ['exponential', 'exponential'],
  ['gengamma', 'gengamma_prentice'],
] as const;

testShared('a lag with a share that never comes has R’s maximum of likelihood and its covariance', () => {
  for (const file of ['survival_cure_bc', 'survival_cure_synthetic5000']) {
    const { input, expected } = vector(file);
    const rows = counted(input);
    for (const [family, name] of CURE) {
      const want = expected[name] as Expected | undefined;
      if (!want) continue;
      const got = maximum(rows, exact(family, true));
      ok(got.converged, `${file} ${name} converges`);
      near(`${file} ${name} log-likelihood`, got.logLikelihood, want.loglik, 1e-6 / Math.abs(want.loglik));
      if (want.degenerate) continue;
      const signs = sign(family);
      const places = place(family);
      got.at.forEach((p, i) => {
        near(`${file} ${name} parameter ${i}`, p * signs[i]!, want.params[places[i]!]!, 1e-5);
        got.at.forEach((_, j) =>
          near(`${file} ${name} covariance`, got.covariance![i]![j]! * signs[i]! * signs[j]!, want.vcov![places[i]!]![places[j]!]!, 1e-5),
        );
      });
    }
  }
});

testShared('the published Stata figures for bc come out', () => {
  const { input } = vector('survival_cure_bc');
  near('Weibull', fitFamily(counted(input), exact('weibull', true))!.at[0]!, -0.4731367, 1e-5);
  equal(Math.round((1 / (1 + Math.exp(-maximum(counted(input), exact('lognormal', true)).at[0]!))) * 1e6) / 1e6, 0.277458);
});

testShared('the generalised gamma in the usual form is ours in other letters, also far out where it runs off', () => {
  for (const file of ['survival_cure_bc', 'survival_cure_synthetic5000']) {
    const { input, expected } = vector(file);
    const want = expected['gengamma_convoys_param'] as Expected;
    const [logit, logK, logP, logLambda] = want.params as [number, number, number, number];
    const q = Math.exp(-logK / 2);
    const at = [logit, logK / Math.exp(logP) - logLambda, Math.log(q) - logP, q];
    near(file, -minusLogLikelihood(counted(input), exact('gengamma', true))(at).value, want.loglik, 1e-6 / Math.abs(want.loglik));
  }
});

testShared('a share that never comes may differ by group', () => {
  const { input, expected } = vector('survival_cure_bc');
  const want = expected['weibull_cure_by_group'] as Expected;
  const groups = [...new Set(input.group)];
  const rows = input.time.map((day, i): Watched => ({
    day,
    event: input.event[i]!,
    n: 1,
    w: [1, ...groups.slice(1).map((g) => (input.group![i] === g ? 1 : 0))],
  }));
  const got = maximum(rows, exact('weibull', true, 1, groups.length), [[0, -1, -2, 7, -0.4]]);
  near('log-likelihood', got.logLikelihood, want.loglik, 1e-6 / 2580);
  const [a, b, c, shape, scale] = want.params as [number, number, number, number, number];
  got.at.forEach((p, i) => near(`parameter ${i}`, p, [a, b, c, scale, -shape][i]!, 1e-5));
});

testShared('without a share that never comes the families are survreg’s, with columns and their covariance', () => {
  const design: { readonly [name: string]: (input: Vector['input'], i: number) => number[] } = {
    null: () => [1],
    sex: (input, i) => [1, input.sex![i]!],
    sex_age: (input, i) => [1, input.sex![i]!, input.age![i]!],
    group: (input, i) => [1, input.group![i] === 'control' ? 1 : 0],
  };
  let seen = 0;
  for (const file of ['survival_lung', 'survival_gehan', 'survival_synthetic600']) {
    const { input, expected } = vector(file);
    for (const [name, value] of Object.entries(expected)) {
      const named = /^(weibull|lognormal|loglogistic|exponential)_(.+)$/.exec(name);
      if (!named) continue;
      seen++;
      const want = value as Aft;
      const columns = Object.keys(want.coef).length;
      const rows = input.time.map((day, i): Watched => ({ day, event: input.event[i]!, n: 1, x: design[named[2]!]!(input, i) }));
      const got = maximum(
        rows,
        exact(want.dist, false, columns),
        columns > 1 ? [[5, ...Array.from({ length: columns - 1 }, () => 0), 0]] : [],
      );
      near(`${file} ${name} log-likelihood`, got.logLikelihood, want.loglik[1], 1e-9);
      const params = [...Object.values(want.coef), ...(want.dist === 'exponential' ? [] : [want.log_scale])];
      params.forEach((p, i) => {
        near(`${file} ${name} ${i}`, got.at[i]!, p, 1e-6);
        want.vcov[i]!.forEach((v, j) => near(`${file} ${name} covariance`, got.covariance![i]![j]!, v, 1e-6));
      });
    }
  }
  equal(seen, 9);
});

testShared('how likely one still open is to come is the vectors’ conditional conversion', () => {
  const { input, expected } = vector('survival_cure_synthetic5000');
  const want = expected['conditional_conversion'] as { age: number[]; p_within_30d: number[]; p_within_90d: number[]; p_ever: number[] };
  const fit = fitCure(counted(input), { timing: 'exact', families: ['weibull'] })!;
  want.age.forEach((age, i) => {
    near(`30 days at ${age}`, conditionalWin(fit, age, 30)!, want.p_within_30d[i]!, 1e-9);
    near(`90 days at ${age}`, conditionalWin(fit, age, 90)!, want.p_within_90d[i]!, 1e-9);
    near(`ever at ${age}`, conditionalWin(fit, age, Infinity)!, want.p_ever[i]!, 1e-9);
  });
});

const SMALL: readonly Watched[] = [
  { day: 0, event: 1, n: 1 },
  { day: 3, event: 1, n: 4 },
  { day: 9, event: 1, n: 5, entry: 2 },
  { day: 31, event: 1, n: 2 },
  { day: 20, event: 2, n: 6 },
  { day: 55, event: 2, n: 3, entry: 40 },
  { day: 80, event: 0, n: 12 },
  { day: 15, event: 0, n: 7 },
];

test('the gradient is that of the likelihood, for every family, both timings, losses and delayed entry', () => {
  for (const family of FAMILIES)
    for (const timing of ['exact', 'whole-days'] as const) {
      const shape: Shape = { family, never: true, lost: { family, stalls: true }, columns: 1, neverColumns: 1, timing };
      const f = minusLogLikelihood(
        SMALL.filter(({ day }) => timing === 'whole-days' || day > 0),
        shape,
      );
      const cause = [2.4, ...(family === 'exponential' ? [] : [0.2]), ...(family === 'gengamma' ? [0.6] : [])];
      const at = [0.3, 0.8, ...cause, ...cause.map((p) => p + 0.3)];
      f(at).gradient.forEach((g, i) => {
        const by = (h: number): number => f(at.map((p, j) => (i === j ? p + h : p))).value;
        near(`${family} ${timing} ${i}`, g, (by(1e-5) - by(-1e-5)) / 2e-5, 1e-6);
      });
    }
});

test('at every day what came, what was lost and what is open sum to one', () => {
  const fit = fitCure(SMALL)!;
  for (const day of [0, 1, 7, 40, 400]) near(`day ${day}`, shareBy(fit, day) + lostBy(fit, day) + openAfter(fit, day), 1, 1e-12);
  equal(shareBy(fit, -1), 0);
  equal(openAfter(fit, -1), 1);
  ok(halfDays(fit, 0.25) < halfDays(fit) && halfDays(fit) < halfDays(fit, 0.9));
});

test('nothing that came, no lag; an event on day 0 needs whole days', () => {
  deepEqual(fitCure([{ day: 9, event: 0, n: 40 }]), null);
  throws(() => minusLogLikelihood(SMALL, exact('weibull', true))([0, 3, 0]), RangeError);
});
