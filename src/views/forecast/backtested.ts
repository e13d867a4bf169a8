/**
 * The backtest of an outcome's forecast, computed: what the server runs in the background.
 *
 * In    past, day   the whole record and its last known day;  figure   what the outcome counts
 *       left        days from today to the due date, and the outcome's own length (both for the strip)
 * Out   strip       the same forecast made with as many days to go in each earlier period of the same length, newest last: the 80 %
 *                   interval and what happened. Left out where too little was known then
 *       horizons    for 30, 60 and 90 days: every week a forecast, judged; null where none could be made
 */
import { backtest, weeklyOrigins, type Origin } from '../../models/outcome-forecast/backtest.ts';
import { canForecast } from '../../models/outcome-forecast/enough.ts';
import { fitOf } from '../../models/outcome-forecast/fit.ts';
import { futuresOf } from '../../models/outcome-forecast/futures.ts';
import { judgedOf, type Judged } from '../../models/outcome-forecast/judged.ts';
import { knownBy, type Past } from '../../models/outcome-forecast/past.ts';
import type { FigureName } from '../../models/outcome-forecast/figures.ts';
import { valueOn } from '../../models/outcome-forecast/value-on.ts';
import { evenQuantiles } from '../../models/outcome-forecast/what-if.ts';

/** First and last day of an earlier period, with the day on which as many days were left as now. */
export type Earlier = { readonly name: string; readonly from: number; readonly due: number; readonly on: number };
export type BacktestJob = { readonly past: Past; readonly day: number; readonly figure: FigureName; readonly earlier: readonly Earlier[] };

export type StripBar = {
  readonly name: string;
  readonly on: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly happened: number;
};
export type Horizon = {
  readonly days: number;
  readonly judged: Judged | null;
  readonly origins: readonly Origin[];
  /** Weeks in which too little was known. */
  readonly tooThin: number;
};
export type Backtested = { readonly strip: readonly StripBar[]; readonly horizons: readonly Horizon[] };

const HORIZONS = [30, 60, 90] as const;
const DRAWS = 400;
const MOST_ORIGINS = 52;
type Tell = (at: { readonly phase: string; readonly done: number; readonly of: number }) => void;

export const computeBacktest = ({ past, day, figure, earlier }: BacktestJob, tell?: Tell): Backtested => {
  const strip = earlier.flatMap(({ name, from, due, on }): StripBar[] => {
    const known = knownBy(past, on);
    if (!canForecast(known, figure, on)) return [];
    const { values } = futuresOf({ known, fit: fitOf(known, on, due - on), checkpoints: [due - on], draws: 1_000, seed: `strip ${on}` });
    const so = figure === 'pipelineMinor' ? 0 : valueOn(known, figure, from, on);
    const q = evenQuantiles(values[figure], 200);
    return [{ name, on, low: so + q[20]!, middle: so + q[100]!, high: so + q[179]!, happened: valueOn(past, figure, from, due) }];
  });
  const horizons = HORIZONS.map((days, n): Horizon => {
    const origins = weeklyOrigins(past, day, days).slice(-MOST_ORIGINS);
    const made = backtest({ past, figure, days, origins, draws: DRAWS, seed: 'backtest' }, (done) =>
      tell?.({ phase: 'backtest', done: Math.round((n + done) * 100), of: HORIZONS.length * 100 }),
    );
    return { days, judged: judgedOf(made, days, 7, `judged ${days}`), origins: made, tooThin: origins.length - made.length };
  });
  return { strip, horizons };
};
