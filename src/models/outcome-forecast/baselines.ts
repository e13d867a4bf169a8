/**
 * Naive baselines: what somebody without a model would have said on the same day, of what is added from tomorrow to the horizon
 * (for the pipeline: what will stand open).
 *
 * trailing      distribution: deals of the last TRAILING weeks go on at that rate, each with an amount as won before (Poisson);
 *               a pipeline stays as it is, moved as it was moved over spans of that length
 * stageWeighted one number: each open deal's amount × the share won of deals that were in its stage; nothing new comes
 * lastYear      one number: what the same days a year ago brought; null where the record does not reach back so far
 *
 * In    known   the past as known at the end of `day` (nothing later may be in it)
 * The CRPS of one number is its distance to what happened.
 */
import { diceOf } from './dice.ts';
import { stageOn, type Past } from './past.ts';
import type { FigureName } from './figures.ts';
import { valueOn } from './value-on.ts';

const TRAILING = 84;

export const trailing = (known: Past, figure: FigureName, day: number, days: number, draws: number, seed: string): Float64Array => {
  const dice = diceOf(seed);
  if (figure === 'pipelineMinor') {
    const now = valueOn(known, figure, 0, day);
    const ratios: number[] = [];
    for (let t = day - days; t >= known.since && ratios.length < 52; t -= 7) {
      const [a, b] = [valueOn(known, figure, 0, t), valueOn(known, figure, 0, t + days)];
      if (a > 0) ratios.push(b / a);
    }
    return Float64Array.from({ length: draws }, () =>
      ratios.length === 0 ? now : now * ratios[Math.floor(dice.uniform() * ratios.length)]!,
    );
  }
  const begin = day - TRAILING;
  const mean = (valueOn(known, figure === 'wonMinor' ? 'won' : figure, begin + 1, day) * days) / TRAILING;
  if (figure !== 'wonMinor') return Float64Array.from({ length: draws }, () => dice.poisson(mean));
  const amounts = known.deals.flatMap((d) => (d.won && d.closed !== null && d.closed > begin && (d.minor ?? 0) >= 0 ? [d.minor ?? 0] : []));
  return Float64Array.from({ length: draws }, () => {
    let sum = 0;
    for (let n = dice.poisson(mean); n > 0; n--) sum += amounts.length === 0 ? 0 : amounts[Math.floor(dice.uniform() * amounts.length)]!;
    return sum;
  });
};

export const stageWeighted = (known: Past, figure: FigureName, day: number): number | null => {
  if (figure !== 'wonMinor' && figure !== 'won') return null;
  const shares = new Map<string, { won: number; closed: number }>();
  const all = { won: 0, closed: 0 };
  for (const deal of known.deals) {
    if (deal.closed === null) continue;
    for (const stage of new Set(deal.stages.map(([s]) => s))) {
      const one = shares.get(stage) ?? { won: 0, closed: 0 };
      shares.set(stage, { won: one.won + (deal.won ? 1 : 0), closed: one.closed + 1 });
    }
    all.closed += 1;
    if (deal.won) all.won += 1;
  }
  if (all.closed === 0) return null;
  const priced = known.deals.filter((d) => d.won && (d.minor ?? 0) > 0);
  const mean = priced.length === 0 ? 0 : priced.reduce((sum, d) => sum + d.minor!, 0) / priced.length;
  return known.deals.reduce((sum, deal) => {
    if (deal.closed !== null) return sum;
    const { won, closed } = shares.get(stageOn(deal, day)) ?? all;
    return sum + (won / closed) * (figure === 'won' ? 1 : (deal.minor ?? mean));
  }, 0);
};

export const lastYear = (known: Past, figure: FigureName, day: number, days: number): number | null => {
  const begin = day - 364;
  if (begin < known.since) return null;
  return figure === 'pipelineMinor' ? valueOn(known, figure, 0, begin + days) : valueOn(known, figure, begin + 1, begin + days);
};
