/**
 * How far to lean on the plain rate while little is known: on companies with known truth, 84 days ahead after 90 to 400 days of
 * closes, the distance (CRPS) of the forecast with the share of lean.ts and with a greater one (one to so many windows as could
 * have been tried), each over that of the model alone, and how often their 80 % intervals held. The greater share would halve the
 * gap to the rate on Maven at 84 days; this says what it would cost elsewhere.
 */
import { trailing } from '../src/models/outcome-forecast/baselines.ts';
import { fairCrps } from '../src/models/outcome-forecast/crps.ts';
import { canForecast } from '../src/models/outcome-forecast/enough.ts';
import { fitOf } from '../src/models/outcome-forecast/fit.ts';
import { leaning, shareOf } from '../src/models/outcome-forecast/lean.ts';
import { knownBy, type Past } from '../src/models/outcome-forecast/past.ts';
import { simulate } from '../src/models/outcome-forecast/simulate.ts';
import { valueOn } from '../src/models/outcome-forecast/value-on.ts';
import { evenQuantiles } from '../src/models/outcome-forecast/what-if.ts';
import { demoPast } from '../tests/support/demo-past.ts';
import { smallCompany } from '../tests/support/forecast-truth.ts';
import type { Figure } from './harness.ts';

export const name = 'how far a forecast leans on the plain rate';

const AHEAD = 84;
const KNOWN = [90, 120, 168, 252, 400];
const seeds = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
const PASTS: readonly (readonly [string, readonly Past[]])[] = [
  ['small companies', seeds(60).flatMap((seed) => [smallCompany(seed, 0).past, smallCompany(seed, 0.1).past])],
  ['demo companies', seeds(25).map((seed) => demoPast({ seed: `truth ${seed}`, asOf: '2026-05-12', scale: 1 }).past)],
];

const WAYS: readonly (readonly [string, ((known: number) => number) | 'rate'])[] = [
  ['the model alone', () => 0],
  ['as it leans', (known) => shareOf({ figure: 'wonMinor', known, days: AHEAD, tried: [], every: 7 })],
  ['leaning further', (known) => AHEAD / Math.max(AHEAD, known)],
  ['the plain rate', 'rate'],
];

const judged = (pasts: readonly Past[], known: number): readonly { readonly crps: number; readonly held: number }[] => {
  const tries = pasts.flatMap((past, n) => {
    const day = past.since + known;
    const then = knownBy(past, day);
    if (!canForecast(then, 'wonMinor', day)) return [];
    const alone = simulate({ known: then, fit: fitOf(then, day, AHEAD), checkpoints: [AHEAD], draws: 300, seed: `lean ${n}` });
    const happened = valueOn(past, 'wonMinor', day + 1, day + AHEAD);
    return [
      WAYS.map(([, way]) => {
        const draws =
          way === 'rate'
            ? trailing(then, 'wonMinor', day, AHEAD, 300, `lean ${n}`)
            : leaning(alone, then, day, { wonMinor: way(known) }, `lean ${n}`).values.wonMinor;
        const q = evenQuantiles(draws, 200);
        return { crps: fairCrps(draws, happened), held: happened >= q[20]! && happened <= q[179]! ? 1 : 0 };
      }),
    ];
  });
  const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0) / Math.max(1, of.length);
  return WAYS.map((_, w) => ({ crps: mean(tries.map((one) => one[w]!.crps)), held: mean(tries.map((one) => one[w]!.held)) }));
};

export const run = async (): Promise<readonly Figure[]> =>
  PASTS.flatMap(([who, pasts]) =>
    KNOWN.flatMap((known) => {
      const ways = judged(pasts, known);
      return ways.flatMap(({ crps, held }, w): Figure[] => [
        {
          what: `${who}, ${known} days known, ${WAYS[w]![0]}: distance over that of the model alone`,
          value: crps / ways[0]!.crps,
          unit: '×',
        },
        { what: `${who}, ${known} days known, ${WAYS[w]![0]}: 80 % interval held`, value: 100 * held, unit: '%' },
      ]);
    }),
  );
