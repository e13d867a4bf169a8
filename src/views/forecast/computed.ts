/**
 * Forecasts of outcomes from plain inputs: what the server computes off its event loop. Pure; deterministic by day.
 *
 * In    past       the whole record (models/outcome-forecast/past.ts);  day   nothing dated later is used
 *       wishes     one for each outcome: its period, target, what it counts, its value so far (`nows`, by figure)
 * Out   for each wish numbers, or why there are none. Values are in the unit of the figure (whole minor units or counts); a
 *       formula's times its scale. Days are day numbers.
 */
import { parseFormula } from '../../domain/strategy/formula/parse.ts';
import { RHOS } from '../../models/outcome-forecast/common-shock.ts';
import { canForecast, enoughOf, type Enough } from '../../models/outcome-forecast/enough.ts';
import { fitOf } from '../../models/outcome-forecast/fit.ts';
import { futuresOf } from '../../models/outcome-forecast/futures.ts';
import { knownBy, type Past } from '../../models/outcome-forecast/past.ts';
import { leadsPerCampaign, pulseOf } from '../../models/outcome-forecast/pulse.ts';
import type { FigureName } from '../../models/outcome-forecast/figures.ts';
import type { Made, Simulated } from '../../models/outcome-forecast/simulate.ts';
import { valueOn } from '../../models/outcome-forecast/value-on.ts';
import { evenQuantiles } from '../../models/outcome-forecast/what-if.ts';
import { evaluate } from '../agree/formula-value.ts';

export type Nows = { readonly [F in FigureName]: number | null };
export type ForecastWish = {
  readonly from: number;
  readonly due: number;
  readonly counts: { readonly figure: FigureName } | FormulaOf;
  readonly nows: Nows;
  /** Channels of planned work, folded. */
  readonly channels: readonly string[];
};
/** `whole` minor units are one unit of money; the result is multiplied by `scale`. */
export type FormulaOf = {
  readonly formula: string;
  readonly names: { readonly [ref: string]: FigureName };
  readonly whole: number;
  readonly scale: number;
};
export type ForecastJob = { readonly past: Past; readonly day: number; readonly wishes: readonly ForecastWish[]; readonly draws: number };

export type FanWeek = { readonly day: number; readonly quantiles: readonly [number, number, number, number, number] };
export type ChannelRate = {
  readonly channel: string;
  /** What one lead more brings by each day after it came (pulse.ts). */
  readonly pulse: readonly number[];
  /** Leads of one campaign, from so many campaigns of the past; `own`: of this channel. null: too few campaigns are known. */
  readonly campaign: { readonly leads: number; readonly from: number; readonly own: boolean } | null;
};
export type ForecastNumbers = {
  readonly now: number | null;
  readonly weeks: readonly FanWeek[];
  /** Even quantiles of the value at the due date, at (i + ½) ÷ 200. */
  readonly fine: readonly number[];
  readonly mean: number;
  /** Means at the due date; null for a formula. */
  readonly made: Made | null;
  readonly trail: readonly { readonly day: number; readonly value: number }[];
  readonly rates: readonly ChannelRate[];
  readonly shock: number;
  /** Share of the futures that is the plain rate (lean.ts); null for a formula. */
  readonly lean: number | null;
  readonly coverage: { readonly open: number; readonly staged: number; readonly priced: number };
  readonly learnt: Enough;
};
export type Found =
  | { readonly refused: null; readonly numbers: ForecastNumbers }
  | { readonly refused: 'thin' | 'too-far' | 'unpriced' | 'cannot'; readonly learnt: Enough; readonly numbers: null };

/** So many days ahead nothing of the past says anything any more. */
export const FARTHEST = 550;
const FINE = 200;
const MOST_POINTS = 27;

export const computeForecasts = ({ past, day, wishes, draws }: ForecastJob): Found[] => {
  const known = knownBy(past, day);
  const learnt = enoughOf(known, day);
  let fit: ReturnType<typeof fitOf> | null = null;
  const simulations = new Map<string, ReturnType<typeof futuresOf>>();
  return wishes.map((wish): Found => {
    const { from, due, counts, channels } = wish;
    const thin = figuresOf(counts).some((figure) => !canForecast(known, figure, day));
    if (thin) return { refused: 'thin', learnt, numbers: null };
    if (due - day > FARTHEST) return { refused: 'too-far', learnt, numbers: null };
    if ('figure' in counts && counts.figure.endsWith('Minor') && !known.deals.some(({ won, minor }) => won && minor !== null))
      return { refused: 'unpriced', learnt, numbers: null };
    fit ??= fitOf(known, day, Math.max(1, ...wishes.map((w) => w.due - day)));
    const checkpoints = pointsOf(day, from, due);
    const key = checkpoints.join(' ');
    const simulated = simulations.get(key) ?? futuresOf({ known, fit, checkpoints, draws, seed: `forecast ${day}` });
    simulations.set(key, simulated);
    const values = valuesOf(simulated, wish, day);
    if (values === null) return { refused: 'cannot', learnt, numbers: null };
    const figure = 'figure' in counts ? counts.figure : null;
    const open = known.deals.filter(({ closed }) => closed === null);
    const last = values.at(-1)!;
    const leads = fit.leads;
    return {
      refused: null,
      numbers: {
        now: figure ? wish.nows[figure] : null,
        weeks: checkpoints.flatMap((c, i): FanWeek[] => {
          const q = evenQuantiles(values[i]!, FINE);
          return day + c < from ? [] : [{ day: day + c, quantiles: [q[20]!, q[50]!, (q[99]! + q[100]!) / 2, q[149]!, q[179]!] }];
        }),
        fine: evenQuantiles(last, FINE),
        mean: last.reduce((a, b) => a + b, 0) / last.length,
        made: figure && from <= day + 1 ? simulated.made[figure] : null,
        trail: figure ? trailOf(past, figure, from, day) : [],
        rates:
          figure && leads
            ? [...new Set(channels)].map((channel) => ({
                channel,
                pulse: [...pulseOf(fit!, figure, channel, due - day)!],
                campaign: leadsPerCampaign(leads, channel),
              }))
            : [],
        shock: fit.shock.reduce((sum, w, i) => sum + w * RHOS[i]!, 0),
        lean: figure ? (simulated.shares[figure] ?? 0) : null,
        coverage: {
          open: open.length,
          staged: open.filter(({ stages }) => stages.length > 0).length,
          priced: open.filter(({ minor }) => minor !== null).length,
        },
        learnt,
      },
    };
  });
};

const figuresOf = (counts: ForecastWish['counts']): readonly FigureName[] =>
  'figure' in counts ? [counts.figure] : Object.values(counts.names);

/** Days ahead: weekly until the due date (less often where it is far), with the day before the period begins where that lies ahead. */
const pointsOf = (day: number, from: number, due: number): number[] => {
  const days = due - day;
  const step = 7 * Math.max(1, Math.ceil(days / 7 / MOST_POINTS));
  const points = Array.from({ length: Math.floor((days - 1) / step) }, (_, i) => (i + 1) * step);
  const before = from - 1 - day;
  return [...new Set([...points, days, ...(before > 0 && before < days ? [before] : [])])].toSorted((a, b) => a - b);
};

/** Values of the outcome at each checkpoint, by draw; null where a draw of a formula cannot be computed. */
const valuesOf = ({ values, draws, checkpoints }: Simulated, { from, counts, nows }: ForecastWish, day: number): Float64Array[] | null => {
  const before = checkpoints.indexOf(from - 1 - day);
  const of = (figure: FigureName, c: number, m: number): number => {
    const value = values[figure][c * draws + m]!;
    if (figure === 'pipelineMinor') return value;
    if (before >= 0) return value - (c <= before ? value : values[figure][before * draws + m]!);
    return value + (nows[figure] ?? 0);
  };
  if ('figure' in counts) return checkpoints.map((_, c) => Float64Array.from({ length: draws }, (_m, m) => of(counts.figure, c, m)));
  const parsed = parseFormula(counts.formula);
  if (!parsed.ok) return null;
  let failed = 0;
  const found = checkpoints.map((_, c) =>
    Float64Array.from({ length: draws }, (_m, m) => {
      const made = evaluate(parsed.value, (ref) => {
        const figure = counts.names[ref];
        if (!figure) return { value: null, why: 'not a measure' };
        const value = of(figure, c, m);
        return { value: figure.endsWith('Minor') ? value / counts.whole : value };
      });
      if (made.value === null) failed += 1;
      return (made.value ?? 0) * counts.scale;
    }),
  );
  // A few draws may divide by nothing; more, and the formula has no forecast.
  return failed > 0.01 * draws * checkpoints.length ? null : found;
};

/** How it came to be: weekly values until `day`, from the beginning of the period or eight weeks ago. */
const trailOf = (past: Past, figure: FigureName, from: number, day: number): ForecastNumbers['trail'] => {
  const level = figure === 'pipelineMinor';
  const first = Math.max(past.since, level ? Math.min(from, day - 70) : from);
  if (first > day) return [];
  const n = Math.floor((day - first) / 7);
  return Array.from({ length: n + 1 }, (_, i) => day - 7 * (n - i)).map((d) => ({ day: d, value: valueOn(past, figure, from, d) }));
};
