/**
 * Campaigns whose truth is known: cases drawn one by one, looked at by a schedule, judged by the rule. How often it is wrong is held
 * against the accepted error.
 */
import { random } from '../../src/kernel/random.ts';
import type { Arm } from '../../src/models/verdict/arm.ts';
import type { Asked } from '../../src/models/verdict/look.ts';
import { verdictOf, type Criteria, type Look, type Word } from '../../src/models/verdict/verdict.ts';

type Random = ReturnType<typeof random>;
/** Adds `more` cases to an arm of known truth. */
export type Grow = (arm: Arm, more: number, r: Random) => Arm;
export type Truth = {
  readonly name: string;
  readonly asked: Asked;
  readonly start: readonly Arm[];
  readonly grow: readonly Grow[];
  readonly scale: number;
  readonly abort: number;
  /** How the truth lies to the threshold: at it, both words are wrong; under it scale, over it abort. */
  readonly lies: 'at' | 'under' | 'over';
  /** Cases of each arm for one of the schedule; one each unless said. */
  readonly weights?: readonly number[];
};
/** Words that are wrong of this truth. */
export const wrong = ({ lies }: Truth, { scale, abort }: Told): number =>
  lies === 'at' ? Math.max(scale, abort) : lies === 'under' ? scale : abort;

/** Cases of each arm at each look, ascending. */
export type Schedule = readonly number[];

export const evenly = (n: number, looks = 60): Schedule => spread(n, looks, (share) => share);
/** Many looks at few cases at first, large steps at the end. */
export const unevenly = (n: number, looks = 60): Schedule => spread(n, looks, (share) => share ** 3);
const spread = (n: number, looks: number, at: (share: number) => number): Schedule => [
  ...new Set(Array.from({ length: looks }, (_, i) => Math.max(1, Math.round(n * at((i + 1) / looks))))),
];

export type Told = { readonly runs: number; readonly scale: number; readonly abort: number; readonly review: number };

/** How often the rule says each word at any look. `least`: cases of each arm before it may. */
export const told = (truth: Truth, schedule: Schedule, least: number, error: number, runs: number, seed: string): Told => {
  const words: { [W in Word]: number } = { scale: 0, abort: 0, review: 0, 'keep-going': 0 };
  const r = random(`verdict ${seed} ${truth.name}`);
  const criteria: Criteria = {
    asked: truth.asked,
    scale: truth.scale,
    abort: truth.abort,
    minimum: least,
    deadline: '2100-01-01',
    error,
    weights: truth.start.length > 1 ? (truth.weights ?? truth.start.map(() => 1)) : [],
    guards: [],
  };
  for (let run = 0; run < runs; run++) {
    let arms = truth.start;
    let before = 0;
    const looks = schedule.map((n): Look => {
      arms = arms.map((arm, i) => truth.grow[i]!(arm, (n - before) * (truth.weights?.[i] ?? 1), r));
      before = n;
      return { on: '2026-01-01', seen: { arms, ripe: null }, guards: [] };
    });
    const { word, why } = verdictOf(criteria, looks, '2026-01-02');
    if (why.code === 'both-crossed') [words.scale, words.abort] = [words.scale + 1, words.abort + 1];
    else words[word] += 1;
  }
  return { runs, scale: words.scale, abort: words.abort, review: words.review };
};

/** Wrong words that an error of exactly `error` would give at most, but for one time in a thousand (normal band of a binomial count). */
export const bandOf = (error: number, runs: number): number => Math.floor(error * runs + 3.1 * Math.sqrt(error * (1 - error) * runs));

const LEVEL: Asked = { better: 'more', against: 'level', inverse: false };
const DIFFERENCE: Asked = { better: 'more', against: 'difference', inverse: false };

const hits =
  (share: number): Grow =>
  (arm, more, r) => {
    if (arm.kind !== 'share') throw new RangeError(arm.kind);
    let found = arm.hits;
    for (let i = 0; i < more; i++) if (r.next() < share) found++;
    return { kind: 'share', n: arm.n + more, hits: found };
  };
const happenings =
  (rate: number): Grow =>
  (arm, more, r) => {
    if (arm.kind !== 'count') throw new RangeError(arm.kind);
    // Poisson by waiting times.
    let [count, time] = [arm.count, -Math.log(1 - r.next()) / rate];
    while (time <= more) {
      count++;
      time -= Math.log(1 - r.next()) / rate;
    }
    return { kind: 'count', n: arm.n + more, count };
  };
const amounts =
  (draw: (r: Random) => number): Grow =>
  (arm, more, r) => {
    if (arm.kind !== 'mean') throw new RangeError(arm.kind);
    let { sum, squares } = arm;
    for (let i = 0; i < more; i++) {
      const x = draw(r);
      sum += x;
      squares += x * x;
    }
    return { kind: 'mean', n: arm.n + more, sum, squares };
  };
const pairs =
  (draw: (r: Random) => readonly [number, number]): Grow =>
  (arm, more, r) => {
    if (arm.kind !== 'ratio') throw new RangeError(arm.kind);
    let { of, outOf, products } = arm;
    for (let i = 0; i < more; i++) {
      const [y, x] = draw(r);
      of = { sum: of.sum + y, squares: of.squares + y * y };
      outOf = { sum: outOf.sum + x, squares: outOf.squares + x * x };
      products += x * y;
    }
    return { kind: 'ratio', n: arm.n + more, of, outOf, products };
  };
const SHARE: Arm = { kind: 'share', n: 0, hits: 0 };
const COUNT: Arm = { kind: 'count', n: 0, count: 0 };
const MEAN: Arm = { kind: 'mean', n: 0, sum: 0, squares: 0 };
const RATIO: Arm = { kind: 'ratio', n: 0, of: { sum: 0, squares: 0 }, outOf: { sum: 0, squares: 0 }, products: 0 };
const both = (threshold: number, truth: number) => ({
  scale: threshold,
  abort: threshold,
  lies: truth === threshold ? ('at' as const) : truth < threshold ? ('under' as const) : ('over' as const),
});

/** A level against one threshold that is scale and abort at once: at the truth, both words are wrong. */
export const shareAt = (truth: number, threshold = truth): Truth => ({
  name: `share of ${truth} against ${threshold}`,
  asked: LEVEL,
  start: [SHARE],
  grow: [hits(truth)],
  ...both(threshold, truth),
});
export const countAt = (truth: number, threshold = truth): Truth => ({
  name: `count of ${truth} against ${threshold}`,
  asked: LEVEL,
  start: [COUNT],
  grow: [happenings(truth)],
  ...both(threshold, truth),
});
/** Money for each case, with mean 1: exponential, or lognormal with the spread of deals. */
export const AMOUNTS: { readonly [name: string]: (r: Random) => number } = {
  exponential: (r) => -Math.log(1 - r.next()),
  'lognormal, spread 0.7': (r) => Math.exp(0.7 * r.normal() - 0.245),
  'one in five pays an exponential amount': (r) => (r.next() < 0.2 ? -5 * Math.log(1 - r.next()) : 0),
};
export const meanAt = (name: string, threshold = 1): Truth => ({
  name: `mean, ${name}, against ${threshold}`,
  asked: LEVEL,
  start: [MEAN],
  grow: [amounts(AMOUNTS[name]!)],
  ...both(threshold, 1),
});
/** Money over opportunities, two on average for each case: 1 each. */
export const ratioAt = (threshold = 1): Truth => ({
  name: `ratio against ${threshold}`,
  asked: LEVEL,
  start: [RATIO],
  grow: [
    pairs((r) => {
      const x = 1 + (r.next() < 0.5 ? 2 : 0);
      return [x * -Math.log(1 - r.next()), x];
    }),
  ],
  ...both(threshold, 1),
});
/** Two arms of which the second has `lift` more; the threshold is that lift. */
export const shareLift = (base: number, lift: number, threshold = lift): Truth => ({
  name: `share of ${base}, lift ${lift} against ${threshold}`,
  asked: DIFFERENCE,
  start: [SHARE, SHARE],
  grow: [hits(base), hits(base * (1 + lift))],
  ...both(threshold, lift),
});
export const countLift = (base: number, lift: number, threshold = lift): Truth => ({
  name: `count of ${base}, lift ${lift} against ${threshold}`,
  asked: DIFFERENCE,
  start: [COUNT, COUNT],
  grow: [happenings(base), happenings(base * (1 + lift))],
  ...both(threshold, lift),
});
export const meanLift = (name: string, lift: number, threshold = lift): Truth => ({
  name: `mean, ${name}, lift ${lift} against ${threshold}`,
  asked: DIFFERENCE,
  start: [MEAN, MEAN],
  grow: [amounts(AMOUNTS[name]!), amounts((r) => AMOUNTS[name]!(r) * (1 + lift))],
  ...both(threshold, lift),
});
/** Three arms: two alike the first; the claim is that one of them is better. */
export const threeAlike = (base: number): Truth => ({
  name: `three arms of ${base}`,
  asked: DIFFERENCE,
  start: [SHARE, SHARE, SHARE],
  grow: [hits(base), hits(base), hits(base)],
  ...both(0, 0),
});

/** Cases of each arm at each look, each case put into an arm by these weights. */
export const drawnArms = (weights: readonly number[], schedule: Schedule, r: Random): number[][] => {
  const arms = weights.map(() => 0);
  const whole = weights.reduce((sum, x) => sum + x, 0);
  let cases = 0;
  return schedule.map((n) => {
    for (; cases < n; cases++) {
      let [at, arm] = [r.next() * whole, 0];
      while (arm < weights.length - 1 && at >= weights[arm]!) at -= weights[arm++]!;
      arms[arm]! += 1;
    }
    return [...arms];
  });
};

/** Two arms of which the first gets three cases for each of the second. */
export const unevenArms = (truth: Truth): Truth => ({ ...truth, name: `${truth.name}, three to one`, weights: [3, 1] });
