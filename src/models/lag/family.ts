/**
 * Families of lags: how ln(days) spreads, as μ + σ·W for a standard W.
 *
 * exponential   W extreme value, σ = 1          weibull    W extreme value (shape 1/σ, scale e^μ)
 * lognormal     W normal                        loglogistic  W logistic (shape 1/σ, scale e^μ)
 * gengamma      generalised gamma in Prentice's form: shape Q any real; Q = 1 is Weibull, Q = 0 lognormal, Q = σ gamma
 *
 * In    z      (ln days − μ)/σ, any real;  q  Prentice's Q, for gengamma only
 * Out   above, below   share of W above and below z, in [0, 1], each without loss where it is small
 *       logDensity     ln of the density of W;  slope  its derivative in z
 *
 * Prentice's form because the usual (k, p, λ) runs off to infinity where the data are near lognormal.
 *
 * Source: Prentice, "A log gamma model and its maximum likelihood estimation", Biometrika 61 (1974) 539–544,
 *   doi:10.1093/biomet/61.3.539; Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data, 2nd ed. (2002), ch. 2.
 * Checked against: scipy.stats (weibull_min, lognorm, fisk, gengamma); R through the vectors.
 */
import { expm1Less, gammaTails, stirlingError } from '../gamma.ts';
import { normalAbove } from '../normal-share.ts';

export const FAMILIES = ['exponential', 'weibull', 'lognormal', 'loglogistic', 'gengamma'] as const;
export type Family = (typeof FAMILIES)[number];

type Standard = {
  readonly above: (z: number, q: number) => number;
  readonly below: (z: number, q: number) => number;
  readonly logDensity: (z: number, q: number) => number;
  readonly slope: (z: number, q: number) => number;
};

const HALF_LOG_2PI = Math.log(2 * Math.PI) / 2;

const extreme: Standard = {
  above: (z) => Math.exp(-Math.exp(z)),
  below: (z) => -Math.expm1(-Math.exp(z)),
  logDensity: (z) => z - Math.exp(z),
  slope: (z) => 1 - Math.exp(z),
};
const normal: Standard = {
  above: normalAbove,
  below: (z) => normalAbove(-z),
  logDensity: (z) => -HALF_LOG_2PI - (z * z) / 2,
  slope: (z) => -z,
};
const logistic: Standard = {
  above: (z) => 1 / (1 + Math.exp(z)),
  below: (z) => 1 / (1 + Math.exp(-z)),
  logDensity: (z) => -Math.abs(z) - 2 * Math.log1p(Math.exp(-Math.abs(z))),
  slope: (z) => -Math.tanh(z / 2),
};
/** Nearer to lognormal than this, the difference is below the precision of a double. */
const FLAT = 1e-7;
const logGamma: Standard = {
  above: (z, q) =>
    Math.abs(q) < FLAT ? normal.above(z, q) : q > 0 ? gammaTails(1 / (q * q), q * z).above : gammaTails(1 / (q * q), q * z).below,
  below: (z, q) =>
    Math.abs(q) < FLAT ? normal.below(z, q) : q > 0 ? gammaTails(1 / (q * q), q * z).below : gammaTails(1 / (q * q), q * z).above,
  logDensity: (z, q) =>
    Math.abs(q) < FLAT ? normal.logDensity(z, q) : -HALF_LOG_2PI - stirlingError(1 / (q * q)) - expm1Less(q * z) / (q * q),
  slope: (z, q) => (Math.abs(q) < FLAT ? -z : -Math.expm1(q * z) / q),
};

export const standard: { readonly [F in Family]: Standard } = {
  exponential: extreme,
  weibull: extreme,
  lognormal: normal,
  loglogistic: logistic,
  gengamma: logGamma,
};

/** How many parameters a family has beside its location: spread and shape. */
export const extrasOf = (family: Family): number => (family === 'exponential' ? 0 : family === 'gengamma' ? 2 : 1);
