/** Priorities: the Blueprint of each quarter, planned nine days before it begins, and what changed later. */
import type { PriorityId } from '../kernel/ids.ts';
import { dayFromNumber } from '../kernel/day.ts';
import { told, type Quarter } from './calendar.ts';
import type { Moment } from './moments.ts';
import { outcomeId } from './outcomes.ts';
import { idOf } from './people.ts';
import { STORY } from './story/story.ts';
import type { World } from './world.ts';

/** Days before the quarter on which its Blueprint is written. */
export const PLANNED = 9;

export const priorityId = ({ id }: Quarter, key: string): PriorityId => `r_${id.toLowerCase()}-${key}`;

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
      to: dayFromNumber(quarter.first + span[1]),
    })),
  })),
  ...changed(quarters, scale),
];

/** What became of single bars after they were agreed. */
const changed = (quarters: readonly Quarter[], scale: number): Moment[] => {
  const [first, , third, fourth, fifth, sixth, , now] = quarters as [
    Quarter,
    Quarter,
    Quarter,
    Quarter,
    Quarter,
    Quarter,
    Quarter,
    Quarter,
  ];
  return [
    {
      day: first.first + 30,
      who: 'ines',
      commands: [
        {
          type: 'priority/reschedule',
          id: priorityId(first, 'first-stories'),
          from: dayFromNumber(first.first + 8),
          to: dayFromNumber(first.first + 88),
        },
      ],
    },
    {
      day: third.first + 22,
      who: 'ines',
      commands: [{ type: 'priority/resize', id: priorityId(third, 'ramp-video'), effortDays: 22, budgetMinor: minorOf(28_500, scale) }],
    },
    {
      day: fourth.first + 8,
      who: 'ines',
      commands: [{ type: 'priority/class', id: priorityId(fourth, 'french-outreach'), moscow: 'could' }],
    },
    {
      day: fifth.first + 43,
      who: 'ines',
      commands: [{ type: 'priority/resize', id: priorityId(fifth, 'gate-4-new'), effortDays: 12, budgetMinor: minorOf(3_000, scale) }],
    },
    {
      day: fifth.first + 1,
      who: 'ines',
      commands: [{ type: 'priority/hand-over', id: priorityId(fifth, 'listed'), owner: idOf('samir') }],
    },
    {
      day: sixth.first + 14,
      who: 'ines',
      commands: [{ type: 'priority/reword', id: priorityId(sixth, 'whole-path'), title: 'See the whole path of a deal, offline too' }],
    },
    {
      day: now.first + 9,
      who: 'ines',
      commands: [
        {
          type: 'priority/reschedule',
          id: priorityId(now, 'yard-expansion'),
          from: dayFromNumber(now.first + 33),
          to: dayFromNumber(now.first + 90),
        },
      ],
    },
  ];
};
