/**
 * How often the rule is wrong where the truth is known: campaigns drawn case by case, looked at 60 times, judged by frozen criteria.
 *
 * At the truth of a threshold both words are wrong; each may be said at most as often as the accepted error, but for one time in a
 * thousand (band of a binomial count). The worst of each group stands here. Power: how often scale is said where it is true, against a
 * test planned for one look at the same number of cases (normal approximation of the same one-sided error).
 * LOCKSTEP_VERDICT_RUNS campaigns of each kind (1,000).
 */
import { random } from '../src/kernel/random.ts';
import { normalShare } from '../src/models/normal-share.ts';
import { normalQuantile } from '../src/models/normal.ts';
import { sampleRatios } from '../src/models/verdict/sample-ratio.ts';
import * as T from '../tests/support/verdict-truth.ts';
import type { Figure } from './harness.ts';

export const name = 'Verdict against known truth: 60 looks';

const RUNS = Number(process.env['LOCKSTEP_VERDICT_RUNS'] ?? 1000);
const ERROR = 0.1;
const SIZES = [30, 100, 300, 1000, 5000];
const RATES = [0.01, 0.05, 0.1, 0.3, 0.5];

type Case = readonly [T.Truth, T.Schedule, number];
const schedules = (n: number): readonly T.Schedule[] => [T.evenly(n), T.unevenly(n)];
const least = (n: number): number => Math.max(5, Math.min(100, Math.floor(n / 5)));
const each = (truths: readonly T.Truth[], sizes: readonly number[]): readonly Case[] =>
  truths.flatMap((truth) => sizes.flatMap((n) => schedules(n).map((schedule): Case => [truth, schedule, least(n)])));

const AMOUNTS = Object.keys(T.AMOUNTS);
const GROUPS: readonly (readonly [string, readonly Case[]])[] = [
  [
    'shares of 1 % to 50 % at the threshold',
    each(
      RATES.map((rate) => T.shareAt(rate)),
      SIZES,
    ),
  ],
  [
    'shares beyond it',
    each(
      RATES.flatMap((rate) => [T.shareAt(rate * 0.8, rate), T.shareAt(Math.min(0.6, rate * 1.2), rate)]),
      [100, 1000],
    ),
  ],
  [
    'counts of 1 to 50 in a hundred',
    each(
      RATES.map((rate) => T.countAt(rate)),
      SIZES,
    ),
  ],
  [
    'means: exponential, lognormal, one in five pays',
    each(
      AMOUNTS.map((amounts) => T.meanAt(amounts)),
      [300, 1000, 5000],
    ),
  ],
  ['ratios', each([T.ratioAt()], [300, 1000, 5000])],
  [
    'counts, means and ratios beyond it',
    each(
      [
        ...RATES.flatMap((rate) => [T.countAt(rate * 0.8, rate), T.countAt(rate * 1.2, rate)]),
        ...AMOUNTS.flatMap((amounts) => [T.meanAt(amounts, 1.1), T.meanAt(amounts, 0.9)]),
        T.ratioAt(1.1),
        T.ratioAt(0.9),
      ],
      [300, 1000],
    ),
  ],
  [
    'randomised shares, no difference and a fifth more',
    each(
      RATES.flatMap((rate) => [T.shareLift(rate, 0), T.shareLift(rate, 0.2)]),
      [100, 1000, 5000],
    ),
  ],
  [
    'randomised counts',
    each(
      RATES.map((rate) => T.countLift(rate, 0.1)),
      [300, 3000],
    ),
  ],
  [
    'randomised means',
    each(
      AMOUNTS.map((amounts) => T.meanLift(amounts, 0.1)),
      [300, 3000],
    ),
  ],
  [
    'randomised, beyond the threshold',
    each(
      [
        ...RATES.flatMap((rate) => [T.shareLift(rate, 0.1, 0.2), T.shareLift(rate, 0.1, 0)]),
        ...AMOUNTS.flatMap((amounts) => [T.meanLift(amounts, 0.1, 0.2), T.meanLift(amounts, 0.1, 0)]),
      ],
      [300, 3000],
    ),
  ],
  [
    'randomised three to one',
    each(
      RATES.flatMap((rate) => [T.unevenArms(T.shareLift(rate, 0)), T.unevenArms(T.countLift(rate, 0.1))]),
      [300, 1500],
    ),
  ],
  [
    'three variants alike',
    each(
      RATES.map((rate) => T.threeAlike(rate)),
      [300, 3000],
    ),
  ],
];

const worstOf = ([truth, schedule, minimum]: Case): number =>
  T.wrong(truth, T.told(truth, schedule, minimum, ERROR, RUNS, `bench ${schedule.length} ${schedule.at(-1)} ${schedule[0]}`));

/** Chance that one planned look tells a mean over n cases from the threshold at the same error; variances at the threshold and at the truth. */
const fixedPower = (apart: number, n: number, [at, now]: readonly [number, number]): number =>
  normalShare((Math.abs(apart) - normalQuantile(1 - ERROR) * Math.sqrt(at / n)) / Math.sqrt(now / n));

/** What is true, cases of each arm, which word is right, and the power of one planned look. */
type Power = readonly [string, T.Truth, number, 'scale' | 'abort', number];
const spread = (share: number): number => share * (1 - share);
const POWERS: readonly Power[] = [
  ...[0.1, 0.12].flatMap((truth) =>
    [300, 1000].map((n): Power => [
      `${truth * 100} % against 8 %`,
      T.shareAt(truth, 0.08),
      n,
      'scale',
      fixedPower(truth - 0.08, n, [spread(0.08), spread(truth)]),
    ]),
  ),
  ...[300, 1000].map((n): Power => [
    '3 % against 5 %',
    T.shareAt(0.03, 0.05),
    n,
    'abort',
    fixedPower(0.02, n, [spread(0.05), spread(0.03)]),
  ]),
  ...[300, 1000].map((n): Power => ['0.25 for each case against 0.2', T.countAt(0.25, 0.2), n, 'scale', fixedPower(0.05, n, [0.2, 0.25])]),
  ...[300, 1000].map((n): Power => [
    'exponential amounts of 1 against 0.85',
    T.meanAt('exponential', 0.85),
    n,
    'scale',
    fixedPower(0.15, n, [1, 1]),
  ]),
  ...[300, 1000].map((n): Power => ['a ratio of 1 against 0.85', T.ratioAt(0.85), n, 'scale', fixedPower(0.15, n, [5 / 4, 5 / 4])]),
  ...[1000, 4000].map((n): Power => [
    '10 % and 12 % in two variants',
    T.shareLift(0.1, 0.2, 0),
    n,
    'scale',
    fixedPower(0.02, n, [2 * spread(0.11), spread(0.1) + spread(0.12)]),
  ]),
];

export const run = async (): Promise<readonly Figure[]> => {
  const atMost = (100 * T.bandOf(ERROR, RUNS)) / RUNS;
  const figures = GROUPS.map(([what, cases]): Figure => {
    const worst = Math.max(...cases.map(worstOf));
    return { what: `${what}: worst of ${cases.length}, wrong at any of 60 looks`, value: (100 * worst) / RUNS, unit: '%', atMost };
  });
  const power = POWERS.flatMap(([what, truth, n, word, once]): Figure[] => [
    {
      what: `${what}, ${n} cases: ${word} said by any of 60 looks`,
      value: (100 * T.told(truth, T.evenly(n), 100, ERROR, RUNS, 'power')[word]) / RUNS,
      unit: '%',
    },
    { what: `${what}, ${n} cases: by a test planned for one look`, value: 100 * once, unit: '%' },
  ]);
  return [...figures, ...power, ...ratioFigures()];
};

/** Honest and skewed randomisations at 60 looks: how often the sample ratio warns and stops, and how often χ² at every look would stop. */
const ratioFigures = (): readonly Figure[] => {
  const honest = HONEST.flatMap((meant) => [300, 1000, 5000].map((n) => ratioTold(meant, meant, n)));
  const worst = (of: (told: RatioTold) => number): number => (100 * Math.max(...honest.map(of))) / RUNS;
  const most = (share: number): number => (100 * T.bandOf(share, RUNS)) / RUNS;
  const skewed = [0.55, 0.525].flatMap((skew) =>
    [2000, 5000, 10_000, 20_000].map((n): Figure => {
      const { stopped } = ratioTold([skew, 1 - skew], [1, 1], n);
      return {
        what: `sample ratio: ${Math.round(skew * 1000) / 10} % instead of 50 %, stopped by ${n} cases`,
        value: (100 * stopped) / RUNS,
        unit: '%',
      };
    }),
  );
  return [
    {
      what: `sample ratio, 2 to 5 arms as meant: worst of ${honest.length}, warned`,
      value: worst(({ warned }) => warned),
      unit: '%',
      atMost: most(0.02),
    },
    { what: 'the same, stopped', value: worst(({ stopped }) => stopped), unit: '%', atMost: most(0.001) },
    { what: 'the same, were χ² at 1 in 1,000 looked at at every look', value: worst(({ fixed }) => fixed), unit: '%' },
    ...skewed,
  ];
};

const HONEST: readonly (readonly number[])[] = [
  [1, 1],
  [9, 1],
  [1, 1, 1],
  [2, 1, 1, 1],
  [5, 4, 3, 2, 1],
];
type RatioTold = { readonly warned: number; readonly stopped: number; readonly fixed: number };

const ratioTold = (shares: readonly number[], meant: readonly number[], n: number): RatioTold => {
  const r = random(`ratio ${shares.join(':')} ${n}`);
  const told = { warned: 0, stopped: 0, fixed: 0 };
  for (let drawn = 0; drawn < RUNS; drawn++) {
    const looks = sampleRatios(T.drawnArms(shares, T.evenly(n), r), meant, 100);
    if (looks.at(-1)!.warned !== null) told.warned++;
    if (looks.at(-1)!.alarm) told.stopped++;
    if (looks.some(({ chance }) => chance < 0.001)) told.fixed++;
  }
  return told;
};
