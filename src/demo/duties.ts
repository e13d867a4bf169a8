/**
 * Duties: who does what in the priorities of the last quarter and of this one (RACI). In this quarter nobody answers for
 * the joint marketing yet: the one gap. The tender guide is written down by DACI.
 */
import type { Duty } from '../domain/agreements/duty.ts';
import type { Command } from '../domain/book.ts';
import type { Quarter } from './calendar.ts';
import type { Moment } from './moments.ts';
import { idOf, type Who } from './people.ts';
import { PLANNED, priorityId } from './priorities.ts';
import { STORY } from './story/story.ts';
import type { World } from './world.ts';

/** Whoever is asked and told about a priority, by its key; the rest have those of `ANY`. */
const AROUND: { readonly [key: string]: readonly (readonly [Duty, Who])[] } = {
  'tender-outreach': [
    ['consulted', 'diego'],
    ['consulted', 'katrin'],
    ['informed', 'tom'],
  ],
  'dock-days': [
    ['responsible', 'lena'],
    ['consulted', 'sanne'],
    ['consulted', 'katrin'],
    ['informed', 'maren'],
  ],
  'yard-expansion': [
    ['consulted', 'nadia'],
    ['consulted', 'petra'],
    ['informed', 'diego'],
  ],
  routing: [
    ['consulted', 'diego'],
    ['informed', 'samir'],
  ],
};
const ANY: readonly (readonly [Duty, Who])[] = [
  ['consulted', 'diego'],
  ['informed', 'tom'],
];
/** Nobody answers for it. */
const GAP = 'joint';
const BY_DACI = 'tender-guide';

export const dutyMoments = ({ calendar: { quarters } }: World): Moment[] =>
  quarters.slice(-2).flatMap((quarter, n): Moment[] => [
    {
      day: quarter.first - PLANNED + 1,
      who: 'ines',
      commands: STORY[quarter.index]!.plans.flatMap((plan) => given(quarter, plan.key, plan.by, n === 1)),
    },
  ]);

const given = (quarter: Quarter, key: string, by: Who, current: boolean): Command[] => {
  const of = priorityId(quarter, key);
  const give = (duty: Duty, who: Who): Command => ({ type: 'duty/give', of, person: idOf(who), duty });
  if (current && key === BY_DACI)
    return [
      give('driver', by),
      give('approver', 'ines'),
      give('contributor', 'samir'),
      give('contributor', 'sanne'),
      give('informed', 'tom'),
    ];
  return [
    ...(current && key === GAP ? [] : [give('accountable', key === 'routing' ? 'ines' : by)]),
    give('responsible', by),
    ...(AROUND[key] ?? ANY).map(([duty, who]) => give(duty, who)),
  ];
};
