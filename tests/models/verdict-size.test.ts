/**
 * How many cases a verdict is said to need, against the rule itself: campaigns drawn at the truth, looked at 60 times up to that many
 * cases. It shall speak in about `power` of them. Tolerance: 4 standard errors of 500 campaigns (7 points); for skewed amounts, whose sum is
 * taken as normal, 5 points more.
 */
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { sampleSize, type SampleSizeInput } from '../../src/models/verdict/sample-size.ts';
import { endedBy } from '../../src/models/verdict/walk.ts';
import * as T from '../support/verdict-truth.ts';

const RUNS = 500;
const POWER = 0.8;
const asked: SampleSizeInput = {
  kind: 'share',
  better: 'more',
  scale: 0.08,
  abort: 0.05,
  error: 0.1,
  power: POWER,
  minimum: 100,
  there: null,
  base: null,
  arms: 2,
  spread: null,
};
/** Share of campaigns of this truth in which the word has been said by n cases of each arm. */
const spoken = (truth: T.Truth, n: number, word: 'scale' | 'abort', minimum = 100): number =>
  T.told(truth, T.evenly(n), minimum, asked.error, RUNS, 'size')[word] / RUNS;
const near = (what: string, got: number, off: number): void => ok(Math.abs(got - POWER) <= off, `${what}: said in ${got} of campaigns`);

void test('shares', () => {
  const { good, bad } = sampleSize(asked).apart;
  near(`8 % told from 5 % by ${good}`, spoken(T.shareAt(0.08, 0.05), good!, 'scale'), 0.07);
  near(`5 % told from 8 % by ${bad}`, spoken(T.shareAt(0.05, 0.08), bad!, 'abort'), 0.07);
});

void test('counts of which so many come between two looks that their sum is taken as normal', () => {
  const [scale, abort, minimum] = [300, 297, 20];
  const { good, bad } = sampleSize({ ...asked, kind: 'count', scale, abort, minimum }).apart;
  near(`${scale} told from ${abort} by ${good}`, spoken(T.countAt(scale, abort), good!, 'scale', minimum), 0.07);
  near(`${abort} told from ${scale} by ${bad}`, spoken(T.countAt(abort, scale), bad!, 'abort', minimum), 0.07);
});

void test('counts, of cases and over money', () => {
  for (const [scale, abort] of [
    [0.3, 0.2],
    [2.4, 2],
    [0.03, 0.015],
  ] as const) {
    const { good, bad } = sampleSize({ ...asked, kind: 'count', scale, abort }).apart;
    near(`${scale} told from ${abort} by ${good}`, spoken(T.countAt(scale, abort), good!, 'scale'), 0.07);
    near(`${abort} told from ${scale} by ${bad}`, spoken(T.countAt(abort, scale), bad!, 'abort'), 0.07);
  }
  // A lead for 40 told from one for 60: by leads, 1/40 and 1/60 for each unit of money.
  const minimum = 20;
  const { good, bad } = sampleSize({ ...asked, kind: 'cost', better: 'less', scale: 40, abort: 60, minimum }).apart;
  const cost = (truth: number, threshold: number): T.Truth => ({
    ...T.countAt(1 / truth, 1 / threshold),
    asked: { better: 'less', against: 'level', inverse: true },
    scale: threshold,
    abort: threshold,
  });
  near(`a lead for 40 told from 60 by ${good}`, spoken(cost(40, 60), good! * 40, 'scale', minimum), 0.07);
  near(`a lead for 60 told from 40 by ${bad}`, spoken(cost(60, 40), bad! * 60, 'abort', minimum), 0.07);
});

void test('means and ratios, by how widely single amounts spread', () => {
  // Differences so small that they are not told as soon as there is weight enough to say anything.
  for (const [amounts, spread, off] of [
    ['exponential', 1, 0.2],
    ['lognormal, spread 0.7', Math.sqrt(Math.exp(0.49) - 1), 0.15],
    ['one in five pays an exponential amount', 3, 0.25],
  ] as const) {
    const { good } = sampleSize({ ...asked, kind: 'mean', scale: 1, abort: 1 - off, spread }).apart;
    near(`${amounts}, 1 told from ${1 - off} by ${good}`, spoken(T.meanAt(amounts, 1 - off), good!, 'scale'), 0.12);
    const { bad } = sampleSize({ ...asked, kind: 'mean', scale: 1 + off, abort: 1, spread }).apart;
    near(`${amounts}, 1 told from ${1 + off} by ${bad}`, spoken(T.meanAt(amounts, 1 + off), bad!, 'abort'), 0.12);
  }
  // Of the ratio drawn there, x is 1 or 3 and y is x times an exponential amount: y − r·x spreads by E x² ÷ (E x)² = 5/4.
  const { good } = sampleSize({ ...asked, kind: 'mean', scale: 1, abort: 0.75, spread: Math.sqrt(5 / 4) }).apart;
  near(`ratio, 1 told from 0.75 by ${good}`, spoken(T.ratioAt(0.75), good!, 'scale'), 0.12);
  equal(sampleSize({ ...asked, kind: 'mean' }).apart.good, null, 'nothing is said where nobody knows the spread');
});

void test('differences between variants', () => {
  const lift = { ...asked, scale: 0.2, abort: 0 };
  const share = sampleSize({ ...lift, base: 0.1 }).apart;
  near(`10 % a fifth more, by ${share.good}`, spoken(T.shareLift(0.1, 0.2, 0), share.good! / 2, 'scale'), 0.07);
  near(`no fifth more, by ${share.bad}`, spoken(T.shareLift(0.1, 0, 0.2), share.bad! / 2, 'abort'), 0.07);
  const count = sampleSize({ ...lift, kind: 'count', base: 0.3 }).apart;
  near(`0.3 a fifth more, by ${count.good}`, spoken(T.countLift(0.3, 0.2, 0), count.good! / 2, 'scale'), 0.07);
  const mean = sampleSize({ ...lift, kind: 'mean', base: 1, spread: 1 }).apart;
  near(`amounts a fifth more, by ${mean.good}`, spoken(T.meanLift('exponential', 0.2, 0), mean.good! / 2, 'scale'), 0.12);
});

void test('a walk ends as often as all of its ways do, one by one', () => {
  const pmf = Float64Array.of(0.2, 0.5, 0.3);
  const out = (look: number): readonly [number, number] => (look < 3 ? [1, 0] : [3, 5]);
  const ended = endedBy({ pmf, low: -1, out }, 9);
  const ways = Array.from({ length: 9 }, () => 0);
  for (let code = 0; code < 3 ** 9; code++) {
    let [chance, at, since] = [1, 0, 9];
    for (let i = 0, rest = code; i < 9; i++, rest = Math.floor(rest / 3)) {
      chance *= pmf[rest % 3]!;
      at += (rest % 3) - 1;
      if (since === 9 && i >= 2 && at >= 3 && at <= 5) since = i;
    }
    for (let i = since; i < 9; i++) ways[i]! += chance;
  }
  ended.forEach((got, i) => ok(Math.abs(got - ways[i]!) < 1e-12, `look ${i + 1}: ${got} is not ${ways[i]}`));
});
