/** The half-life that time decay uses, and where it comes from. */
import { halfLifeOf, LEAST_DEALS } from '../../models/attribution/time-decay.ts';
import { VENDOR_HALF_LIFE } from '../../models/attribution/models.ts';
import type { RulesSaid } from './touch-rule.ts';
import { count, many } from './words.ts';

export type Cycle = { readonly median: number | null; readonly n: number };
export type HalfLife = { readonly days: number; readonly from: 'rules' | 'cycle' | 'vendors'; readonly words: string };

/** Agreed in the touch rules, else a quarter of the measured cycle, else, on too few deals, what the vendors use. */
export const halfLifeIn = ({ halfLifeDays }: Pick<RulesSaid, 'halfLifeDays'>, { median, n }: Cycle): HalfLife => {
  if (halfLifeDays !== null)
    return { days: halfLifeDays, from: 'rules', words: `half-life ${many(halfLifeDays, 'day')}, as the touch rules say` };
  const measured = halfLifeOf(median, n);
  return measured === null
    ? {
        days: VENDOR_HALF_LIFE,
        from: 'vendors',
        words: `half-life ${VENDOR_HALF_LIFE} days as vendors use, because ${n === 0 ? 'no won deal has' : `only ${many(n, 'won deal has', 'won deals have')}`} a measured cycle (${LEAST_DEALS} are needed)`,
      }
    : {
        days: measured,
        from: 'cycle',
        words: `half-life ${many(measured, 'day')}, a quarter of the median cycle of ${count(Math.round(median!))} days (${many(n, 'won deal')})`,
      };
};
