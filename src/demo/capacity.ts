/** People and their time: calendars with the holidays of two countries, one team, hours, skills, time off. */
import { dayFromNumber, partsOf } from '../kernel/day.ts';
import { holidaysOf, type Country } from '../kernel/holidays.ts';
import type { CalendarId, TeamId } from '../kernel/ids.ts';
import type { Command } from '../domain/book.ts';
import type { SkillShare } from '../domain/capacity/standing.ts';
import type { Quarter } from './calendar.ts';
import type { PlannedItem } from './items.ts';
import type { Moment } from './moments.ts';
import { idOf, PEOPLE, type Who } from './people.ts';
import type { World } from './world.ts';

const TEAM: TeamId = 't_marketing';
const NL: CalendarId = 'd_netherlands';
const NL_FOUR: CalendarId = 'd_netherlands-four-days';
const DE: CalendarId = 'd_germany';
const CALENDARS: readonly {
  readonly id: CalendarId;
  readonly name: string;
  readonly weekdays: readonly number[];
  readonly country: Country;
}[] = [
  { id: NL, name: 'Netherlands', weekdays: [1, 2, 3, 4, 5], country: 'nl' },
  { id: NL_FOUR, name: 'Netherlands, Monday to Thursday', weekdays: [1, 2, 3, 4], country: 'nl' },
  { id: DE, name: 'Germany', weekdays: [1, 2, 3, 4, 5], country: 'de' },
];

type Giver = { readonly hours: number; readonly skills: readonly SkillShare[]; readonly calendar?: CalendarId; readonly focus?: number };
/** Who gives time to the plan. `calendar` and `focus` where they differ from the team's. */
const GIVERS: { readonly [W in Who]?: Giver } = {
  ines: {
    hours: 40,
    focus: 0.35,
    skills: [
      { skill: 'Outreach', share: 60 },
      { skill: 'Customer marketing', share: 40 },
    ],
  },
  samir: {
    hours: 40,
    skills: [
      { skill: 'Outreach', share: 80 },
      { skill: 'Events', share: 20 },
    ],
  },
  lena: {
    hours: 40,
    calendar: DE,
    skills: [
      { skill: 'Content', share: 80 },
      { skill: 'Design', share: 20 },
    ],
  },
  ana: {
    hours: 40,
    skills: [
      { skill: 'Events', share: 85 },
      { skill: 'Design', share: 15 },
    ],
  },
  yuki: {
    hours: 36,
    calendar: DE,
    skills: [
      { skill: 'Customer marketing', share: 70 },
      { skill: 'Content', share: 30 },
    ],
  },
  wes: {
    hours: 32,
    calendar: NL_FOUR,
    skills: [
      { skill: 'Operations', share: 75 },
      { skill: 'Web', share: 25 },
    ],
  },
  pieter: {
    hours: 32,
    skills: [
      { skill: 'Content', share: 50 },
      { skill: 'Outreach', share: 50 },
    ],
  },
};
/** Share of the working time that goes into planned work; the rest are meetings, mail and what nobody foresaw. */
const FOCUS = 0.76;

/** How long before the first quarter, or before joining, somebody is recorded. */
const SETTLED = 28;

export const capacityMoments = (world: World, items: readonly PlannedItem[]): Moment[] => [
  ...set(world),
  ...people(world),
  ...timeOff(world),
  ...sizes(world, items),
];

/** Calendars and the team, and each November the holidays of the year to come. */
const set = ({ calendar: { start, quarters } }: World): Moment[] => {
  const day = start - SETTLED;
  const years = [...new Set([day, ...quarters.map((q) => q.first + q.days)].map((n) => partsOf(dayFromNumber(n)).year))];
  const known = partsOf(dayFromNumber(day)).year;
  const holidays = (year: number): Command[] =>
    CALENDARS.map(({ id, country }) => ({ type: 'calendar/add-holidays', id, holidays: holidaysOf(country, year) }));
  return [
    {
      day,
      who: 'ines',
      commands: [
        ...CALENDARS.map(({ id, name, weekdays }): Command => ({ type: 'calendar/draw', id, name, weekdays })),
        ...holidays(known),
        ...holidays(known + 1),
        { type: 'team/form', id: TEAM, name: 'Marketing', calendar: NL },
        { type: 'team/set-focus', id: TEAM, from: dayFromNumber(day), focus: FOCUS },
      ],
    },
    ...years
      .filter((year) => year > known + 1)
      .map((year): Moment => ({ day: quarterOf(quarters, year) - 50, who: 'ines', commands: holidays(year) })),
  ];
};
/** The first day of the first quarter that lies in a year. */
const quarterOf = (quarters: readonly Quarter[], year: number): number =>
  quarters.find((q) => partsOf(q.from).year >= year)?.first ?? quarters.at(-1)!.first + quarters.at(-1)!.days;

const givers = Object.entries(GIVERS) as [Who, Giver][];
/** Day numbers between which somebody is there. */
const stayOf = (who: Who, { calendar: { start, quarters } }: World): { readonly from: number; readonly to: number } => {
  const { joins, leaves }: { joins?: number; leaves?: number } = PEOPLE[who];
  return {
    from: joins === undefined ? start - SETTLED : quarters[joins]!.first - 7,
    to: leaves === undefined ? Infinity : quarters[leaves]!.first,
  };
};

const people = (world: World): Moment[] =>
  givers.map(([who, { hours, skills, calendar, focus }]): Moment => {
    const { from } = stayOf(who, world);
    const person = idOf(who);
    const first = dayFromNumber(from);
    return {
      day: from + 2,
      who: 'ines',
      commands: [
        { type: 'capacity/set-hours', person, from: first, hours },
        { type: 'capacity/join-team', person, team: TEAM },
        { type: 'capacity/name-skills', person, skills },
        ...(calendar ? [{ type: 'capacity/follow-calendar', person, calendar } as const] : []),
        ...(focus === undefined ? [] : [{ type: 'capacity/set-focus', person, from: first, focus } as const]),
      ],
    };
  });

/** A few days off in every quarter, recorded before it begins; in the summer a week. */
const timeOff = (world: World): Moment[] =>
  world.calendar.quarters.flatMap((quarter) =>
    givers.flatMap(([who]): Moment[] => {
      const { from, to } = stayOf(who, world);
      const r = world.root.fork(`time off ${who} ${quarter.index}`);
      const monday = quarter.first + r.whole(2, 11) * 7 + ((8 - ((quarter.first + 3) % 7)) % 7);
      const length = r.whole(2, 5);
      const half = r.chance(0.3);
      const recorded = Math.max(from + 3, quarter.first - r.whole(10, 16));
      if (recorded >= to || monday >= to || from >= quarter.first + 20) return [];
      return [
        {
          day: recorded,
          who,
          commands: [
            {
              type: 'capacity/take-off',
              person: idOf(who),
              id: `a_${who}-${quarter.id.toLowerCase()}`,
              from: dayFromNumber(monday),
              to: dayFromNumber(monday + length - 1),
              halfFirst: half,
              halfLast: false,
            },
          ],
        },
      ];
    }),
  );

/** What the work of the present quarter asks of which skill: sums to the size of the item. */
const SIZES: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'tender-guide': [
    ['Content', 10],
    ['Design', 5],
  ],
  'calculator-lessons': [
    ['Web', 6],
    ['Content', 2],
  ],
  'calculator-public': [
    ['Web', 6],
    ['Content', 3],
    ['Design', 3],
  ],
  'win-stories': [
    ['Content', 8],
    ['Design', 3],
  ],
  'wave-1': [
    ['Outreach', 21],
    ['Design', 3],
  ],
  'wave-2': [['Outreach', 14]],
  'dock-rotterdam': [
    ['Events', 17],
    ['Design', 5],
  ],
  'dock-hamburg': [
    ['Events', 14],
    ['Design', 4],
  ],
  'rotterdam-follow': [['Outreach', 7]],
  'yard-customers': [['Customer marketing', 10]],
  'yard-play': [
    ['Customer marketing', 12],
    ['Design', 4],
  ],
  'yard-webinar': [
    ['Customer marketing', 10],
    ['Content', 4],
  ],
  'routing-rules': [['Operations', 9]],
  'crm-owner': [['Operations', 13]],
  'joint-brief': [['Outreach', 6]],
};

/** Written down in the first days of the quarter, or some days after the item was added. */
const sizes = ({ calendar: { quarters } }: World, items: readonly PlannedItem[]): Moment[] =>
  items.flatMap(({ id, key, added }): Moment[] => {
    const parts = SIZES[key];
    if (!parts) return [];
    const bySkill = parts.map(([skill, days]) => ({ skill, days }));
    return [{ day: Math.max(quarters.at(-1)!.first + 1, added + 4), who: 'ines', commands: [{ type: 'item/size-by-skill', id, bySkill }] }];
  });
