/** A real comparison of two gates (data/cookie-cats): its facts, and what the rule and its two alarms say of it. */
import { equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Criteria } from '../../src/domain/campaign/criteria.ts';
import { normalAbove } from '../../src/models/normal-share.ts';
import { effectOf, fixed } from '../../src/models/verdict/compare.ts';
import { sampleRatio, sampleRatios, type SampleRatio } from '../../src/models/verdict/sample-ratio.ts';
import { verdictView } from '../../src/views/verdict/verdict-view.ts';
import { describeShared, shared } from '../support/shared.ts';

type Fact = { readonly name: string; readonly value: { readonly [name: string]: number & readonly [number, number] } };

describeShared('data/cookie-cats', () => {
  const facts = new Map(
    (JSON.parse(readFileSync(shared('data/cookie-cats/facts.json'), 'utf8')) as { facts: Fact[] }).facts.map(({ name, value }) => [
      name,
      value,
    ]),
  );
  const [head, ...lines] = readFileSync(shared('data/cookie-cats/cookie_cats.csv'), 'utf8').trim().split('\n');
  const columns = head!.trim().split(',');
  const place = (name: string): number => columns.indexOf(name);
  const arms = new Map(['gate_30', 'gate_40'].map((gate) => [gate, { n: 0, retention_1: 0, retention_7: 0, sum: 0, squares: 0 }]));
  for (const line of lines) {
    const cells = line.trim().split(',');
    const arm = arms.get(cells[place('version')]!)!;
    const rounds = Number(cells[place('sum_gamerounds')]);
    arm.n += 1;
    arm.retention_1 += cells[place('retention_1')]!.toLowerCase() === 'true' ? 1 : 0;
    arm.retention_7 += cells[place('retention_7')]!.toLowerCase() === 'true' ? 1 : 0;
    arm.sum += rounds;
    arm.squares += rounds * rounds;
  }
  const [a, b] = [arms.get('gate_30')!, arms.get('gate_40')!];
  const near = (got: number, want: number, tolerance: number): void => ok(Math.abs(got - want) <= tolerance, `${got} is not ${want}`);

  void test('arms, rates, differences and means are those of the facts', () => {
    equal(a.n, facts.get('arms')!['gate_30']);
    equal(b.n, facts.get('arms')!['gate_40']);
    for (const name of ['retention_1', 'retention_7'] as const) {
      const fact = facts.get(name)!;
      const effect = effectOf({ kind: 'share', n: a.n, hits: a[name] }, { kind: 'share', n: b.n, hits: b[name] }, false);
      near(a[name] / a.n, fact['rate_a']!, 1e-6);
      near(effect.value, fact['diff_b_minus_a']!, 1e-6);
      // Wald's interval is the normal one; Student's with 90,000 degrees of freedom differs in the seventh digit.
      const { low, high, chance } = fixed(effect, 0.05);
      near(low!, fact['ci95_wald']![0], 1e-6);
      near(high!, fact['ci95_wald']![1], 1e-6);
      near(chance, fact['p_two_sided']!, 1e-4);
      const pooled = (a[name] + b[name]) / (a.n + b.n);
      const z = effect.value / Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
      near(z, fact['z_pooled']!, 1e-6);
      near(2 * normalAbove(Math.abs(z)), fact['p_two_sided']!, 1e-6);
    }
    near(a.sum / a.n, facts.get('gamerounds')!['mean_30']!, 1e-6);
    near(b.sum / b.n, facts.get('gamerounds')!['mean_40']!, 1e-6);
  });

  void test('the sample-ratio alarm sounds: at a first look once in a hundred honest draws, so it is to be looked into and does not stop the verdict', () => {
    const { chi2, chance } = sampleRatio([a.n, b.n], [1, 1]);
    near(chi2, facts.get('srm_check')!['chi2']!, 1e-6);
    near(chance, facts.get('srm_check')!['p']!, 1e-6);
    const [{ warned, ever, alarm }] = sampleRatios([[a.n, b.n]], [1, 1], 5000) as [SampleRatio];
    ok(warned?.once === true && !alarm && ever > 0.1, 'looked at whenever one likes, it would be no surprise');
    const hand = (name: string) => ({ what: 'hand', name }) as const;
    const criteria: Criteria = {
      measure: { kind: 'share', better: 'more', of: hand('players back after a week'), outOf: hand('players'), relative: true },
      scale: 0,
      abort: 0,
      minimum: 5000,
      deadline: '2026-12-31',
      error: 0.05,
      guardrails: [],
    };
    const arm = ({ n, retention_7: of }: typeof a) => ({ n, of, ofSquares: null, outOf: null, outOfSquares: null, products: null });
    const view = verdictView({
      criteria,
      variants: [
        { name: 'Gate at 30', weight: 1 },
        { name: 'Gate at 40', weight: 1 },
      ],
      randomised: true,
      told: [
        {
          on: '2026-01-31',
          arms: [arm(a), arm(b)],
          guards: [],
          spent: null,
          correction: null,
          by: 'p_ann',
          at: '2026-02-01T08:00:00.000Z',
        },
      ],
      measured: null,
      guarded: [],
      lag: null,
      currency: null,
      today: '2026-02-01',
    });
    equal(view.ratio!.alarm, 'look');
    match(
      view.ratio!.text,
      /^The variants did not get the shares they were meant to get: 44,700 and 45,489 instead of about 45,095 and 45,095\. At a first look an honest draw is this far off 8\.6 times in a thousand/,
    );
    equal(view.word, 'abort');
    match(view.title, /^Abort it: “Gate at 40” has 4\.3 % less than “Gate at 30”/);
  });
});
