/**
 * Promises: the old list that turned up. What had been half promised over two years stood in a spreadsheet; yesterday
 * Ines wrote it all into the Backlog, at its end, each with the day it was last asked for. It makes the horizon what it is.
 */
import { dayFromNumber } from '../kernel/day.ts';
import type { Command } from '../domain/book.ts';
import type { ItemId } from '../kernel/ids.ts';
import type { Moment } from './moments.ts';
import { priorityId } from './priorities.ts';
import { STOPPED } from './story/blueprint-story.ts';
import { STORY } from './story/story.ts';
import type { World } from './world.ts';

/** How many turned up. */
const PROMISED = 148;
/** The youngest was asked for so many days ago. */
const YOUNGEST = 40;

const WHAT = [
  'One-pager',
  'Case in two minutes',
  'Slides for the sales deck',
  'Checklist before the tender',
  'Price example',
  'Short film at the dock',
  'Page of answers',
  'Letter in three parts',
  'Calculator example',
  'Reference call',
  'Photo series',
  'Comparison with the phone and a spreadsheet',
] as const;
const WHOM = [
  'dairies',
  'sawmills',
  'paper mills',
  'breweries',
  'builders’ merchants',
  'chemical plants',
  'bakeries',
  'furniture makers',
  'wholesalers',
  'freight brokers',
  'warehouse heads',
  'IT departments',
  'works councils',
  'customs agents',
] as const;
const SIZES = [2, 3, 4, 5, 6, 8, 10, null, null] as const;

export const promiseMoments = ({ root, calendar: { quarters, today, start } }: World): Moment[] => {
  const r = root.fork('promises');
  const all = WHAT.flatMap((what) => WHOM.map((whom) => ({ what, whom, at: r.next() })));
  const picked = all.toSorted((a, b) => a.at - b.at).slice(0, PROMISED);
  const commands = picked.map(({ what, whom }, n): Command => {
    // More of it is old than new.
    const asked = start + Math.floor((today - YOUNGEST - start) * r.next() ** 1.6);
    const quarter = quarters.findLast(({ first, index }) => first <= asked && index < quarters.length - 1) ?? quarters[0]!;
    return {
      type: 'item/add',
      id: `w_promised-${n + 1}` as ItemId,
      title: `${what} for ${whom}`,
      priority: priorityId(quarter, r.pick(STORY[quarter.index]!.plans.filter((p) => !STOPPED.includes(p.key))).key),
      owner: null,
      sizeDays: r.pick(SIZES),
      request: null,
      foundational: null,
      on: dayFromNumber(asked),
    };
  });
  return [{ day: today - 1, who: 'ines', commands }];
};

/** What the team states because nobody has measured it: work found on the way, and how long each kind of work takes to show. */
export const assumptionMoments = ({ calendar: { quarters } }: World): Moment[] => [
  {
    day: quarters.at(-1)!.first + 3,
    who: 'ines',
    commands: [
      { type: 'assumption/growth', discoveredLow: 0, discoveredHigh: 0.1, splitLow: 1, splitHigh: 1 },
      ...LAGS.map(([kind, half, most]) => ({ type: 'assumption/lag' as const, kind, half, most })),
    ],
  },
];

const LAGS: readonly (readonly [kind: string, half: number, most: number])[] = [
  ['Outreach', 34, 90],
  ['Content', 45, 120],
  ['Dock day', 38, 100],
  ['Webinar', 30, 85],
  ['Partner', 55, 150],
  ['Newsletter', 25, 70],
  ['Fair', 50, 140],
];
