/** A day and a time on the wall of the company, as a moment. */
import { addDays, type Day } from '../../../kernel/day.ts';

const partsIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at)).replace(' ', 'T');

/** The moment at which it is `time` (10:00) on that day in this zone; a time that is skipped in spring is the one after. */
export const instantOf = (zone: string, day: Day, time: string): string => {
  const wall = Date.parse(`${day}T${/^\d{2}:\d{2}$/.test(time) ? time : '10:00'}:00Z`);
  const offset = Date.parse(`${partsIn(zone, wall)}Z`) - wall;
  const once = wall - offset;
  const again = Date.parse(`${partsIn(zone, once)}Z`) - once;
  return new Date(wall - again).toISOString();
};

/** What is asked before a workshop is sent by the day before it, or by today where that has gone by. */
export const dayBefore = (on: Day, today: Day): Day => (addDays(on, -1) < today ? today : addDays(on, -1));
