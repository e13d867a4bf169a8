/**
 * A fitted lag, and what it says about days: how many come by when, and how likely one still open is to come.
 *
 * never        share that never comes, in [0, 1);  on its edge (`edge`) where the data are fitted best without such a share
 * come, lost   ln(days) = location + spread·W of the family (family.ts), q for gengamma only; lost.share of those who never come
 *              meets event 2 some day, the rest stays open for ever
 *
 * shareBy        share of all that came within so many days;  lostBy likewise for event 2
 * openAfter      share still open after so many days
 * halfDays       day by which a share p of those who ever come has come, p in (0, 1); need not be whole
 * conditionalWin chance that one still open at the age of `age` days comes within `horizon` more days, in [0, 1]:
 *                (1 − c)(S₁(a) − S₁(a + h)) / open(a); with nothing lost, open(a) = c + (1 − c)·S₁(a)
 *                null where nothing is still open at that age by this fit
 *
 * Days of a fit of whole days are whole: what "within 30 days" means is a lag of 30 or fewer local days, so 30½ are read.
 * Checked against: vectors/survival_cure_synthetic5000.json (conditional_conversion), 1e-6.
 */
import { standard, type Family } from './family.ts';
import { placesOf, type Timing } from './likelihood.ts';
import type { Maximum } from './maximum.ts';

export type Spread = { readonly family: Family; readonly location: number; readonly spread: number; readonly q: number };

export type LagFit = {
  readonly timing: Timing;
  readonly never: number;
  readonly edge: boolean;
  readonly come: Spread;
  readonly lost: (Spread & { readonly share: number }) | null;
};

/** The fit that a vector of parameters means. */
export const fitAt = ({ shape }: Pick<Maximum, 'shape'>, p: readonly number[]): LagFit => {
  const { causes, lostShare } = placesOf(shape);
  const spreads = causes.map(({ family, at }): Spread => ({
    family,
    location: p[at]!,
    spread: family === 'exponential' ? 1 : Math.exp(p[at + shape.columns]!),
    q: family === 'gengamma' ? p[at + shape.columns + 1]! : 0,
  }));
  const share = lostShare === null ? 1 : 1 / (1 + Math.exp(-p[lostShare]!));
  return {
    timing: shape.timing,
    never: shape.never ? 1 / (1 + Math.exp(-p[0]!)) : 0,
    edge: !shape.never,
    come: spreads[0]!,
    lost: spreads[1] ? { ...spreads[1], share } : null,
  };
};

const readAt = ({ timing }: LagFit, days: number): number => (timing === 'whole-days' ? days + 0.5 : days);
const zOf = ({ location, spread }: Spread, t: number): number => (t > 0 ? (Math.log(t) - location) / spread : -Infinity);
const above = (s: Spread, t: number): number => (t > 0 ? standard[s.family].above(zOf(s, t), s.q) : 1);
const below = (s: Spread, t: number): number => (t > 0 ? standard[s.family].below(zOf(s, t), s.q) : 0);

export const shareBy = (fit: LagFit, days: number): number => (days < 0 ? 0 : (1 - fit.never) * below(fit.come, readAt(fit, days)));

export const lostBy = (fit: LagFit, days: number): number =>
  fit.lost && days >= 0 ? fit.never * fit.lost.share * below(fit.lost, readAt(fit, days)) : 0;

export const openAfter = (fit: LagFit, days: number): number => {
  if (days < 0) return 1;
  const t = readAt(fit, days);
  const rest = fit.lost ? fit.lost.share * above(fit.lost, t) + 1 - fit.lost.share : 1;
  return (1 - fit.never) * above(fit.come, t) + fit.never * rest;
};

export const conditionalWin = (fit: LagFit, age: number, horizon: number): number | null => {
  const open = openAfter(fit, age);
  if (!(open > 1e-12)) return null;
  if (horizon <= 0) return 0;
  const from = age < 0 ? 0 : readAt(fit, age);
  const gone = above(fit.come, from) - (horizon === Infinity ? 0 : above(fit.come, from + horizon));
  return Math.min(1, ((1 - fit.never) * gone) / open);
};

export const halfDays = (fit: Pick<LagFit, 'come'>, p = 0.5): number => {
  if (!(p > 0 && p < 1)) throw new RangeError(`halfDays: a share in (0, 1) wanted, got ${p}`);
  const { family, location, spread, q } = fit.come;
  let [low, high] = [-40, 40];
  for (let i = 0; i < 200 && high - low > 1e-13; i++) {
    const z = (low + high) / 2;
    if (standard[family].below(z, q) < p) low = z;
    else high = z;
  }
  return Math.exp(location + (spread * (low + high)) / 2);
};
