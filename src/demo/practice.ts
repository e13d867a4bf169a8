/**
 * How Lademar runs its Backlog: what t-shirt sizes mean, the limit on work in progress, scores and answers on what stands
 * open, what needs what, and cycles of ten working days, with what was done in them.
 */
import type { Command } from '../domain/book.ts';
import { dayFromNumber, weekday } from '../kernel/day.ts';
import type { CycleId, NoteId, OutcomeId } from '../kernel/ids.ts';
import type { Random } from '../kernel/random.ts';
import { CAME_BACK, type PlannedItem } from './items.ts';
import type { Moment, Written } from './moments.ts';
import { priorityMoments } from './priorities.ts';
import type { World } from './world.ts';

/** Days before today on which the open list was scored, made ready and put in relation. */
const SCORED = 7;
const SKILLS: readonly (readonly [string, string])[] = [
  ['Content', 'Design'],
  ['Outreach', 'Content'],
  ['Events', 'Design'],
  ['Customer marketing', 'Content'],
];
const SUCCESS = [
  'Five of the accounts on the list ask for an offer',
  'Sales uses it in every second first call',
  'Forty named people come, ten of them decide about transport',
  'Two shippers who went quiet answer again',
  'Nobody asks for it twice',
] as const;
const MEASURED = [
  'By deals opened at accounts it reached, within 60 days',
  'By the tracking key, from first touch to opened deal',
  'By the list of those who came, matched with the CRM',
  'By answers to the letter, counted after three weeks',
] as const;

export const practiceMoments = (world: World, items: readonly PlannedItem[]): Moment[] => {
  const { today, quarters } = world.calendar;
  const open = openOn(items, today - SCORED);
  const inWork = items.filter((i) => i.started !== null && i.started < today && isOpen(i, today)).length;
  return [
    {
      day: quarters[6]!.first + 10,
      who: 'ines',
      commands: [{ type: 'practice/calibrate', team: null, days: { S: 3, M: 7, L: 14, XL: 30 } }],
    },
    ...cycleMoments(items, today),
    ...scoreMoments(world, open),
    ...readyMoments(world, open),
    {
      day: today - 2,
      who: 'ines',
      commands: [
        { type: 'practice/limit', team: null, column: 'started', most: inWork + 1 },
        { type: 'practice/limit', team: null, column: 'waiting', most: 3 },
      ],
    },
  ];
};

const isOpen = ({ key, finished, dropped }: PlannedItem, day: number): boolean =>
  (finished === null || finished - (CAME_BACK.includes(key) ? BACK : 0) > day + WEEKEND) &&
  (dropped === null || dropped[0] > day + WEEKEND);
/** What falls on a weekend is told on the Friday before. */
const WEEKEND = 3;
/** Some work came back once, up to so many days before it was finished for good. */
const BACK = 7;
/** Added a while ago, and neither finished nor dropped. */
const openOn = (items: readonly PlannedItem[], day: number): PlannedItem[] => items.filter((i) => i.added < day - 2 && isOpen(i, day));

/** Numbers as people say them in a meeting: round, and better for what the Blueprint calls a Must. */
const scoreMoments = (world: World, open: readonly PlannedItem[]): Moment[] => {
  const served = outcomesServed(world);
  const day = world.calendar.today - SCORED;
  const each = open.flatMap((item): Command[] => {
    const r = world.root.fork(`score ${item.key}`);
    const { id } = item;
    const days = item.work.days ?? 8;
    const planned = item.priority !== null;
    const outcomes = item.priority ? (served.get(item.priority) ?? []) : [];
    return [
      ...(r.chance(0.85)
        ? [
            {
              type: 'item/score-rice',
              id,
              rice: {
                reach: r.pick([40, 60, 120, 200, 240, 400, 600]),
                impact: r.pick(planned ? [1, 1, 2, 2, 3] : [0.25, 0.5, 1]),
                confidence: r.pick(planned ? [80, 80, 100] : [50, 50, 80]),
                effortMonths: Math.max(0.1, Math.round((days / 21) * 10) / 10),
              },
            } as const,
          ]
        : []),
      ...(r.chance(0.6)
        ? [
            {
              type: 'item/score-ice',
              id,
              ice: { variant: 'ease', impact: r.whole(planned ? 5 : 2, planned ? 9 : 6), confidence: r.whole(3, 8), last: r.whole(2, 9) },
            } as const,
          ]
        : []),
      ...(r.chance(0.55)
        ? [
            {
              type: 'item/score-wsjf',
              id,
              wsjf: {
                value: r.pick([2, 3, 5, 8]),
                urgency: r.pick([1, 2, 3, 5, 8]),
                enablement: r.pick([1, 1, 2, 3]),
                jobSize: jobSize(days),
              },
            } as const,
          ]
        : []),
      ...outcomes
        .slice(0, 2)
        .flatMap((outcome) =>
          r.chance(0.75) ? [{ type: 'item/estimate-value', id, outcome, percent: r.pick([2, 3, 5, 5, 8, 10]) } as const] : [],
        ),
      ...sizeBySkill(item, r),
    ];
  });
  return [{ day, who: 'ines', commands: each }];
};

const jobSize = (days: number): number => [1, 2, 3, 5, 8, 13].find((size) => days <= size * 2) ?? 20;

/** Every second sized item is split by skill, two parts to one. */
const sizeBySkill = ({ id, work }: PlannedItem, r: Random): Command[] => {
  const days = work.days ?? 0;
  if (days < 3) return work.days === null && r.chance(0.5) ? [{ type: 'item/size-shirt', id, shirt: r.pick(['S', 'M', 'M', 'L']) }] : [];
  if (!r.chance(0.5)) return [];
  const [first, second] = r.pick(SKILLS);
  const less = Math.round(days / 3);
  return [
    {
      type: 'item/size-by-skill',
      id,
      bySkill: [
        { skill: first, days: days - less },
        { skill: second, days: less },
      ],
    },
  ];
};

/** Which outcomes each priority serves when it is planned. */
const outcomesServed = (world: World): ReadonlyMap<string, readonly OutcomeId[]> =>
  new Map(
    priorityMoments(world).flatMap(({ commands }) =>
      commands.flatMap((c) => (c.type === 'priority/plan' ? [[c.id, c.outcomes] as const] : [])),
    ),
  );

/** What success looks like, how it is measured, what must come first, and one item that waits. */
const readyMoments = (world: World, open: readonly PlannedItem[]): Moment[] => {
  const day = world.calendar.today - SCORED + 1;
  const notes: Written[] = [];
  const said = (key: string, text: string): NoteId => {
    const id: NoteId = `n_${key}`;
    notes.push({ id, text });
    return id;
  };
  const commands = open.flatMap((item, n): Command[] => {
    const r = world.root.fork(`ready ${item.key}`);
    const { id, key } = item;
    const before = open
      .slice(0, n)
      .findLast((other) => other.priority !== null && other.priority === item.priority && other.started === null);
    return [
      ...(r.chance(0.7)
        ? [{ type: 'item/answer', id, question: 'success', answer: said(`success-${key}`, r.pick(SUCCESS)) } as const]
        : []),
      ...(r.chance(0.5)
        ? [{ type: 'item/answer', id, question: 'measured', answer: said(`measured-${key}`, r.pick(MEASURED)) } as const]
        : []),
      ...(before && r.chance(0.5)
        ? [{ type: 'item/depend', id, needs: before.id } as const]
        : r.chance(0.5)
          ? [{ type: 'item/answer', id, question: 'dependencies', answer: said(`needs-${key}`, 'Nothing that is not finished') } as const]
          : []),
    ];
  });
  const started = open.filter((i) => i.started !== null && i.started < day - 1).at(-1);
  const waits: Command[] = started
    ? [
        {
          type: 'item/wait',
          id: started.id,
          on: dayFromNumber(day),
          why: said(`waits-${started.key}`, 'The shipper’s legal department has the text; an answer was promised for next week'),
        },
      ]
    : [];
  return [{ day, who: 'ines', commands: [...commands, ...waits], notes }];
};

/** Six cycles that are over, the running one, and the next. Each begins on a Monday and is planned on the Friday before. */
const cycleMoments = (items: readonly PlannedItem[], today: number): Moment[] => {
  const monday = today - weekday(dayFromNumber(today)) + 1;
  const running = monday - 7;
  return [6, 5, 4, 3, 2, 1, 0, -1].flatMap((back): Moment[] => {
    const from = running - 14 * back;
    const planned = from - 3;
    const id: CycleId = `y_${dayFromNumber(from)}`;
    const inWork = back < 0 ? [] : openOn(items, planned).filter((i) => i.started !== null && i.started < from + 12 && i.linked < planned);
    const ends = (i: PlannedItem): boolean => i.finished !== null && i.finished <= from + 11;
    // What the team knew it would end, and two that might have.
    const taken = [...inWork.filter(ends), ...inWork.filter((i) => !ends(i)).slice(0, 2)];
    const plan: Command[] = [
      { type: 'cycle/plan', id, team: null, from: dayFromNumber(from), days: 10 },
      ...taken.map((i) => ({ type: 'cycle/take', id, item: i.id }) as const),
    ];
    const on = (day: number, commands: readonly Command[]): Moment => ({ day, who: 'ines', commands });
    if (back < 0) return [on(today - 1, plan)];
    return [
      on(planned, plan),
      on(from, [{ type: 'cycle/start', id, on: dayFromNumber(from) }]),
      ...(back > 0 ? [on(from + 11, [{ type: 'cycle/close', id, on: dayFromNumber(from + 11), into: null }])] : []),
    ];
  });
};
