/** Priorities: the Blueprint of each quarter, planned nine days before it begins. What changed later stands in blueprints.ts. */
import type { PriorityId } from '../kernel/ids.ts';
import { dayFromNumber, type Day } from '../kernel/day.ts';
import { told, type Quarter } from './calendar.ts';
import type { Moment } from './moments.ts';
import { outcomeId } from './outcomes.ts';
import { idOf } from './people.ts';
import { STORY } from './story/story.ts';
import type { World } from './world.ts';

/** Days before the quarter on which its Blueprint is written. */
export const PLANNED = 9;

export const priorityId = ({ id }: Quarter, key: string): PriorityId => `r_${id.toLowerCase()}-${key}`;

/** A day of the quarter as the end of a bar: its last day where the story counts further. */
export const endOf = ({ first, days }: Quarter, day: number): Day => dayFromNumber(first + Math.min(day, days - 1));

/** Whole euro of the story as cents of this company. */
export const minorOf = (euro: number, scale: number): number => Math.round(euro * 100 * scale);

export const priorityMoments = ({ calendar: { quarters }, scale }: World): Moment[] => [
  ...quarters.map((quarter): Moment => ({
    day: quarter.first - PLANNED,
    who: 'ines',
    commands: STORY[quarter.index]!.plans.map(({ key, title, moscow, serves, days, euro, span, by }) => ({
      type: 'priority/plan',
      id: priorityId(quarter, key),
      period: quarter.id,
      owner: idOf(by),
      title: told(title, quarter),
      moscow,
      outcomes: serves.map((s) => outcomeId(quarter, s)),
      effortDays: days,
      budgetMinor: minorOf(euro, scale),
      from: dayFromNumber(quarter.first + span[0]),
      to: endOf(quarter, span[1]),
    })),
  })),
  {
    day: quarters[4]!.first + 1,
    who: 'ines',
    commands: [{ type: 'priority/hand-over', id: priorityId(quarters[4]!, 'listed'), owner: idOf('samir') }],
  },
];
