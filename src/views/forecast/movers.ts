/** What would move a forecast most: planned work a week earlier or left out, one campaign more of a channel. All computed. */
import { daysBetween } from '../../kernel/day.ts';
import { chanceOf, spreadOver } from '../../models/outcome-forecast/what-if.ts';
import { capital, short } from '../words/format.ts';
import type { ChannelRate } from './computed.ts';
import type { Mover, OutcomeForecast } from './forecast.ts';
import { movedBy } from './moved.ts';

const MOST = 4;
const EARLIER = -7;
/** A campaign that nobody planned yet takes so long to begin, and runs so long. */
const BEGINS = 7;
const RUNS = 28;
/** Less than that is not worth a line. */
const LEAST = 0.004;

export const moversOf = (forecast: OutcomeForecast, rates: readonly ChannelRate[]): Mover[] => {
  const { numbers, asOf, from, due, target, adds, up } = forecast;
  if (!numbers) return [];
  const days = daysBetween(asOf, due);
  const found = numbers.bars.flatMap(({ id, title, sends }): Mover[] => {
    if (sends.length === 0) return [];
    const begins = Math.min(...sends.map(({ first }) => first));
    const chance = (move: Mover['move']): number => movedBy(forecast, new Map([[id, move!]]))!.chance;
    return [
      ...(begins > -EARLIER
        ? [{ bar: id, move: { shift: EARLIER }, text: `${short(title, 44)} a week earlier`, chance: chance({ shift: EARLIER }) }]
        : []),
      { bar: id, move: 'dropped' as const, text: `${short(title, 44)} left out`, chance: chance('dropped') },
    ];
  });
  const added = rates.flatMap(({ channel, pulse, campaign }): Mover[] => {
    if (campaign === null || !campaign.own) return [];
    const more = { leads: campaign.leads, first: BEGINS, last: BEGINS + RUNS - 1, pulse };
    const by = spreadOver(more, days) - (adds ? spreadOver(more, Math.max(0, daysBetween(asOf, from) - 1)) : 0);
    const chance = chanceOf(
      numbers.fine.map((q) => q + by),
      target,
      up,
    );
    return [{ bar: null, move: null, text: `${capital(channel)}: one campaign more, from next week`, chance }];
  });
  return [...found, ...added]
    .filter(({ chance }) => Math.abs(chance - numbers.chance) >= LEAST)
    .toSorted((a, b) => Math.abs(b.chance - numbers.chance) - Math.abs(a.chance - numbers.chance))
    .slice(0, MOST);
};
