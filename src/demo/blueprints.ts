/**
 * Blueprints: one for each quarter, put forward five days before it and signed by four seats. Quarter 4 was declined by
 * finance first. What changed later is "in, therefore out", signed by the same seats; in this quarter such a change
 * waits for two of them. The quarter to come is a draft that does not fit, with two scenarios.
 */
import type { Edit } from '../domain/blueprint/edits.ts';
import type { PlanLine } from '../domain/blueprint/plan.ts';
import type { Command } from '../domain/book.ts';
import { dayFromNumber } from '../kernel/day.ts';
import { told, type Quarter } from './calendar.ts';
import type { Moment, Written } from './moments.ts';
import { outcomeId } from './outcomes.ts';
import { idOf, type Who } from './people.ts';
import { endOf, minorOf, PLANNED, priorityId } from './priorities.ts';
import { NOT_DOING } from './story/blueprint-story.ts';
import { STORY } from './story/story.ts';
import { nextQuarter } from './next-quarter.ts';
import { CHANGES, markId, marksOf, noteOf, type Change } from './blueprint-changes.ts';
import type { World } from './world.ts';

const SEATS = ['ceo', 'sales', 'finance', 'marketing'] as const;
const HOLDERS = { ceo: 'tom', sales: 'diego', finance: 'maren', marketing: 'ines' } as const satisfies Readonly<
  Record<(typeof SEATS)[number], Who>
>;
const ORDER = ['marketing', 'sales', 'finance', 'ceo'] as const;
/** Days before the quarter on which it is put forward. */
const PUT_FORWARD = 5;
/** This quarter's change is asked for from this day on. */
const SETTLED = 24;

export const blueprintMoments = (world: World): Moment[] => [
  ...world.calendar.quarters.flatMap((quarter) => [
    ...around(quarter),
    ...agreed(quarter),
    ...reached(world, quarter),
    ...(CHANGES[quarter.index] ?? []).flatMap((change, n) => changed(world, quarter, n + (quarter.index === 3 ? 2 : 1), change)),
  ]),
  ...waiting(world),
  ...nextQuarter(world),
];

/** Milestones, dependencies, and what is not done, on the day after the priorities were planned. */
const around = (quarter: Quarter): Moment[] => {
  const plans = STORY[quarter.index]!.plans;
  const not = NOT_DOING[quarter.index] ?? [];
  return [
    {
      day: quarter.first - PLANNED + 1,
      who: 'ines',
      commands: plans.flatMap(({ key }) =>
        marksOf(quarter, key).map(([mark, title, day]): Command => ({
          type: 'milestone/set',
          id: markId(quarter, key, mark),
          priority: priorityId(quarter, key),
          title,
          day: dayFromNumber(quarter.first + day),
        })),
      ),
    },
    {
      day: quarter.first - PLANNED + 2,
      who: 'ines',
      commands: not.flatMap(([title, , who], n): Command[] => [
        { type: 'blueprint/leave-out', period: quarter.id, priority: null, title, why: noteOf(quarter, `not-${n + 1}`) },
        { type: 'blueprint/tell', period: quarter.id, priority: null, line: n + 1, person: idOf(who) },
      ]),
      notes: not.map(([, why], n): Written => ({ id: noteOf(quarter, `not-${n + 1}`), text: told(why, quarter) })),
    },
  ];
};

/** Two a day, marketing first. */
const signed = (quarter: Quarter, version: number, day: number): Moment[] =>
  ORDER.map((seat, n) => ({
    day: day + Math.floor(n / 2),
    who: HOLDERS[seat],
    commands: [{ type: 'blueprint/sign', period: quarter.id, version, seat }],
  }));

const agreed = (quarter: Quarter): Moment[] => {
  const put: Moment = {
    day: quarter.first - PUT_FORWARD,
    who: 'ines',
    commands: [{ type: 'blueprint/propose', period: quarter.id, after: 0, seats: SEATS }],
  };
  if (quarter.index !== 3) return [put, ...signed(quarter, 1, quarter.first - 4)];
  const monday = priorityId(quarter, 'monday');
  return [
    put,
    {
      day: quarter.first - 4,
      who: 'maren',
      commands: [{ type: 'blueprint/decline', period: quarter.id, version: 1, seat: 'finance', why: noteOf(quarter, 'no') }],
      notes: [{ id: noteOf(quarter, 'no'), text: 'A report for Monday needs no eighteen days. Halve it, and I sign.' }],
    },
    {
      day: quarter.first - 3,
      who: 'ines',
      commands: [
        { type: 'priority/resize', id: monday, effortDays: 10, budgetMinor: 0 },
        { type: 'blueprint/propose', period: quarter.id, after: 1, seats: SEATS },
      ],
    },
    ...signed(quarter, 2, quarter.first - 2),
  ];
};

const reached = ({ calendar: { today } }: World, quarter: Quarter): Moment[] =>
  STORY[quarter.index]!.plans.flatMap(({ key, by }) =>
    marksOf(quarter, key).flatMap(([mark, , day, late]): Moment[] => {
      const on = quarter.first + day + late;
      if (on + 1 >= today) return [];
      return [
        {
          day: on + 1,
          who: by === 'pieter' ? 'ines' : by,
          commands: [{ type: 'milestone/reach', id: markId(quarter, key, mark), on: dayFromNumber(on) }],
        },
      ];
    }),
  );

const changed = (world: World, quarter: Quarter, version: number, { day, words, edits }: Change): Moment[] => {
  const change = `x_bp-${quarter.id.toLowerCase()}-${version}` as const;
  const why = noteOf(quarter, `change-${version}`);
  const period = quarter.id;
  return [
    {
      day: quarter.first + day,
      who: 'ines',
      commands: [{ type: 'blueprint/ask-change', period, version, change, words: why, edits: edits(world, quarter, why) }],
      notes: [{ id: why, text: words }],
    },
    ...ORDER.map((seat, n): Moment => ({
      day: quarter.first + day + 1 + Math.floor(n / 2),
      who: HOLDERS[seat],
      commands: [{ type: 'blueprint/sign-change', period, change, seat }],
    })),
  ];
};

/** This quarter: webinars in, joint marketing out; two have signed. */
const waiting = (world: World): Moment[] => {
  const { calendar, scale } = world;
  const quarter = calendar.quarters.at(-1)!;
  const { today } = calendar;
  if (today < quarter.first + SETTLED) return [];
  const period = quarter.id;
  const change = `x_bp-${period.toLowerCase()}-webinars` as const;
  const why = noteOf(quarter, 'webinars');
  const line: PlanLine = {
    id: priorityId(quarter, 'vendor-webinars'),
    owner: idOf('samir'),
    title: 'Webinars with TMS vendors',
    moscow: 'could',
    outcomes: [outcomeId(quarter, 'pipeline')],
    effortDays: 14,
    budgetMinor: minorOf(16_000, scale),
    from: dayFromNumber(Math.min(today + 6, quarter.first + quarter.days - 8)),
    to: endOf(quarter, 90),
    dependsOn: [],
    skills: [],
    milestones: [],
  };
  const out: Edit = { edit: 'out', priority: priorityId(quarter, 'joint'), spentDays: 6, spentMinor: minorOf(3_000, scale), why };
  return [
    {
      day: today - 5,
      who: 'samir',
      commands: [{ type: 'blueprint/ask-change', period, version: 2, change, words: why, edits: [{ edit: 'in', line }, out] }],
      notes: [{ id: why, text: 'Two TMS vendors offered their customer lists for {lastMonth}; pipeline is €0.3 M short.' }].map((n) => ({
        ...n,
        text: told(n.text, quarter),
      })),
    },
    { day: today - 4, who: 'ines', commands: [{ type: 'blueprint/sign-change', period, change, seat: 'marketing' }] },
    { day: today - 3, who: 'diego', commands: [{ type: 'blueprint/sign-change', period, change, seat: 'sales' }] },
  ];
};
