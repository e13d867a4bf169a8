/** Check-ins: what Yuki Mori reports about expansion meetings, every week or two, and the silence before today. */
import { dayFromNumber } from '../kernel/day.ts';
import type { Moment } from './moments.ts';
import { agreedIn, meetingsHeld, outcomeId } from './outcomes.ts';
import type { World } from './world.ts';

/** Nobody has said anything for this many days. */
const SILENT = 9;

const REMARKS = [
  'Two of them asked for the yard module without our mentioning it.',
  'One meeting moved because the customer is counting stock.',
  'Service brought three of these; thank you, Nadia.',
  'Slow week: half of the customers are in the middle of their season.',
  'First one at a site we had never visited.',
];

export const checkInMoments = ({ calendar, root }: World): Moment[] =>
  calendar.quarters.flatMap((quarter) => {
    if (!agreedIn(quarter).includes('expansion')) return [];
    const r = root.fork(`check-ins ${quarter.id}`);
    const held = meetingsHeld(quarter);
    const moments: Moment[] = [];
    for (let day = 8; day < quarter.days; day += r.whole(6, 13)) {
      const value = Math.round(held * Math.min(1, day / (quarter.days - 8)));
      const on = quarter.first + day;
      if (on > calendar.today - SILENT) break;
      const note = r.chance(0.3) ? (`n_meetings-${quarter.id.toLowerCase()}-${day}` as const) : null;
      moments.push({
        day: on,
        who: 'yuki',
        commands: [{ type: 'outcome/check-in', id: outcomeId(quarter, 'expansion'), value, on: dayFromNumber(on), note }],
        ...(note && { notes: [{ id: note, text: r.pick(REMARKS) }] }),
      });
    }
    return moments;
  });
