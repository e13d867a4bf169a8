/**
 * Latest useful start: the last day on which work can begin and still move an outcome by its due date.
 *
 * The lag is the time from the start of the work to its effect being counted. Until a company's own lags are modelled,
 * two stated figures per kind of work describe it, as a lognormal distribution: the days after which half of the effect
 * has shown, and those after which most of it (85 %) has.
 *
 * lagQuantile    days after which a share p of the effect has shown
 * shareWithin    share of the effect that has shown after so many days; 0 for none or fewer
 *
 * In    half, most   days, finite, 0 < half < most
 *       p            in (0, 1);  days any finite number
 * Out   days ≥ 0; share in [0, 1)
 * Throws RangeError   out of range
 *
 * The useful start is the due date minus the lag quantile; at p = 0.5 half of the effect still lands in time. It says
 * nothing about the size of the effect.
 *
 * Source: lags of B2B response are right-skewed and near lognormal (reference/engines.md, section 2).
 * Checked against: scipy.stats.lognorm.cdf and ppf (1.17.1).
 */
import { normalQuantile } from '../normal.ts';

/** The share that "most" stands for. */
export const MOST = 0.85;
/** The share of the effect that a start must still let land in time to be called useful. */
export const USEFUL = 0.5;

export type AssumedLag = { readonly half: number; readonly most: number };

const spreadOf = ({ half, most }: AssumedLag): number => {
  if (!(half > 0 && most > half && Number.isFinite(most))) throw new RangeError(`lag: 0 < half < most wanted, got ${half} and ${most}`);
  return Math.log(most / half) / normalQuantile(MOST);
};

export const lagQuantile = (lag: AssumedLag, p: number): number => lag.half * Math.exp(spreadOf(lag) * normalQuantile(p));

export const shareWithin = (lag: AssumedLag, days: number): number =>
  days <= 0 ? 0 : normalShare(Math.log(days / lag.half) / spreadOf(lag));

/** Φ(z), by the complementary error function of W. J. Cody's rational approximation as given in Numerical Recipes (erfcc, 1.2e-7). */
const normalShare = (z: number): number => {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const tail =
    (t *
      Math.exp(
        -x * x -
          1.26551223 +
          t *
            (1.00002368 +
              t *
                (0.37409196 +
                  t *
                    (0.09678418 +
                      t * (-0.18628806 + t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))),
      )) /
    2;
  return z < 0 ? tail : 1 - tail;
};
