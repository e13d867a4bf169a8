/**
 * Invented companies whose lags are known: leads at random times of a window, a share of which comes after a lag of a known family,
 * all read in whole local days as a CRM gives them. What a fit says is held against the truth it was drawn from.
 */
import { random } from '../../src/kernel/random.ts';
import { normalShare } from '../../src/models/normal-share.ts';
import type { Spell } from '../../src/models/survival/spell.ts';

export type LagTruth = {
  readonly family: 'weibull' | 'lognormal';
  readonly median: number;
  readonly spread: number;
  /** Share that never comes. */
  readonly never: number;
};
export type InventedCompany = { readonly truth: LagTruth; readonly spells: readonly Spell[]; readonly n: number };

/** Share of those who ever come that have come by a time in days. */
export const trueShare = ({ family, median, spread }: LagTruth, days: number): number =>
  family === 'weibull' ? -Math.expm1(-Math.LN2 * (days / median) ** spread) : normalShare(Math.log(days / median) / spread);

/** The company of a seed, watched for so many days. */
export const inventedCompany = (seed: number, window: number): InventedCompany => {
  const r = random(`lag ${seed}`);
  const family = r.chance(0.5) ? 'weibull' : 'lognormal';
  const median = 25 + r.next() * 60;
  const spread = family === 'weibull' ? 1.1 + r.next() * 0.7 : 0.45 + r.next() * 0.45;
  const never = 1 - (0.06 + r.next() * 0.3);
  const n = r.whole(150, 900);
  const truth: LagTruth = { family, median, spread, never };
  return { truth, spells: spellsOf(truth, n, window, r), n };
};

/** n leads at random times of the window, counted by day and end. */
export const spellsOf = (
  { family, median, spread, never }: LagTruth,
  n: number,
  window: number,
  r: Pick<ReturnType<typeof random>, 'next' | 'normal' | 'chance'>,
): Spell[] => {
  const counted = new Map<string, { day: number; event: number; n: number }>();
  for (let i = 0; i < n; i++) {
    const start = r.next() * window;
    const lag = r.chance(never)
      ? Infinity
      : family === 'weibull'
        ? median * Math.exp(Math.log(-Math.log(1 - r.next()) / Math.LN2) / spread)
        : median * Math.exp(spread * r.normal());
    const [began, end, last] = [Math.floor(start), Math.floor(start + lag), window - 1];
    const event = end <= last ? 1 : 0;
    const day = (event === 1 ? end : last) - began;
    const row = counted.get(`${day}:${event}`) ?? { day, event, n: 0 };
    row.n++;
    counted.set(`${day}:${event}`, row);
  }
  return [...counted.values()];
};
