/**
 * Futures: the forecast itself, as every door gives it: what was learnt on a day, drawn, and leaning on the plain rate as far as
 * earlier days say.
 *
 * In    known   the past as known at the end of `day`;  fit   learnt from it (fit.ts)
 *       checkpoints, draws, seed   as simulate.ts
 * Out   as simulate.ts; `shares` of the plain rate by figure
 *
 * Earlier days are MOST at most, APART days from one another, the latest as far back as the horizon reaches: each is forecast with
 * what was known then, TRIED draws.
 * Checked against: coverage on known truth (bench/forecast-truth.bench.ts).
 */
import { trailing } from './baselines.ts';
import { crpsOfDraws, fairCrps } from './crps.ts';
import { canForecast } from './enough.ts';
import { fitOf } from './fit.ts';
import { leaning, shareOf, type Shares, type Tried } from './lean.ts';
import { knownBy, type Past } from './past.ts';
import { FIGURES, type FigureName } from './figures.ts';
import { simulate, type Simulated, type Simulation } from './simulate.ts';
import { valueOn } from './value-on.ts';

const MOST = 6;
const APART = 28;
const TRIED = 200;

export const futuresOf = (wish: Simulation): Simulated & { readonly shares: Shares } => {
  const { known, fit, checkpoints, seed } = wish;
  const days = checkpoints.at(-1)!;
  const tried = triedOn(known, fit.day, days);
  const shares = Object.fromEntries(
    FIGURES.map((figure) => [figure, shareOf({ figure, known: fit.day - known.since, days, tried: tried[figure], every: APART })]),
  ) as { [F in FigureName]: number };
  return { ...leaning(simulate(wish), known, fit.day, shares, `${seed} rate`), shares };
};

const triedOn = (known: Past, day: number, days: number): { readonly [F in FigureName]: readonly Tried[] } => {
  const found: { [F in FigureName]: Tried[] } = { wonMinor: [], pipelineMinor: [], opened: [], won: [], lost: [] };
  for (let n = 0; n < MOST; n++) {
    const before = day - days - n * APART;
    const then = knownBy(known, before);
    const figures = FIGURES.filter((figure) => figure !== 'pipelineMinor' && canForecast(then, figure, before));
    if (figures.length === 0) break;
    const { values } = simulate({
      known: then,
      fit: fitOf(then, before, days),
      checkpoints: [days],
      draws: TRIED,
      seed: `tried ${before}`,
    });
    for (const figure of figures) {
      const happened = valueOn(known, figure, before + 1, before + days);
      const rate = trailing(then, figure, before, days, TRIED, `tried ${before}`);
      found[figure].push({ day: before, own: fairCrps(values[figure], happened), rate: crpsOfDraws(rate, happened) });
    }
  }
  return found;
};
