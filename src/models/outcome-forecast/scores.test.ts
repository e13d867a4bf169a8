/** Scores, exact pipelines and common shocks against figures computed elsewhere (shared vectors), and against each other. */
import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { random } from '../../kernel/random.ts';
import { describeShared, shared } from '../../../tests/support/shared.ts';
import { normalQuantile } from '../normal.ts';
import { normalShare } from '../normal-share.ts';
import { RHOS, shockedTotals, shockPosterior, winGiven } from './common-shock.ts';
import { crpsLognormal, crpsNormal, crpsOfDraws, fairCrps } from './crps.ts';
import { acceptanceBand, kupiec, pitOf } from './held-up.ts';
import { intervalScore, pinball, wis } from './interval-scores.ts';
import { pipelineTotals, totalsOf } from './poisson-binomial.ts';

type Vector = Record<string, number>;
type Pipe = {
  readonly mean: number;
  readonly sd: number;
  readonly quantiles: Record<string, number>;
  readonly p_zero?: number;
  readonly cdf_at_mean?: number;
};
type Vectors = {
  readonly pipeline_independent: { readonly p: number[]; readonly amount_100usd: number[]; readonly expected: Pipe };
  readonly pipeline_common_shock: { readonly cases: readonly { readonly rho: number; readonly expected: Pipe }[] };
  readonly scores: {
    readonly crps_normal: readonly Vector[];
    readonly crps_lognormal: readonly Vector[];
    readonly crps_ensemble: readonly {
      readonly y: number;
      readonly members: number[];
      readonly expected: number;
      readonly expected_fair: number;
    }[];
    readonly pinball: readonly Vector[];
    readonly interval_score: readonly Vector[];
    readonly wis: readonly { y: number; median: number; intervals: { alpha: number; lower: number; upper: number }[]; expected: number }[];
  };
  readonly coverage_tests: {
    readonly kupiec_pof: readonly { violations: number; n: number; nominal_violation_rate: number; expected: { lr: number; p: number } }[];
    readonly binomial_acceptance: readonly { n: number; nominal: number; expected: [number, number] }[];
  };
};

const near = (found: number, wanted: number, tolerance = 1e-9): void =>
  ok(Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted)), `${found}, not ${wanted}`);

describeShared('figures of independent programs', () => {
  const v = JSON.parse(readFileSync(shared('vectors/forecast_backlog_scores.json'), 'utf8')) as Vectors;

  test('CRPS of normal, lognormal and drawn forecasts', () => {
    for (const c of v.scores.crps_normal) near(crpsNormal(c['y']!, c['mean']!, c['sd']!), c['expected']!);
    for (const c of v.scores.crps_lognormal) near(crpsLognormal(c['y']!, c['meanlog']!, c['sdlog']!), c['expected']!);
    for (const c of v.scores.crps_ensemble) {
      near(crpsOfDraws(c.members, c.y), c.expected);
      near(fairCrps(c.members, c.y), c.expected_fair);
    }
  });

  test('pinball, interval score and weighted interval score', () => {
    for (const c of v.scores.pinball) near(pinball(c['y']!, c['q']!, c['forecast']!), c['expected']!);
    for (const c of v.scores.interval_score)
      near(intervalScore(c['y']!, { alpha: c['alpha']!, low: c['lower']!, high: c['upper']! }), c['expected']!);
    for (const c of v.scores.wis) {
      const intervals = c.intervals.map(({ alpha, lower, upper }) => ({ alpha, low: lower, high: upper }));
      near(wis(c.y, c.median, intervals), c.expected);
    }
  });

  test('coverage: acceptance band and Kupiec', () => {
    for (const { n, nominal, expected } of v.coverage_tests.binomial_acceptance) {
      const { low, high } = acceptanceBand(n, nominal);
      near(low, expected[0]);
      near(high, expected[1]);
    }
    for (const c of v.coverage_tests.kupiec_pof) {
      const found = kupiec(c.violations, c.n, c.nominal_violation_rate);
      near(found.lr, c.expected.lr);
      near(found.p, c.expected.p);
    }
  });

  const { p, amount_100usd: amounts, expected } = v.pipeline_independent;
  const same = (pmf: Float64Array, wanted: Pipe): void => {
    const { mean, sd, quantile } = totalsOf(pmf);
    near(mean, wanted.mean);
    near(sd, wanted.sd);
    for (const [q, x] of Object.entries(wanted.quantiles)) near(quantile(Number(q)), x);
  };

  test('the pipeline of independent deals, exactly', () => {
    const pmf = pipelineTotals(p, amounts);
    same(pmf, expected);
    near(pmf[0]!, expected.p_zero!);
    near(
      pmf.slice(0, Math.floor(expected.mean) + 1).reduce((a, b) => a + b, 0),
      expected.cdf_at_mean!,
    );
  });

  for (const { rho, expected: wanted } of v.pipeline_common_shock.cases)
    test(`the pipeline with a common shock of ${rho}, exactly and simulated`, () => {
      const pmf = shockedTotals(p, amounts, rho);
      same(pmf, wanted);
      const M = 20_000;
      const r = random(`shock ${rho}`);
      const limits = p.map((one) => normalQuantile(one));
      const totals = Array.from({ length: M }, () => {
        const z = r.normal();
        return limits.reduce(
          (sum, limit, i) => (limit > Math.sqrt(rho) * z + Math.sqrt(1 - rho) * r.normal() ? sum + amounts[i]! : sum),
          0,
        );
      });
      let below = 0;
      pmf.forEach((mass, x) => {
        below += mass;
        if (x % 97 !== 0 || below < 0.01 || below > 0.99) return;
        const found = totals.filter((t) => t <= x).length / M;
        ok(Math.abs(found - below) <= 4 * Math.sqrt((below * (1 - below)) / M), `${found} at ${x}, not ${below}`);
      });
    });
});

test('the share below z and the quantile undo each other', () => {
  for (let z = -8; z <= 8; z += 0.37) if (z < 5) near(normalQuantile(normalShare(z)), z, 1e-8);
  near(normalShare(1.96), 0.975_002_104_851_779_5, 1e-14);
  near(normalShare(-9), 1.128_588_405_953_840_6e-19, 1e-25);
});

test('a shock moves the odds of a deal and leaves their mean', () => {
  let mean = 0;
  for (let z = -9; z <= 9; z += 0.05) mean += winGiven(0.3, 0.2, z) * Math.exp((-z * z) / 2) * 0.05;
  near(mean / Math.sqrt(2 * Math.PI), 0.3, 1e-9);
  ok(winGiven(0.3, 0.2, -1) > 0.3 && winGiven(0.3, 0.2, 1) < 0.3);
});

test('a shock is believed only where the past was wilder than chance', () => {
  const meanRho = (spread: number, n: number): number => {
    const r = random(`past ${spread} ${n}`);
    const windows = Array.from({ length: n }, () => ({ happened: 20 + spread * r.normal(), expected: 20, variance: 16, shared: 900 }));
    return shockPosterior(windows).reduce((sum, w, i) => sum + w * RHOS[i]!, 0);
  };
  const [none, calm, wild] = [meanRho(4, 0), meanRho(4, 40), meanRho(13, 40)];
  ok(calm < none && none < wild, `${calm} < ${none} < ${wild}`);
  ok(Math.abs(wild - (169 - 16) / 900) < 0.08, `${wild}`);
});

test('places within the draws lie evenly, and ties in the middle', () => {
  near(pitOf([1, 2, 3, 4], 2.5), 0.5);
  near(pitOf([5, 5, 5], 5), 0.5);
  ok(pitOf([1, 2, 3], 9) < 1 && pitOf([1, 2, 3], 0) > 0);
});
