/** Intervals of shares cover the share that is true, as often as they say, in a world whose truth is known. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../../src/kernel/random.ts';
import { bootstrap } from '../../src/models/attribution/bootstrap.ts';
import { chainOf } from '../../src/models/attribution/chain.ts';
import { markov } from '../../src/models/attribution/markov.ts';
import { pathsOf, type Paths } from '../../src/models/attribution/paths.ts';
import { shapley } from '../../src/models/attribution/shapley.ts';

/** Chances of the next step from the start and from four channels: to each channel, then won, then not won. */
const NEXT = [
  [0.4, 0.3, 0.2, 0.1, 0, 0],
  [0, 0.3, 0.2, 0.05, 0.15, 0.3],
  [0.2, 0, 0.25, 0.1, 0.1, 0.35],
  [0.1, 0.2, 0, 0.1, 0.25, 0.35],
  [0.15, 0.1, 0.1, 0, 0.05, 0.6],
];

const walk = (deals: number, seed: string): Paths => {
  const r = random(seed);
  return pathsOf(
    4,
    Array.from({ length: deals }, () => {
      const keys: number[] = [];
      let at = 0;
      for (;;) {
        let u = r.next();
        const to = NEXT[at]!.findIndex((p) => (u -= p) < 0);
        if (to >= 4 || to < 0) return { keys, won: to === 4 ? 1 : 0, lost: to === 4 ? 0 : 1, value: to === 4 ? 100 : 0 };
        keys.push(to);
        at = to + 1;
      }
    }),
  );
};

const MODELS = {
  markov: (paths: Paths, counts?: Uint8Array) => markov(chainOf(paths, counts)).won?.share ?? null,
  shapley: (paths: Paths, counts?: Uint8Array) => {
    const { won } = shapley(paths, counts);
    const sum = won.reduce((total, x) => total + x, 0);
    return sum > 0 ? won.map((x) => x / sum) : null;
  },
};

for (const [name, model] of Object.entries(MODELS))
  test(`the 80 % interval of a ${name} share covers the true share in 144 to 173 of 200 companies`, () => {
    const truth = model(walk(400_000, 'the truth of a long time'))!;
    const hits = [0, 0, 0, 0];
    for (let company = 0; company < 200; company += 1) {
      const paths = walk(300, `company ${company}`);
      const { low, high } = bootstrap(300, (counts) => model(paths, counts), { seed: String(company), times: 120 })!;
      truth.forEach((share, k) => {
        if (low[k]! <= share && share <= high[k]!) hits[k]! += 1;
      });
    }
    // 160 of 200 expected; the band holds 98 % of binomial draws, and the seed is fixed.
    for (const hit of hits) ok(hit >= 144 && hit <= 173, `${name}: ${hits.join(', ')} of 200`);
  });

test('the same seed gives the same interval; a company that won too little has none', () => {
  const paths = walk(200, 'again');
  const interval = (): unknown => bootstrap(200, (counts) => MODELS.markov(paths, counts), { seed: 'x', times: 40 });
  deepEqual(interval(), interval());
  const none = pathsOf(1, [{ keys: [0], won: 0, lost: 1, value: 0 }]);
  equal(
    bootstrap(1, (counts) => MODELS.markov(none, counts), { seed: 'x' }),
    null,
  );
});
