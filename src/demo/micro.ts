/**
 * Micro-campaigns of the story: letters that were scaled and run on, calls that were aborted, invitations whose verdict
 * somebody wants overruled, an outreach that runs, two subject lines that wait to be frozen: what was seen of them is told by hand.
 * Two of the quarter's own campaigns are judged by what the files count (counted.ts).
 *
 * What the rule says is not known here: a verdict stands as a placeholder that whoever builds the company counts and puts
 * in (server/operations/care/demo-verdicts.ts), refusing where the rule says another word than the story.
 */
import type { Said } from '../domain/agreements/verdict.ts';
import type { Command } from '../domain/book.ts';
import type { Arm, Criteria } from '../domain/campaign/criteria.ts';
import { QUESTIONS } from '../domain/campaign/micro.ts';
import { dayFromNumber } from '../kernel/day.ts';
import { CALENDAR_YEAR } from '../kernel/fiscal.ts';
import { monthsOfQuarter } from '../kernel/fiscal-month.ts';
import type { BudgetId, CampaignId, ItemId, NoteId, PriorityId } from '../kernel/ids.ts';
import { workday } from './calendar.ts';
import { countedMoments } from './counted.ts';
import type { PlannedItem } from './items.ts';
import type { Moment } from './moments.ts';
import { idOf, type Who } from './people.ts';
import { minorOf, priorityId } from './priorities.ts';
import { MICRO_STORY, type Tried } from './story/micro-story.ts';
import { STORY } from './story/story.ts';
import type { World } from './world.ts';

const LINE: BudgetId = 'b_trials';
/** Its line is opened this many days before today. */
const OPENED = 100;
const NOTHING = '0'.repeat(64);
/** A company many times larger than the one of the story is there to be measured: nothing small is tried in it. */
const STORY_SCALE = 20;

/** The day itself, or the Monday after it. */
const from = (day: number): number => (workday(day) === day ? day : workday(day) + 3);

export const microMoments = (world: World, items: readonly PlannedItem[]): Moment[] => {
  const { calendar, scale } = world;
  if (scale > STORY_SCALE) return [];
  const last = monthsOfQuarter(CALENDAR_YEAR, calendar.quarters.at(-1)!.id).at(-1)!;
  const open: Command = {
    type: 'budget/open',
    id: LINE,
    name: 'Small tests',
    currency: 'EUR',
    owner: idOf('samir'),
    purpose: null,
    takesSpend: false,
    months: [{ month: last.id, minor: minorOf(16_000, scale) }],
  };
  return [
    { day: calendar.today - OPENED, who: 'ines', commands: [open] },
    ...MICRO_STORY.flatMap((tried) => told(world, tried)),
    ...wave(world),
    ...countedMoments(world, items),
  ];
};

const note = (key: string, what: string): NoteId => `n_micro-${key}-${what}`;
const arm = ([n, of]: readonly [number, number]): Arm => ({ n, of, ofSquares: null, outOf: null, outOfSquares: null, products: null });
const look = (id: CampaignId, day: number, sums: readonly (readonly [number, number])[], spentMinor: number | null): Command => ({
  type: 'campaign/look',
  id,
  on: dayFromNumber(workday(day)),
  arms: sums.map(arm),
  guards: [],
  spentMinor,
  correction: null,
});
const saying = (word: Said['word'], day: number): Said => ({
  word,
  finding: 'What the rule says is counted when the company is built.',
  asOf: dayFromNumber(workday(day)),
  sha256: NOTHING,
  evidence: [],
});
const ready = (id: CampaignId, key: string, answers: Tried['answers']) => ({
  commands: QUESTIONS.map((question): Command => ({ type: 'campaign/answer', id, question, answer: note(key, question) })),
  notes: QUESTIONS.map((question) => ({ id: note(key, question), text: answers[question] })),
});

const told = (world: World, t: Tried): Moment[] => {
  const { today } = world.calendar;
  const id: CampaignId = `c_${t.key}`;
  const at = (day: number): number => today + day;
  const begin = from(at(t.starts));
  const criteria: Criteria = { ...t.criteria, deadline: dayFromNumber(begin + t.days) };
  const item: ItemId | null = t.work ? `w_${t.key}` : null;
  const planned: Command[] = t.follows
    ? []
    : [
        ...(item
          ? [
              {
                type: 'item/add' as const,
                id: item,
                title: t.work!.title,
                priority: servedOn(world, begin - 12),
                owner: idOf(t.who),
                sizeDays: t.work!.days,
                request: null,
                foundational: null,
                on: dayFromNumber(workday(begin - 12)),
              },
            ]
          : []),
        {
          type: 'campaign/plan',
          id,
          name: t.name,
          channel: t.channel,
          from: dayFromNumber(begin),
          to: dayFromNumber(begin + t.days),
          budgetMinor: minorOf(t.euro, world.scale),
          key: t.key,
          aliases: [],
          item,
          foundational: null,
          owner: idOf(t.who),
        },
        {
          type: 'campaign/brief',
          id,
          hypothesis: note(t.key, 'believe'),
          segment: t.segment,
          line: LINE,
          variants: t.variants,
          randomised: t.variants.length > 1,
        },
        { type: 'campaign/write-criteria', id, criteria },
        { type: 'campaign/propose-criteria', id, revision: 1, second: idOf(t.second) },
      ];
  const answers = ready(id, t.key, t.answers);
  const believe = { id: note(t.key, 'believe'), text: t.believe };
  const written: Moment[] = t.follows
    ? [{ day: begin - 5, who: t.who, commands: [{ type: 'campaign/propose-criteria', id, revision: 1, second: idOf(t.second) }] }]
    : [{ day: Math.min(begin - 12, today - 2), who: t.who, commands: planned, notes: [believe] }];
  if (t.starts >= 0) return written;
  return [
    ...written,
    { day: begin - 2, who: t.second, commands: [{ type: 'campaign/freeze', id, revision: 1 }] },
    { day: begin, who: t.who, ...answers },
    { day: begin, who: t.who, commands: [{ type: 'campaign/start', id, commitment: `g_${t.key}` }] },
    ...t.looks.map(([day, sums, euro]): Moment => ({
      day: at(day),
      who: t.who,
      commands: [look(id, at(day), sums, minorOf(euro, world.scale))],
    })),
    // What was to be done is done once it is out, unless it is aborted first.
    ...(t.work && (t.verdict?.word !== 'abort' || t.verdict.overruled)
      ? [
          {
            day: begin + 4,
            who: t.who,
            commands: [{ type: 'item/finish' as const, id: `w_${t.key}` as const, on: dayFromNumber(workday(begin + 4)) }],
          },
        ]
      : []),
    ...ended(world, t, id, item),
  ];
};

/** The first Should of the quarter that holds this day: what is tried is tried for it. */
const servedOn = ({ calendar: { quarters } }: World, day: number): PriorityId => {
  const quarter = quarters.findLast(({ first }) => first <= day) ?? quarters[0]!;
  const { plans } = STORY[quarter.index]!;
  return priorityId(quarter, (plans.find(({ moscow }) => moscow === 'should') ?? plans[0]!).key);
};

const ended = (world: World, t: Tried, id: CampaignId, item: ItemId | null): Moment[] => {
  const { today } = world.calendar;
  if (!t.verdict) return [];
  const day = today + t.verdict.day;
  const take: Command = { type: 'verdict/take', id, said: saying(t.verdict.word, day), log: `l_${t.key}` };
  const why = { id: note(t.key, 'why'), text: t.verdict.why };
  if (t.verdict.overruled) {
    const { word, second } = t.verdict.overruled;
    return [
      {
        day,
        who: t.who,
        commands: [{ type: 'verdict/ask-overrule', id, word, said: saying(t.verdict.word, day), second: idOf(second), why: why.id }],
        notes: [why],
      },
    ];
  }
  if (t.verdict.word === 'abort')
    return [
      {
        day,
        who: t.who,
        commands: [take, { type: 'verdict/abort', id, drop: item ? [item] : [], why: why.id, log: `l_${t.key}-end` }],
        notes: [why],
      },
    ];
  const next = MICRO_STORY.find(({ follows }) => follows === t.key);
  if (!next) return [{ day, who: t.who, commands: [take] }];
  const begin = from(today + next.starts);
  const scale: Command = {
    type: 'verdict/scale',
    id,
    follow: {
      id: `c_${next.key}`,
      name: next.name,
      key: next.key,
      from: dayFromNumber(begin),
      to: dayFromNumber(begin + next.days),
      budgetMinor: minorOf(next.euro, world.scale),
      line: LINE,
      commitment: `g_${next.key}`,
      owner: idOf(next.who),
    },
    move: null,
    priority: null,
    items: next.work ? [{ id: `w_${next.key}`, title: next.work.title, sizeDays: next.work.days, owner: idOf(next.who) }] : [],
    why: why.id,
    log: `l_${t.key}-end`,
  };
  return [{ day, who: t.who, commands: [take, scale], notes: [why] }];
};

/** The outreach of this quarter, as a micro-campaign: its brief is written once it is planned, on the line of its priority. */
const wave = (world: World): Moment[] => {
  const { calendar, campaigns } = world;
  const sent = campaigns.find(({ key }) => key === 'wave-1');
  const quarter = calendar.quarters.at(-1)!;
  if (!sent || sent.from - 4 >= calendar.today) return [];
  const begin = from(sent.from);
  const { id } = sent;
  const who: Who = 'samir';
  const answers = ready(id, 'wave-1', {
    audience: 'A hundred and twenty shippers whose tender we know. Names and addresses from the CRM.',
    consent: 'Business addresses that we have a reason to write to. One click says no, and we keep that.',
    tracking: 'Yes: my own click arrived with wave-1 in it.',
    answers: 'Katrin and Sanne, within two working days, as was agreed in Q3.',
    afterwards: 'Above 8 % wave 2 and a third wave for Austria. Below 5 % we stop, and say so.',
  });
  const seen = [
    [9, 150, 14],
    [14, 200, 19],
    [17, 250, 23],
    [21, 300, 31],
  ] as const;
  return [
    {
      day: begin - 4,
      who,
      commands: [
        {
          type: 'campaign/brief',
          id,
          hypothesis: note('wave-1', 'believe'),
          segment: 's_mid-size',
          line: `b_${quarter.id.toLowerCase()}-tender-outreach`,
          variants: [{ name: 'With their own tender date', weight: 1 }],
          randomised: false,
        },
        {
          type: 'campaign/write-criteria',
          id,
          criteria: {
            measure: {
              kind: 'share',
              better: 'more',
              of: { what: 'hand', name: 'replies that ask for something' },
              outOf: { what: 'hand', name: 'messages sent' },
              relative: false,
            },
            scale: 0.08,
            abort: 0.05,
            minimum: 150,
            deadline: dayFromNumber(begin + 34),
            error: 0.1,
            guardrails: [],
          },
        },
        { type: 'campaign/propose-criteria', id, revision: 1, second: idOf('ines') },
      ],
      notes: [{ id: note('wave-1', 'believe'), text: 'Shippers answer when we name their own tender date.' }],
    },
    { day: begin - 1, who: 'ines', commands: [{ type: 'campaign/freeze', id, revision: 1 }] },
    { day: begin, who, ...answers },
    { day: begin, who, commands: [{ type: 'campaign/start', id, commitment: 'g_wave-1-micro' }] },
    ...seen.map(([day, n, of]): Moment => ({ day: begin + day, who, commands: [look(id, begin + day, [[n, of]], null)] })),
  ];
};
