/**
 * Draws from the distributions that the truth is written in. Times are days, greater than 0.
 * Whole days are made by rounding up: a lag of d days stands for (d − 1, d].
 */
import type { Random } from '../kernel/random.ts';

/** Weibull: `shape` 1 is the exponential, above 1 the hazard rises; `medianDays` is where half have come. */
export type Weibull = { readonly family: 'weibull'; readonly shape: number; readonly medianDays: number };
/** Lognormal: `sigma` is the standard deviation of the logarithm. */
export type Lognormal = { readonly family: 'lognormal'; readonly sigma: number; readonly medianDays: number };
export type Lag = Weibull | Lognormal;

/** A lag in days, not rounded. */
const drawLag = (lag: Lag, r: Random): number =>
  lag.family === 'weibull'
    ? lag.medianDays * Math.exp(Math.log(-Math.log(1 - r.next()) / Math.LN2) / lag.shape)
    : lag.medianDays * Math.exp(lag.sigma * r.normal());

/** A lag in whole days, at least 1. */
export const lagDays = (lag: Lag, r: Random): number => Math.max(1, Math.ceil(drawLag(lag, r)));

/** Days to the next event of a Poisson process with `perYear` events a year. */
export const gapDays = (perYear: number, r: Random): number => (-Math.log(1 - r.next()) * 365) / perYear;

/** One of the list, each as likely as its weight says. */
export const pickBy = <T>(from: readonly (readonly [T, number])[], r: Random): T => {
  let left = r.next() * from.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [thing, weight] of from) {
    left -= weight;
    if (left < 0) return thing;
  }
  return from.at(-1)![0];
};
