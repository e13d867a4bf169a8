/**
 * Reported trend: where a value that people check in will stand, from how it moved between check-ins.
 *
 * In    said    values by day number, ascending days, of one outcome
 *       days    days from the last of them to the due date, ≥ 0
 *       draws, seed
 * Out   draws of the value on the due date: a walk with drift whose daily drift and unrest are learnt from the steps; the drift is
 *       as unsure as so few steps leave it (Student's t through a gamma draw of the unrest)
 *       null    fewer than LEAST check-ins, or over fewer than LEAST_DAYS days: a trend of two points is an opinion
 * `level`  true where the value may fall; else it only grows (a count of meetings), and no draw falls below the last one said
 *
 * Source: random walk with drift, conjugate normal and inverse gamma (Gelman et al., "Bayesian Data Analysis", 3.2).
 * Checked against: coverage on simulated walks (reported-trend.test.ts).
 */
import { diceOf } from './dice.ts';

export const LEAST_CHECK_INS = 4;
export const LEAST_DAYS = 21;

export type Said = { readonly day: number; readonly value: number };

export const reportedTrend = (said: readonly Said[], days: number, level: boolean, draws: number, seed: string): Float64Array | null => {
  const steps = said.slice(1).flatMap(({ day, value }, i) => {
    const before = said[i]!;
    return day > before.day ? [{ days: day - before.day, by: value - before.value }] : [];
  });
  const span = (said.at(-1)?.day ?? 0) - (said[0]?.day ?? 0);
  if (said.length < LEAST_CHECK_INS || steps.length < LEAST_CHECK_INS - 1 || span < LEAST_DAYS) return null;
  const drift = steps.reduce((sum, { by }) => sum + by, 0) / span;
  const unrest = steps.reduce((sum, step) => sum + (step.by - drift * step.days) ** 2 / step.days, 0);
  const freedom = steps.length - 1;
  const dice = diceOf(seed);
  const last = said.at(-1)!.value;
  return Float64Array.from({ length: draws }, () => {
    const variance = unrest / (2 * dice.gamma(freedom / 2));
    const way = drift + Math.sqrt(variance / span) * dice.normal();
    const end = last + way * days + Math.sqrt(variance * days) * dice.normal();
    return level ? end : Math.max(last, end);
  });
};
