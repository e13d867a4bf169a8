import { deepEqual, equal, notDeepEqual, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { random, type Random } from './random.ts';

const draws = (r: Random, n: number): number[] => Array.from({ length: n }, () => r.next());
const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

test('the first values of a seed are those they have always been, since every demo company grows from them', () => {
  deepEqual(draws(random('lockstep'), 4), [0.14663964486680925, 0.733569216914475, 0.11133212922140956, 0.20280511770397425]);
  deepEqual(draws(random(''), 2), [0.21805687551386654, 0.07550811511464417]);
  equal(random('lockstep').fork('deals').next(), 0.1736005744896829);
  equal(random('lockstep').normal(), -0.05803587302965888);
  const dice = random('lockstep');
  deepEqual(
    [0, 1, 2, 3, 4, 5].map(() => dice.whole(1, 6)),
    [1, 5, 1, 2, 2, 5],
  );
});

test('one seed always gives the same numbers, another seed others', () => {
  deepEqual(draws(random('a'), 50), draws(random('a'), 50));
  notDeepEqual(draws(random('a'), 50), draws(random('b'), 50));
});

test('a fork does not depend on what was drawn before it, and moves nothing that is drawn after', () => {
  const one = random('seed');
  const early = draws(one.fork('x'), 5);
  draws(one, 100);
  deepEqual(draws(one.fork('x'), 5), early);
  const [plain, forked] = [random('seed'), random('seed')];
  draws(forked.fork('anything'), 10);
  deepEqual(draws(forked, 10), draws(plain, 10));
  notDeepEqual(draws(one.fork('x'), 5), draws(one.fork('y'), 5));
});

test('numbers lie in [0, 1) and fill it evenly', () => {
  const all = draws(random('even'), 100_000);
  ok(all.every((x) => x >= 0 && x < 1));
  const tenths = Array.from({ length: 10 }, (_, i) => all.filter((x) => Math.floor(x * 10) === i).length);
  // Each tenth has 10,000 give or take five standard deviations of 95.
  for (const n of tenths) ok(Math.abs(n - 10_000) < 475, `${n}`);
  ok(Math.abs(mean(all) - 0.5) < 0.005);
});

test('forks of one seed are no echo of each other', () => {
  const root = random('root');
  const [a, b] = [draws(root.fork('a'), 20_000), draws(root.fork('b'), 20_000)];
  const covariance = mean(a.map((x, i) => (x - 0.5) * (b[i]! - 0.5)));
  ok(Math.abs(covariance * 12) < 0.035, `correlation ${covariance * 12}`);
});

test('a whole number reaches both ends and nothing beyond', () => {
  const r = random('whole');
  const all = new Set(Array.from({ length: 2000 }, () => r.whole(-2, 3)));
  deepEqual(
    [...all].toSorted((a, b) => a - b),
    [-2, -1, 0, 1, 2, 3],
  );
});

test('a normal variate has mean 0 and deviation 1', () => {
  const r = random('normal');
  const all = Array.from({ length: 50_000 }, () => r.normal());
  ok(Math.abs(mean(all)) < 0.025);
  ok(Math.abs(Math.sqrt(mean(all.map((x) => x * x))) - 1) < 0.02);
  ok(all.every(Number.isFinite));
});

test('a chance of one always comes, a chance of none never', () => {
  const r = random('chance');
  for (let i = 0; i < 1000; i++) deepEqual([r.chance(1), r.chance(0)], [true, false]);
});

test('nothing is picked from an empty list', () => {
  throws(() => random('pick').pick([]), RangeError);
  const r = random('pick');
  deepEqual(new Set(Array.from({ length: 100 }, () => r.pick(['a', 'b']))), new Set(['a', 'b']));
});
