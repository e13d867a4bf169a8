/**
 * Backtest: the same forecast, made again on past days with only what was known then, against what happened.
 *
 * In    past      the whole record; `day` is its last known day
 *       figure    what was forecast;  days   the horizon
 *       origins   days on which a forecast is made, ascending; each horizon must have ended by `day`
 * Out   one Origin each, with its scores; judged   all of them together
 *
 * Origins whose windows overlap share what happens: `apart` says how many do not overlap, and the acceptance bands are those of
 * that number, scaled to all. Origins without enough to learn from are left out and counted.
 *
 * Source: reference/engines.md, section 3 (rolling origin); the scores' own cards.
 * Checked against: simulated companies with known truth (bench/forecast-truth.bench.ts), data/maven-crm and data/olist-funnel.
 */
import { crpsOfDraws, fairCrps } from './crps.ts';
import { canForecast } from './enough.ts';
import { fitOf } from './fit.ts';
import { lastYear, stageWeighted, trailing } from './baselines.ts';
import { leaning, shareOf, type Tried } from './lean.ts';
import { pitOf } from './held-up.ts';
import { pinball } from './interval-scores.ts';
import { knownBy, type Past } from './past.ts';
import type { FigureName } from './figures.ts';
import { simulate } from './simulate.ts';
import { evenQuantiles } from './what-if.ts';
import { valueOn } from './value-on.ts';

export type BacktestWish = {
  readonly past: Past;
  readonly figure: FigureName;
  readonly days: number;
  readonly origins: readonly number[];
  readonly draws: number;
  readonly seed: string;
};

/** Quantile levels that pinball losses are given for. */
export const LEVELS = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

export type Origin = {
  readonly day: number;
  readonly happened: number;
  /** Quantiles at LEVELS. */
  readonly said: readonly number[];
  /** Share of the plain rate in it (lean.ts). */
  readonly share: number;
  readonly pit: number;
  readonly crps: number;
  readonly pinball: readonly number[];
  /** CRPS of the baselines; null where one cannot say anything. */
  readonly against: { readonly trailing: number; readonly stageWeighted: number | null; readonly lastYear: number | null };
};

export const backtest = ({ past, figure, days, origins, draws, seed }: BacktestWish, told?: (done: number) => void): Origin[] => {
  const tried: Tried[] = [];
  return origins.flatMap((day, n): Origin[] => {
    told?.(n / origins.length);
    const known = knownBy(past, day);
    if (!canForecast(known, figure, day)) return [];
    const alone = simulate({ known, fit: fitOf(known, day, days), checkpoints: [days], draws, seed: `${seed} ${day}` });
    const rate = trailing(known, figure, day, days, 400, `${seed} ${day}`);
    const happened = figure === 'pipelineMinor' ? valueOn(past, figure, 0, day + days) : valueOn(past, figure, day + 1, day + days);
    const over = tried.filter((one) => one.day + days <= day);
    const share = shareOf({ figure, known: day - known.since, days, tried: over, every: 7 });
    const drawn = leaning(alone, known, day, { [figure]: share }, `${seed} ${day} rate`).values[figure];
    tried.push({ day, own: fairCrps(alone.values[figure], happened), rate: crpsOfDraws(rate, happened) });
    const fine = evenQuantiles(drawn, 200);
    const said = LEVELS.map((q) => fine[Math.min(199, Math.floor(q * 200))]!);
    const distance = (one: number | null): number | null => (one === null ? null : Math.abs(one - happened));
    return [
      {
        day,
        happened,
        said,
        share,
        pit: pitOf(drawn, happened),
        crps: fairCrps(drawn, happened),
        pinball: LEVELS.map((q, i) => pinball(happened, q, said[i]!)),
        against: {
          trailing: crpsOfDraws(rate, happened),
          stageWeighted: distance(stageWeighted(known, figure, day)),
          lastYear: distance(lastYear(known, figure, day, days)),
        },
      },
    ];
  });
};

/** Weekly days from the first with `after` weeks of closes behind it to the last whose horizon has ended. */
export const weeklyOrigins = (past: Past, last: number, days: number, after = 12): number[] => {
  const first = past.since + after * 7;
  const n = Math.floor((last - days - first) / 7) + 1;
  return Array.from({ length: Math.max(0, n) }, (_, i) => last - days - (n - 1 - i) * 7);
};
