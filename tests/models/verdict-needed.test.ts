/** How many cases a verdict needs: against every sequence there is, and against the figures for 5 % and 8 %. */
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { reached, type Claim } from '../../src/models/verdict/needed.ts';
import { sampleSize } from '../../src/models/verdict/sample-size.ts';
import { logShareAbove, logShareBelow, priorAt } from '../../src/models/verdict/share-against.ts';

const claim = (side: Claim['side'], threshold: number): Claim => ({
  side,
  threshold,
  prior: priorAt(threshold, 8, 0.2),
  error: 0.2,
  minimum: 3,
});

void test('the chance to have spoken is that of all sequences of twelve cases, one by one', () => {
  for (const { side, threshold, truth } of [
    { side: 'above', threshold: 0.3, truth: 0.5 },
    { side: 'below', threshold: 0.5, truth: 0.25 },
  ] as const) {
    const asked = claim(side, threshold);
    const log = side === 'above' ? logShareAbove : logShareBelow;
    const n = 12;
    const spoken = new Float64Array(n);
    for (let sequence = 0; sequence < 1 << n; sequence++) {
      let [hits, chance, since] = [0, 1, n];
      for (let i = 0; i < n; i++) {
        const hit = (sequence >> i) & 1;
        hits += hit;
        chance *= hit === 1 ? truth : 1 - truth;
        if (since === n && i + 1 >= asked.minimum && log(hits, i + 1, threshold, asked.prior) >= Math.log(1 / asked.error)) since = i;
      }
      for (let i = since; i < n; i++) spoken[i]! += chance;
    }
    reached(asked, truth, n).forEach((got, i) =>
      ok(Math.abs(got - spoken[i]!) < 1e-12, `${side} after ${i + 1}: ${got} is not ${spoken[i]}`),
    );
  }
});

void test('8 % told from 5 % needs some hundreds, and a truth at a threshold is wrongly called at most as often as accepted', () => {
  const found = sampleSize({
    kind: 'share',
    spread: null,
    better: 'more',
    scale: 0.08,
    abort: 0.05,
    error: 0.1,
    power: 0.8,
    minimum: 150,
    there: 2000,
    base: null,
    arms: 1,
  });
  const { good, bad } = found.apart;
  ok(good! > 400 && good! < 700 && bad! > 400 && bad! < 700, `${good} and ${bad}`);
  for (const { truth, scale, abort } of found.words) {
    if (truth <= 0.08) ok(scale <= 0.1, `scale at ${truth}: ${scale}`);
    if (truth >= 0.05) ok(abort <= 0.1, `abort at ${truth}: ${abort}`);
  }
  const turned = sampleSize({
    kind: 'share',
    spread: null,
    better: 'less',
    scale: 0.05,
    abort: 0.08,
    error: 0.1,
    power: 0.8,
    minimum: 150,
    there: null,
    base: null,
    arms: 1,
  });
  equal(turned.apart.good, bad);
  equal(turned.apart.bad, good);
});
