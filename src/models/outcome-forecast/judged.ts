/**
 * Judged: a backtest in a few figures.
 *
 * In    origins   of one backtest, one or more;  days   its horizon;  every   days from one origin to the next
 * Out   within    how many of the 50 % and 80 % intervals held what happened, and how many may, were they right (95 % of chance
 *                 results). `apart`: origins whose windows do not overlap; the band is that of so few, scaled up
 *       skill     1 − CRPS ÷ the baseline's, over the origins where it says something; null where it never does. 0: no better
 *       gap       mean CRPS minus that of the trailing rate, with the middle 95 % of BLOCKS block-bootstrap means: blocks of
 *                 origins as long as the horizon, since neighbours share what happens
 *       pit       how many happened in each tenth of what was said; even where forecasts are right
 * Source: block bootstrap: Künsch, Annals of Statistics 17 (1989) 1217–1241, doi:10.1214/aos/1176347265.
 * Checked against: hand (backtest.test.ts).
 */
import type { Origin } from './backtest.ts';
import { LEVELS } from './backtest.ts';
import { diceOf } from './dice.ts';
import { acceptanceBand, kupiec } from './held-up.ts';

const BLOCKS = 2_000;
/** Fewer windows that share nothing say nothing sure about which of two ways is nearer, whatever the bootstrap gives. */
export const TOO_FEW = 3;

export type Within = {
  readonly nominal: number;
  readonly held: number;
  readonly low: number;
  readonly high: number;
  readonly kupiec: number;
};
export type Baseline = 'trailing' | 'stageWeighted' | 'lastYear';
export type Judged = {
  readonly n: number;
  readonly apart: number;
  readonly half: Within;
  readonly most: Within;
  readonly crps: number;
  readonly skill: { readonly [B in Baseline]: number | null };
  readonly gap: { readonly mean: number; readonly low: number; readonly high: number };
  /** Mean pinball loss at LEVELS. */
  readonly pinball: readonly number[];
  readonly pit: readonly number[];
};

const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0) / Math.max(1, of.length);

export const judgedOf = (origins: readonly Origin[], days: number, every: number, seed: string): Judged | null => {
  const n = origins.length;
  if (n === 0) return null;
  const block = Math.max(1, Math.ceil(days / every));
  const apart = Math.max(1, Math.ceil(n / block));
  const within = (low: number, high: number, nominal: number): Within => {
    const held = origins.filter(({ said, happened }) => happened >= said[low]! && happened <= said[high]!).length;
    const band = acceptanceBand(apart, nominal);
    return {
      nominal,
      held,
      low: Math.floor((band.low / apart) * n),
      high: Math.ceil((band.high / apart) * n),
      kupiec: kupiec(n - held, n, 1 - nominal).p,
    };
  };
  const crps = mean(origins.map((o) => o.crps));
  const skill = (baseline: Baseline): number | null => {
    const pairs = origins.flatMap((o) => (o.against[baseline] === null ? [] : [[o.crps, o.against[baseline]] as const]));
    const other = mean(pairs.map(([, b]) => b));
    return pairs.length === 0 || other === 0 ? null : 1 - mean(pairs.map(([a]) => a)) / other;
  };
  const pit = Array.from({ length: 10 }, () => 0);
  for (const o of origins) pit[Math.min(9, Math.floor(o.pit * 10))]! += 1;
  return {
    n,
    apart,
    half: within(1, 3, 0.5),
    most: within(0, 4, 0.8),
    crps,
    skill: { trailing: skill('trailing'), stageWeighted: skill('stageWeighted'), lastYear: skill('lastYear') },
    gap: gapOf(
      origins.map((o) => o.crps - o.against.trailing),
      block,
      seed,
    ),
    pinball: LEVELS.map((_, i) => mean(origins.map((o) => o.pinball[i]!))),
    pit,
  };
};

const gapOf = (gaps: readonly number[], block: number, seed: string): Judged['gap'] => {
  const dice = diceOf(seed);
  const means = Float64Array.from({ length: BLOCKS }, () => {
    let [sum, n] = [0, 0];
    while (n < gaps.length) {
      const start = Math.floor(dice.uniform() * gaps.length);
      for (let i = 0; i < block && n < gaps.length; i++, n++) sum += gaps[(start + i) % gaps.length]!;
    }
    return sum / n;
  }).toSorted();
  return { mean: mean(gaps), low: means[Math.floor(BLOCKS * 0.025)]!, high: means[Math.floor(BLOCKS * 0.975)]! };
};
