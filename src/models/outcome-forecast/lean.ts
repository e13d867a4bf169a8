/**
 * Lean: how far a forecast leans on the plain rate of the last twelve weeks, by which of the two came nearer before.
 *
 * A linear pool: a share of the draws is that of the plain rate (baselines.ts), the others are the model's own. Before anything is
 * tried the share is horizon ÷ (horizon + days of closes known): a model of deals that nobody could try over such a time is worth
 * no more than the rate, and after years nearly everything. What was tried since moves it: each window that shares nothing with
 * the others multiplies the odds by e^(LEARNING × how much nearer the rate came, as a share of the mean distance of both).
 *
 * shareOf   In   known   days from the first close to the day;  days   the horizon;  tried   earlier origins whose windows ended by
 *                the day, `every` so many days, each with the CRPS of both (without leaning)
 *           Out  a share in [0, 1]; 0 for the open pipeline, which has no rate
 * leaning   the draws of a simulation with shares of them replaced, and its parts scaled to the new mean
 *
 * Source: linear pool: Geweke & Amisano, Journal of Econometrics 164 (2011) 130–141, doi:10.1016/j.jeconom.2011.02.017;
 *   exponential weights: Freund & Schapire, JCSS 55 (1997) 119–139, doi:10.1006/jcss.1997.1504; that equal shares are hard to
 *   beat where little was tried: Clemen, International Journal of Forecasting 5 (1989), doi:10.1016/0169-2070(89)90012-5.
 * Checked against: shares by hand (lean.test.ts); coverage on known truth (bench/forecast-truth.bench.ts); Maven and Olist.
 */
import { diceOf } from './dice.ts';
import type { Past } from './past.ts';
import { FIGURES, type FigureName } from './figures.ts';
import type { Made, Simulated } from './simulate.ts';
import { valueOn } from './value-on.ts';

export type Tried = { readonly day: number; readonly own: number; readonly rate: number };
export type Shares = { readonly [F in FigureName]?: number };

const LEARNING = 3;
/** The rate is that of so many days. */
const WEEKS = 84;

type Wish = {
  readonly figure: FigureName;
  readonly known: number;
  readonly days: number;
  readonly tried: readonly Tried[];
  readonly every: number;
};

export const shareOf = ({ figure, known, days, tried, every }: Wish): number => {
  if (figure === 'pipelineMinor') return 0;
  const mean = (of: 'own' | 'rate'): number => tried.reduce((sum, one) => sum + one[of], 0) / tried.length;
  const [own, rate] = tried.length === 0 ? [1, 1] : [mean('own'), mean('rate')];
  const nearer = own + rate > 0 ? (2 * (own - rate)) / (own + rate) : 0;
  const apart = Math.min(tried.length, (tried.length * every) / days);
  const odds = (days / Math.max(1, known)) * Math.exp(LEARNING * apart * nearer);
  return odds / (1 + odds);
};

export const leaning = (alone: Simulated, known: Past, day: number, shares: Shares, seed: string): Simulated => {
  const { draws, checkpoints } = alone;
  const dice = diceOf(seed);
  const values = Object.fromEntries(FIGURES.map((f) => [f, Float64Array.from(alone.values[f])])) as { [F in FigureName]: Float64Array };
  const daily = (figure: FigureName): number => valueOn(known, figure, day - WEEKS + 1, day) / WEEKS;
  const [won, lost, opened] = [daily('won'), daily('lost'), daily('opened')];
  const amounts = known.deals.flatMap((d) =>
    d.won && d.closed !== null && d.closed > day - WEEKS && (d.minor ?? 0) >= 0 ? [d.minor ?? 0] : [],
  );
  for (let m = 0; m < draws; m++) {
    const lot = dice.uniform();
    const taken = FIGURES.filter((figure) => lot < (shares[figure] ?? 0));
    if (taken.length === 0) continue;
    const so = { won: 0, lost: 0, opened: 0, wonMinor: 0, pipelineMinor: 0 };
    checkpoints.forEach((last, c) => {
      const step = last - (checkpoints[c - 1] ?? 0);
      const wins = dice.poisson(won * step);
      so.won += wins;
      so.lost += dice.poisson(lost * step);
      so.opened += dice.poisson(opened * step);
      if (amounts.length > 0 && taken.includes('wonMinor'))
        for (let i = 0; i < wins; i++) so.wonMinor += amounts[Math.floor(dice.uniform() * amounts.length)]!;
      for (const figure of taken) values[figure][c * draws + m] = so[figure];
    });
  }
  return { ...alone, values, made: madeOf(alone, values) };
};

/** Parts of the mean, each as much greater or smaller as the whole became. */
const madeOf = ({ made, values: before, draws }: Simulated, values: Simulated['values']): Simulated['made'] => {
  const mean = (of: Float64Array): number => of.subarray(of.length - draws).reduce((a, b) => a + b, 0) / draws;
  return Object.fromEntries(
    FIGURES.map((figure): [FigureName, Made] => {
      const [was, is] = [mean(before[figure]), mean(values[figure])];
      const by = was > 0 ? is / was : 1;
      const { open, touched, coming } = made[figure];
      return [figure, { open: open * by, touched: touched * by, coming: coming * by }];
    }),
  ) as { [F in FigureName]: Made };
};
