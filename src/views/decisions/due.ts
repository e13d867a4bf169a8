/** A date as urgency: in words and as a state. */
import { daysBetween, type Day } from '../../kernel/day.ts';
import { dayWithWeekday, tally } from '../words/format.ts';
import type { Decision } from './decision.ts';

/** On time while more than three days are left, at risk up to the day, off when it is past. */
export const dueBy = (by: Day, today: Day): Pick<Decision, 'by' | 'when' | 'state'> => {
  const left = daysBetween(today, by);
  if (left < 0) return { by, when: `${tally(-left, 'day')} late`, state: 'off' };
  return { by, when: left === 0 ? 'today' : `by ${dayWithWeekday(by, today)}`, state: left <= 3 ? 'risk' : 'on' };
};
