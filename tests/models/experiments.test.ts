/** Comparisons of arms against what GrowthBook's formulas give, worked out by another program. */
import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Arm } from '../../src/models/verdict/arm.ts';
import { effectOf, fixed, posterior, sequential, type Side } from '../../src/models/verdict/compare.ts';
import { leastSeen, powerOf } from '../../src/models/verdict/power.ts';
import { sampleRatio } from '../../src/models/verdict/sample-ratio.ts';
import { describeShared, shared } from '../support/shared.ts';

type Sums = { readonly sum: number; readonly sum_squares: number };
type GivenArm =
  | { readonly kind: 'proportion'; readonly n: number; readonly sum: number }
  | ({ readonly kind: 'mean'; readonly n: number } & Sums)
  | { readonly kind: 'cuped'; readonly n: number; readonly post: Sums; readonly pre: Sums; readonly post_pre_sum_of_products: number };
type Case = {
  readonly name: string;
  readonly input: {
    readonly control: GivenArm;
    readonly treatment: GivenArm;
    readonly difference: 'relative' | 'absolute';
    readonly alpha: number;
    readonly tuning?: number;
    readonly prior?: { readonly mean: number; readonly variance: number } | null;
  };
  readonly expected: { readonly [figure: string]: number | readonly (number | null)[] };
};
type Power = {
  readonly name: string;
  readonly input: {
    readonly mean: number;
    readonly variance: number;
    readonly effect?: number;
    readonly power?: number;
    readonly n_total: number;
    readonly variations: number;
    readonly alpha: number;
    readonly tuning: number;
  };
  readonly expected: number;
};
type Weekly = {
  readonly week: number;
  readonly metric: string;
  readonly mean: number;
  readonly variance: number;
  readonly effect: number;
  readonly n_total: number;
  readonly variations: number;
  readonly alpha: number;
  readonly expected: {
    readonly power: number;
    readonly mde: number | null;
    readonly power_seq5000: number;
    readonly mde_seq5000: number | null;
  };
};
type Vector = {
  readonly cases: readonly Case[];
  readonly power: readonly Power[];
  readonly power_weekly: readonly Weekly[];
  readonly srm: readonly {
    readonly observed: readonly number[];
    readonly weights: readonly number[];
    readonly expected: { readonly chi2: number; readonly p: number };
  }[];
};

const armOf = (arm: GivenArm): Arm => {
  if (arm.kind === 'proportion') return { kind: 'share', n: arm.n, hits: arm.sum };
  const sums = ({ sum, sum_squares }: Sums): { sum: number; squares: number } => ({ sum, squares: sum_squares });
  if (arm.kind === 'mean') return { kind: 'mean', n: arm.n, ...sums(arm) };
  return { kind: 'before', n: arm.n, after: sums(arm.post), before: sums(arm.pre), products: arm.post_pre_sum_of_products };
};

/** The tolerance the vector names: 1e-9, relative where the value is not small. */
const near = (got: number | null, want: number | null, what: string): void => {
  if (want === null || got === null) equal(got, want, what);
  else ok(Math.abs(got - want) <= 1e-9 * Math.max(1, Math.abs(want)), `${what}: ${got} is not ${want}`);
};

describeShared('vectors/experiments_growthbook.json', () => {
  const vector = JSON.parse(readFileSync(shared('vectors/experiments_growthbook.json'), 'utf8')) as Vector;
  equal(vector.cases.length, 17);

  for (const { name, input, expected } of vector.cases) {
    void test(name, () => {
      const effect = effectOf(armOf(input.control), armOf(input.treatment), input.difference === 'relative');
      const [low, high] = expected['ci'] as readonly (number | null)[];
      if (name.startsWith('bayes')) {
        const believed = posterior(effect, input.alpha, input.prior ?? undefined);
        near(believed.mean, expected['expected'] as number, 'mean');
        near(believed.sd, expected['stddev'] as number, 'sd');
        near(believed.low, low!, 'low');
        near(believed.high, high!, 'high');
        near(believed.above, expected['chance_to_win'] as number, 'chance to win');
        const [staying, choosing] = expected['risk'] as readonly number[];
        near(believed.lost.staying, staying!, 'lost by staying');
        near(believed.lost.choosing, choosing!, 'lost by choosing');
        return;
      }
      near(effect.value, expected['expected'] as number, 'effect');
      near(effect.se, expected['se'] as number, 'standard error');
      const side: Side = name.includes('greater') ? 'above' : name.includes('lesser') ? 'below' : 'both';
      const { tuning } = input;
      const bounds = tuning === undefined ? fixed(effect, input.alpha, side) : sequential(effect, input.alpha, tuning, side);
      near(bounds.low, low!, 'low');
      near(bounds.high, high!, 'high');
      if ('p' in expected) near(bounds.chance, expected['p'] as number, 'chance');
    });
  }

  void test('power, and the least effect that is seen', () => {
    for (const { name, input, expected } of vector.power) {
      const { mean, variance, n_total: n, variations: arms, alpha: error } = input;
      const planned = { mean, variance, n, arms, error, tuning: input.tuning || null };
      near(input.effect === undefined ? leastSeen(planned, input.power!) : powerOf(planned, input.effect), expected, name);
    }
  });

  void test('power week by week, at one look and at every look', () => {
    for (const { week, metric, mean, variance, effect, n_total: n, variations: arms, alpha: error, expected } of vector.power_weekly) {
      const once = { mean, variance, n, arms, error, tuning: null };
      near(powerOf(once, effect), expected.power, `${metric} ${week}`);
      near(leastSeen(once, 0.8), expected.mde, `${metric} ${week}`);
      near(powerOf({ ...once, tuning: 5000 }, effect), expected.power_seq5000, `${metric} ${week}`);
      near(leastSeen({ ...once, tuning: 5000 }, 0.8), expected.mde_seq5000, `${metric} ${week}`);
    }
  });

  void test('sample ratio', () => {
    for (const { observed, weights, expected } of vector.srm) {
      const { chi2, chance } = sampleRatio(observed, weights);
      near(chi2, expected.chi2, 'χ²');
      near(chance, expected.p, 'chance');
    }
  });
});
