/** Forecasts on known truth, quickly: 40 of the 200 companies of bench/forecast-truth.bench.ts. */
import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { acceptanceBand } from '../../src/models/outcome-forecast/held-up.ts';
import { demoHeld, smallHeld, type Held } from '../support/forecast-truth.ts';

const N = 40;
const seeds = Array.from({ length: N }, (_, i) => i + 1);

/** Within the band that one of 200 right forecasters would leave by chance: 95 % of it twice over. */
const within = (held: readonly Held[], say: (text: string) => void): void => {
  const most = held.filter((one) => one.most).length;
  const half = held.filter((one) => one.half).length;
  const { low } = acceptanceBand(N, 0.8);
  say(`80 %: ${most} of ${N}; 50 %: ${half} of ${N}`);
  ok(most >= low - 1 && most <= N - 1, `80 % interval held ${most} of ${N}`);
  ok(half >= acceptanceBand(N, 0.5).low - 1 && half < most, `50 % interval held ${half} of ${N}`);
};

test('the 80 % interval of won revenue holds about as often as it says, in companies of the demo generator', (t) =>
  within(
    seeds.map((seed) => demoHeld(seed)),
    (text) => t.diagnostic(text),
  ));

for (const rho of [0, 0.1])
  test(`and where deals ${rho === 0 ? 'share no market' : `share a market, with a correlation of ${rho}`}`, (t) =>
    within(
      seeds.map((seed) => smallHeld(seed, rho)),
      (text) => t.diagnostic(text),
    ));
