/**
 * Likelihood of lags, some of which never end: minus its logarithm, with the gradient.
 *
 * A share 1 − c comes (event 1) after a lag of one family; c never does. Of those a share l meets event 2 (lost) after a lag
 * of a family of its own; the rest stays open for ever.
 *   still open after t    (1 − c)·S₁(t) + c·(l·S₂(t) + 1 − l)
 *   came on t             (1 − c)·f₁(t)            lost on t   c·l·f₂(t)
 *   watched from e on     divided by what was still open at e
 *
 * Timing   exact        t as given, density f: for measured times
 *          whole-days   a lag of d days is a difference of local dates: it stands for (d − ½, d + ½], day 0 for (0, ½]; f is
 *                       then the share that falls into it, open means beyond d + ½, and entry e that a lag of e + 1 days would be the first to be seen
 *
 * Parameters, in this order: logit c (as many as w has columns; none where nobody never comes), logit l (where some are lost
 *   and some stay open), then for each event: location (as many as x has columns), ln σ (not for exponential), Q (gengamma)
 * Columns   x shift ln days, w shift logit c; [1] where not given
 *
 * Throws RangeError   an exact event on day 0
 * Source: Boag, J. R. Statist. Soc. B 11 (1949) 15–53 (share never cured); Larson & Dinse, Applied Statistics 34 (1985) 201–211,
 *   doi:10.2307/2347464 (ends that rule each other out as a mixture); Lindsey & Ryan, Statistics in Medicine 17 (1998) 219–238
 *   (likelihood of times known to an interval).
 * Checked against: R (vectors/survival_*.json), and its gradient against differences.
 */
import type { Slope } from '../minimise.ts';
import type { Spell } from '../survival/spell.ts';
import { extrasOf, standard, type Family } from './family.ts';

export type Timing = 'exact' | 'whole-days';
export type Watched = Spell & { readonly x?: readonly number[]; readonly w?: readonly number[] };

/** Which parameters there are. `lost` null: only one event; `stalls` false: whoever never comes is lost some day. */
export type Shape = {
  readonly family: Family;
  readonly never: boolean;
  readonly lost: { readonly family: Family; readonly stalls: boolean } | null;
  readonly columns: number;
  readonly neverColumns: number;
  readonly timing: Timing;
};

export type Cause = { readonly family: Family; readonly at: number };
type Places = { readonly lostShare: number | null; readonly causes: readonly Cause[]; readonly size: number };

/** Where each parameter stands. */
export const placesOf = ({ family, never, lost, columns, neverColumns }: Shape): Places => {
  let next = never ? neverColumns : 0;
  const lostShare = lost?.stalls && never ? next++ : null;
  const causes = [family, ...(lost ? [lost.family] : [])].map((f) => {
    const at = next;
    next += columns + extrasOf(f);
    return { family: f, at };
  });
  return { lostShare, causes, size: next };
};

const ONE: readonly number[] = [1];
const FLOOR = 1e-290;
const STEP = 1e-5;

export const minusLogLikelihood = (rows: readonly Watched[], shape: Shape): ((p: readonly number[]) => Slope) => {
  const { lostShare, causes, size } = placesOf(shape);
  const whole = shape.timing === 'whole-days';
  const { columns } = shape;
  return (p) => {
    let value = 0;
    const gradient = Array.from({ length: size }, () => 0);
    const l = lostShare === null ? (shape.lost ? 1 : 0) : 1 / (1 + Math.exp(-p[lostShare]!));

    /** Adds weight · ∂S/∂(parameters of the cause) at t. */
    const spread = ({ family, at }: Cause, z: number, x: readonly number[], weight: number): void => {
      const { above, logDensity } = standard[family];
      const sigma = family === 'exponential' ? 1 : Math.exp(p[at + columns]!);
      const q = family === 'gengamma' ? p[at + columns + 1]! : 0;
      const f = Math.exp(logDensity(z, q));
      for (let i = 0; i < columns; i++) gradient[at + i]! += (weight * f * x[i]!) / sigma;
      if (family !== 'exponential') gradient[at + columns]! += weight * f * z;
      if (family === 'gengamma') gradient[at + columns + 1]! += (weight * (above(z, q + STEP) - above(z, q - STEP))) / (2 * STEP);
    };
    const zOf = ({ family, at }: Cause, t: number, x: readonly number[]): number => {
      let mu = 0;
      for (let i = 0; i < columns; i++) mu += p[at + i]! * x[i]!;
      return (Math.log(t) - mu) / (family === 'exponential' ? 1 : Math.exp(p[at + columns]!));
    };
    const qOf = ({ family, at }: Cause): number => (family === 'gengamma' ? p[at + columns + 1]! : 0);

    /** Adds n · ln(share still open at t) to the value of −ln L, with its gradient. */
    const stillOpen = (t: number, n: number, c: number, x: readonly number[], w: readonly number[]): void => {
      if (t <= 0) return;
      const z = causes.map((cause) => zOf(cause, t, x));
      const s = causes.map((cause, k) => standard[cause.family].above(z[k]!, qOf(cause)));
      const rest = shape.lost ? l * s[1]! + 1 - l : 1;
      const open = (1 - c) * s[0]! + c * rest;
      if (!(open > FLOOR)) {
        value += n * Infinity;
        return;
      }
      value -= n * Math.log(open);
      const by = -n / open;
      spread(causes[0]!, z[0]!, x, by * (1 - c));
      if (shape.never) for (let i = 0; i < shape.neverColumns; i++) gradient[i]! += by * (rest - s[0]!) * c * (1 - c) * w[i]!;
      if (shape.lost) spread(causes[1]!, z[1]!, x, by * c * l);
      if (lostShare !== null) gradient[lostShare]! += by * c * (s[1]! - 1) * l * (1 - l);
    };

    for (const { day, event, n, entry, x = ONE, w = ONE } of rows) {
      let eta = 0;
      if (shape.never) for (let i = 0; i < shape.neverColumns; i++) eta += p[i]! * w[i]!;
      const c = shape.never ? 1 / (1 + Math.exp(-eta)) : 0;
      if (entry !== undefined) stillOpen(whole ? entry + 0.5 : entry, -n, c, x, w);
      if (event === 0) {
        stillOpen(whole ? day + 0.5 : day, n, c, x, w);
        continue;
      }
      const cause = causes[event - 1]!;
      // ln(1 − c) or ln(c·l), without loss where c is near 0 or 1.
      if (shape.never) {
        value += n * (event === 1 ? softplus(eta) : softplus(-eta));
        for (let i = 0; i < shape.neverColumns; i++) gradient[i]! += n * (event === 1 ? c : c - 1) * w[i]!;
      }
      if (event === 2 && lostShare !== null) {
        value += n * softplus(-p[lostShare]!);
        gradient[lostShare]! += n * (l - 1);
      }
      const { above, below, logDensity, slope } = standard[cause.family];
      const q = qOf(cause);
      if (whole) {
        const high = zOf(cause, day + 0.5, x);
        const low = day < 1 ? -Infinity : zOf(cause, day - 0.5, x);
        const share = low > 0 ? above(low, q) - above(high, q) : below(high, q) - (low === -Infinity ? 0 : below(low, q));
        if (share > FLOOR) {
          value -= n * Math.log(share);
          spread(cause, high, x, n / share);
          if (low > -Infinity) spread(cause, low, x, -n / share);
          continue;
        }
      } else if (!(day > 0)) throw new RangeError('likelihood: an exact event on day 0 cannot be; use whole days');
      // The density: exactly, or as the share of a day so far out that its ends no longer differ.
      const z = zOf(cause, day, x);
      const sigma = cause.family === 'exponential' ? 1 : Math.exp(p[cause.at + columns]!);
      value -= n * (logDensity(z, q) - Math.log(sigma) - Math.log(day));
      const dz = slope(z, q);
      for (let i = 0; i < columns; i++) gradient[cause.at + i]! += (n * dz * x[i]!) / sigma;
      if (cause.family !== 'exponential') gradient[cause.at + columns]! += n * (dz * z + 1);
      if (cause.family === 'gengamma')
        gradient[cause.at + columns + 1]! -= (n * (logDensity(z, q + STEP) - logDensity(z, q - STEP))) / (2 * STEP);
    }
    return { value: Number.isNaN(value) ? Infinity : value, gradient };
  };
};

/** ln(1 + e^x). */
const softplus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));
