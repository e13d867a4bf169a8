/**
 * Blueprints: one for each quarter, put forward five days before it and signed by four seats. Quarter 4 was declined by
 * finance first. What changed later is "in, therefore out", signed by the same seats; in this quarter such a change
 * waits for two of them. The quarter to come is a draft that does not fit, with two scenarios.
 */
import type { Edit } from '../domain/blueprint/edits.ts';
import type { PlanLine } from '../domain/blueprint/plan.ts';
import type { Command } from '../domain/book.ts';
import { addDays, dayFromNumber, dayNumber } from '../kernel/day.ts';
import { CALENDAR_YEAR, quarterAfter } from '../kernel/fiscal.ts';
import { monthsOfQuarter } from '../kernel/fiscal-month.ts';
import type { NoteId, OutcomeId } from '../kernel/ids.ts';
import { told, type Quarter } from './calendar.ts';
import type { Moment, Written } from './moments.ts';
import { OBJECTIVES } from './founding.ts';
import { outcomeId } from './outcomes.ts';
import { idOf, type Who } from './people.ts';
import { endOf, minorOf, PLANNED, priorityId } from './priorities.ts';
import { MARKS, NEXT, NOT_DOING, type Mark } from './story/blueprint-story.ts';
import type { Plan } from './story/quarter-story.ts';
import { STORY } from './story/story.ts';
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

const markId = (quarter: Quarter, priority: string, key: string) => `m_${quarter.id.toLowerCase()}-${priority}-${key}` as const;
const marksOf = (quarter: Quarter, priority: string): readonly Mark[] => MARKS[quarter.index]?.[priority] ?? [];
const noteOf = (quarter: Quarter, key: string): NoteId => `n_bp-${quarter.id.toLowerCase()}-${key}`;

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

/** A line as it was agreed, with what a change says otherwise. */
const lineOf = ({ scale }: World, quarter: Quarter, key: string, change: Partial<PlanLine> = {}): PlanLine => {
  const { title, moscow, serves, days, euro, span, by } = STORY[quarter.index]!.plans.find((p: Plan) => p.key === key)!;
  return {
    id: priorityId(quarter, key),
    owner: idOf(by),
    title: told(title, quarter),
    moscow,
    outcomes: serves.map((s) => outcomeId(quarter, s)),
    effortDays: days,
    budgetMinor: minorOf(euro, scale),
    from: dayFromNumber(quarter.first + span[0]),
    to: endOf(quarter, span[1]),
    dependsOn: [],
    skills: [],
    milestones: marksOf(quarter, key).map(([mark, name, day]) => ({
      id: markId(quarter, key, mark),
      title: name,
      day: dayFromNumber(quarter.first + day),
    })),
    ...change,
  };
};

type Change = {
  readonly day: number;
  readonly words: string;
  readonly edits: (world: World, quarter: Quarter, why: NoteId) => readonly Edit[];
};

/** What became of single bars after they were agreed: each a change of its own. */
const CHANGES: { readonly [quarter: number]: readonly Change[] } = {
  0: [
    {
      day: 30,
      words: 'Two of the three shippers can only be filmed in the last weeks.',
      edits: (world, quarter) => [{ edit: 'alter', line: lineOf(world, quarter, 'first-stories', { to: endOf(quarter, 88) }) }],
    },
  ],
  2: [
    {
      day: 22,
      words: 'The crew asks for €2,500 more than it offered; the reserve carries it.',
      edits: (world, quarter) => [
        { edit: 'alter', line: lineOf(world, quarter, 'ramp-video', { budgetMinor: minorOf(28_500, world.scale) }) },
      ],
    },
  ],
  3: [
    {
      day: 8,
      words: 'Julien says that French shippers decide in summer: it may wait if something has to.',
      edits: (world, quarter) => [{ edit: 'alter', line: lineOf(world, quarter, 'french-outreach', { moscow: 'could' }) }],
    },
  ],
  4: [
    {
      day: 43,
      words: 'The money that left the quarter leaves here: a plainer newsletter form.',
      edits: (world, quarter) => [
        { edit: 'alter', line: lineOf(world, quarter, 'gate-4-new', { effortDays: 12, budgetMinor: minorOf(3_000, world.scale) }) },
      ],
    },
  ],
  5: [
    {
      day: 14,
      words: 'Half of the touches happen offline. Looking at clicks only would show half a path.',
      edits: (world, quarter) => [
        { edit: 'alter', line: lineOf(world, quarter, 'whole-path', { title: 'See the whole path of a deal, offline too' }) },
      ],
    },
    {
      day: 68,
      words: 'Sales wants to know where every new customer heard of us before the year is planned. The last stories for finance can wait.',
      edits: (world, quarter, why) => [
        { edit: 'in', line: heardOfUs(world, quarter) },
        { edit: 'out', priority: priorityId(quarter, 'finance-stories'), spentDays: 12, spentMinor: minorOf(4_000, world.scale), why },
      ],
    },
  ],
  7: [
    {
      day: 9,
      words: 'The customers with a yard answer after their spring peak, not before.',
      edits: (world, quarter) => [
        {
          edit: 'alter',
          line: lineOf(world, quarter, 'yard-expansion', { from: dayFromNumber(quarter.first + 33), to: endOf(quarter, 90) }),
        },
      ],
    },
  ],
};

/** What came in when the stories for finance went out. */
const heardOfUs = ({ scale }: World, quarter: Quarter): PlanLine => ({
  id: priorityId(quarter, 'meter'),
  owner: idOf('wes'),
  title: 'Ask every new customer where he heard of us',
  moscow: 'could',
  outcomes: [outcomeId(quarter, 'pipeline')],
  effortDays: 6,
  budgetMinor: minorOf(1_500, scale),
  from: dayFromNumber(quarter.first + 70),
  to: endOf(quarter, 88),
  dependsOn: [],
  skills: [],
  milestones: [{ id: markId(quarter, 'meter', 'form'), title: 'Question on the form', day: dayFromNumber(quarter.first + 80) }],
});

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

/** The quarter to come: outcomes of its own, money, five priorities that do not fit, two ways to make them fit. */
const nextQuarter = ({ calendar, scale }: World): Moment[] => {
  const { quarters, today } = calendar;
  const period = quarterAfter(CALENDAR_YEAR, quarters.at(-1)!.id, 1);
  const first = dayNumber(period.from);
  const last = addDays(period.to, -1);
  const id = period.id.toLowerCase();
  const outcome = (serves: 'opportunities' | 'nordics'): OutcomeId => `u_${id}-${serves}`;
  const bar = (key: string) => `r_${id}-${key}` as const;
  const end = (day: number) => (dayFromNumber(first + day) > last ? last : dayFromNumber(first + day));
  const why = (key: string): NoteId => `n_bp-${id}-${key}`;
  const months = monthsOfQuarter(CALENDAR_YEAR, period.id).map((m) => ({ month: m.id, minor: Math.max(1, minorOf(55_000, scale)) }));
  return [
    {
      day: today - 6,
      who: 'ines',
      commands: [
        ...(['opportunities', 'nordics'] as const).map((serves): Command => ({
          type: 'outcome/add',
          id: outcome(serves),
          objective: OBJECTIVES[serves],
          owner: idOf('samir'),
          name: serves === 'nordics' ? 'First Nordic customers' : 'Qualified opportunities opened',
          metric:
            serves === 'nordics'
              ? { kind: 'reported', unit: 'count' }
              : { kind: 'measured', measure: 'opportunities-opened', unit: 'count' },
          from: period.from,
          due: last,
          baseline: serves === 'nordics' ? 0 : null,
          target: serves === 'nordics' ? 3 : 60,
        })),
        {
          type: 'budget/open',
          id: `b_${id}-plan`,
          name: 'Next quarter, not split yet',
          currency: 'EUR',
          owner: idOf('ines'),
          purpose: null,
          takesSpend: false,
          months,
        },
      ],
    },
    {
      day: today - 4,
      who: 'ines',
      commands: [
        ...NEXT.map(({ key, title, moscow, serves, days, euro, span, by }): Command => ({
          type: 'priority/plan',
          id: bar(key),
          period: period.id,
          owner: idOf(by),
          title,
          moscow,
          outcomes: [outcome(serves === 'nordics' ? 'nordics' : 'opportunities')],
          effortDays: days,
          budgetMinor: minorOf(euro, scale),
          from: dayFromNumber(first + span[0]),
          to: end(span[1]),
        })),
        { type: 'milestone/set', id: `m_${id}-oslo`, priority: bar('nordic-launch'), title: 'First Oslo meetings', day: end(40) },
      ],
    },
    {
      day: today - 2,
      who: 'ines',
      commands: [
        {
          type: 'scenario/try',
          id: `v_${id}-no-portal`,
          period: period.id,
          name: 'Without the portal',
          edits: [
            {
              edit: 'lever',
              lever: { lever: 'defer', priority: bar('portal'), period: quarterAfter(CALENDAR_YEAR, period.id, 1).id, why: why('portal') },
            },
          ],
        },
        {
          type: 'scenario/try',
          id: `v_${id}-freelancer`,
          period: period.id,
          name: 'With a freelancer in Oslo',
          edits: [{ edit: 'lever', lever: { lever: 'add', days: 45, skill: null, minor: minorOf(18_000, scale), why: why('oslo') } }],
        },
      ],
      notes: [
        { id: why('portal'), text: 'Carriers sign with the first language already; it can wait a quarter.' },
        { id: why('oslo'), text: 'Somebody who speaks Norwegian saves us the first month.' },
      ],
    },
  ];
};
