/** What counts as cost in the demo company: money only in its first year, then effort and what sales costs as well. */
import type { CostRules } from '../domain/measurement/costs.ts';
import type { Moment } from './moments.ts';
import type { World } from './world.ts';

const MONEY: CostRules = {
  spend: true,
  lines: true,
  dayMinor: null,
  salesMonthMinor: null,
  currency: 'EUR',
  marginPercent: 74,
  termMonths: 12,
};

/** Days after the story begins on which the CFO settled each version. */
const [FIRST, SECOND] = [40, 395];

export const costMoments = ({ calendar: { start, today } }: World): Moment[] =>
  [
    settled(
      start + FIRST,
      MONEY,
      'n_costs-1',
      'So that a return has something to stand against. Effort stays out until we trust the days people write down.',
    ),
    settled(
      start + SECOND,
      { ...MONEY, dayMinor: 46_000, salesMonthMinor: 3_100_000 },
      'n_costs-2',
      'A year of days written down: a campaign that costs no money still costs people. €460 is a loaded day, averaged over both teams.',
    ),
  ].filter(({ day }) => day < today);

const settled = (day: number, rules: CostRules, why: `n_${string}`, text: string): Moment => ({
  day,
  who: 'maren',
  commands: [{ type: 'costs/settle', rules, why }],
  notes: [{ id: why, text }],
});
