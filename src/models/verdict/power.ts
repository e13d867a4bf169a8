/**
 * Power: how likely a comparison of randomised arms is to see a relative effect, and the least effect it would probably see.
 *
 * powerOf    chance in (0, 1) that the effect is told from none, in either direction
 * leastSeen  the least relative effect above 0 with that power; null where no size reaches it
 *
 * In    mean, variance   of one case of the first arm; n  cases of all arms together; arms  2 or more of equal weight
 *       error    accepted chance of a wrong word, two-sided
 *       tuning   null for one look planned beforehand; else the tuning of the sequence that is valid at every look
 * Throws RangeError   fewer than two arms, mean 0, n not > 0
 *
 * Source: J. Cohen, Statistical Power Analysis (1988), ch. 2, with the delta method for a relative effect; the sequence's width in place of
 *   the normal quantile (verdict/compare.ts).
 * Checked against: vectors/experiments_growthbook.json (power, power_weekly), 1e-9.
 */
import { normalShare } from '../normal-share.ts';
import { normalQuantile } from '../normal.ts';
import { rhoOf } from './compare.ts';

export type Planned = {
  readonly mean: number;
  readonly variance: number;
  readonly n: number;
  readonly arms: number;
  readonly error: number;
  readonly tuning: number | null;
};

export const powerOf = (planned: Planned, effect: number): number => {
  const z = normalQuantile(1 - planned.error / 2);
  const apart = effect / (Math.sqrt(spread(planned, effect)) * wider(planned));
  return normalShare(apart - z) + normalShare(-apart - z);
};

export const leastSeen = (planned: Planned, power: number): number | null => {
  // The spread of a relative effect e grows with it: e² = w·(1 + (1 + e)²).
  const wanted = (normalQuantile(1 - planned.error / 2) + normalQuantile(power)) * wider(planned);
  const w = (wanted ** 2 * planned.variance) / (planned.mean ** 2 * eachOf(planned));
  return w >= 1 ? null : (w + Math.sqrt(w * (2 - w))) / (1 - w);
};

const eachOf = ({ n, arms, mean }: Planned): number => {
  if (!(arms >= 2 && n > 0 && mean !== 0))
    throw new RangeError(`two arms or more, cases and a mean other than 0 wanted: ${arms}, ${n}, ${mean}`);
  return n / arms;
};

const spread = (planned: Planned, effect: number): number =>
  (planned.variance / (planned.mean ** 2 * eachOf(planned))) * (1 + (1 + effect) ** 2);

/** How many times wider the sequence is than the interval of one planned look; its power is taken as that of an interval so much wider. */
const wider = (planned: Planned): number => {
  const { error, tuning } = planned;
  if (tuning === null) return 1;
  const m = 2 * eachOf(planned) * rhoOf(error, tuning) ** 2 + 1;
  return Math.sqrt((2 * m * Math.log(Math.sqrt(m) / error)) / (m - 1)) / normalQuantile(1 - error / 2);
};
