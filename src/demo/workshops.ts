/**
 * Workshops: the one from which the present quarter's Guidepoint came, with its minutes, and one planned for next week, for
 * which half of the people have written.
 */
import type { Command } from '../domain/book.ts';
import { PREWORK, USUAL, type Topic } from '../domain/workshop/agenda.ts';
import type { ShownCard } from '../domain/workshop/workshop.ts';
import { dayFromNumber } from '../kernel/day.ts';
import { quarterAfter, CALENDAR_YEAR } from '../kernel/fiscal.ts';
import type { CardId, NoteId, PersonId, WorkshopId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/zone.ts';
import { told, workday, type Quarter } from './calendar.ts';
import { instantAt, type DemoBatch } from './moments.ts';
import { PEOPLE, idOf, type Who } from './people.ts';
import type { World } from './world.ts';

/** One change of a room, as it is kept. */
export type DemoRoomChange = {
  readonly workshop: WorkshopId;
  readonly seq: number;
  readonly id: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly json: object;
  readonly words: string | null;
  readonly was: number;
};

const PAST = 'h_guidepoint';
const NEXT = 'h_planning';
const FEMKE = { id: 'p_femke-agency', name: 'Femke Aalbers', email: 'femke@noordwal.example' } as const;

/** The Guidepoint is put forward 15 days before its quarter; the workshop is that morning. */
const BEFORE = 15;
const MORNING = 6 * 60 + 30;

type Said = readonly [who: Who, topic: Topic, lane: string, text: string];
const SAID: readonly Said[] = [
  ['diego', 'retro', 'start', 'Tell sales on the day when somebody reads the tender guide'],
  ['samir', 'retro', 'stop', 'Mailings that nobody can name an outcome for'],
  ['lena', 'retro', 'stop', 'Rewriting the same page for three markets by hand'],
  ['ana', 'retro', 'keep', 'Dock days: people come back from them with names'],
  ['maren', 'retro', 'start', 'Say what a thing costs before it is promised'],
  ['nadia', 'outlook', 'opportunities', 'Customers ask for the yard module without being told of it'],
  ['tom', 'outlook', 'opportunities', 'Two large shippers write their tenders this {season}'],
  ['diego', 'outlook', 'threats', 'The vendor from Hamburg gives its first year away'],
  ['ines', 'guidepoint', '', 'Shippers come to us before they tender'],
  ['diego', 'guidepoint', '', 'Sales has a full list on the first day of {nextQuarter}'],
  ['maren', 'guidepoint', '', 'Half of the pipeline is not in two deals'],
  ['samir', 'guidepoint', '', 'Be asked, not ask'],
  ['nadia', 'guidepoint', '', 'Customers ask for more'],
  ['lena', 'ideas', '', 'A calculator that a shipper can put into his own tender'],
  ['samir', 'ideas', '', 'Letters to shippers with a tender due'],
  ['ana', 'ideas', '', 'Dock days at customers, not in hotels'],
  ['yuki', 'ideas', '', 'One page a customer can show his own boss'],
  ['tom', 'ideas', '', 'A printed catalogue'],
  ['lena', 'launch', '', 'Ten shippers get the calculator as a spreadsheet, and we call them'],
  ['ana', 'launch', '', 'One dock day with one customer, in Rotterdam'],
];

/** Dots by text; what is not named got none. */
const DOTS: { readonly [text: string]: number } = {
  'Shippers come to us before they tender': 14,
  'Customers ask for more': 9,
  'Sales has a full list on the first day of {nextQuarter}': 8,
  'Half of the pipeline is not in two deals': 5,
  'A calculator that a shipper can put into his own tender': 13,
  'Letters to shippers with a tender due': 10,
  'Dock days at customers, not in hotels': 9,
  'One page a customer can show his own boss': 4,
  'Ten shippers get the calculator as a spreadsheet, and we call them': 11,
  'One dock day with one customer, in Rotterdam': 7,
};
const THERE: readonly Who[] = ['ines', 'tom', 'diego', 'maren', 'nadia', 'samir', 'lena', 'ana', 'yuki'];

const cardOf = (n: number): CardId => `j_demo-${n + 1}`;
const noteOf = (n: number): NoteId => `n_demo-card-${n + 1}`;

/** Steps of the agenda in which a topic is shown, and in which its votes are counted. */
const stepsOf = (topic: Topic, act: 'show' | 'vote'): number =>
  USUAL.collaborative.findIndex((phase) => phase.topic === topic && (act === 'vote' ? phase.act === 'vote' : true));

/** The batches of both workshops, each with its own time; those on days that have not come yet are left out. */
export const workshopBatches = ({ calendar: { quarters, today } }: World): DemoBatch[] =>
  [...past(quarters.at(-1)!), ...next(quarters.at(-1)!, today)].filter(({ at }) => at < instantAt(today, 0));

const past = (quarter: Quarter): DemoBatch[] => {
  const day = workday(quarter.first - BEFORE);
  const batch = (minute: number, who: Who, commands: readonly Command[], notes: DemoBatch['notes'] = [], on = day): DemoBatch => ({
    at: instantAt(on, minute),
    by: idOf(who),
    commands,
    notes,
    people: [],
  });
  const id = PAST;
  const topics: readonly Topic[] = ['retro', 'outlook', 'guidepoint', 'ideas', 'launch'];
  const show = (topic: Topic, minute: number): DemoBatch => {
    const cards = SAID.flatMap(([, of, lane], n): ShownCard[] =>
      of === topic ? [{ card: cardOf(n), lane, by: null, note: noteOf(n) }] : [],
    );
    const notes = SAID.flatMap(([, of, , text], n) => (of === topic ? [{ id: noteOf(n), text: told(text, quarter) }] : []));
    return batch(minute, 'ines', [{ type: 'workshop/reveal-cards', id, topic, cards }], notes);
  };
  const count = (topic: Topic, minute: number): DemoBatch => {
    const counts = SAID.flatMap(([, of, , text], n) => (of === topic && DOTS[text] ? [{ on: cardOf(n), dots: DOTS[text] }] : []));
    const inOrder = counts.toSorted((a, b) => b.dots - a.dots);
    return batch(minute, 'ines', [{ type: 'workshop/reveal-votes', id, topic, voters: THERE.length, counts: inOrder }]);
  };
  const begin = (phase: number, minute: number): DemoBatch => batch(minute, 'ines', [{ type: 'workshop/start-phase', id, phase }]);
  let minute = MORNING;
  const room = topics.flatMap((topic): DemoBatch[] => {
    const vote = stepsOf(topic, 'vote');
    const steps = [begin(stepsOf(topic, 'show'), minute), show(topic, minute + 6)];
    minute += 12;
    if (vote < 0) return steps;
    minute += 10;
    return [...steps, begin(vote, minute - 6), count(topic, minute - 2)];
  });
  const kept = SAID.flatMap(([, topic, , text]) =>
    (topic === 'ideas' || topic === 'launch') && DOTS[text] ? [{ topic, title: told(text, quarter), dots: DOTS[text] }] : [],
  );
  const why: NoteId = 'n_demo-no-catalogue';
  return [
    batch(
      9 * 60,
      'ines',
      [
        {
          type: 'workshop/plan',
          id,
          title: told('Guidepoint for {quarter}', quarter),
          purpose: told('What has to be true on {lastDay}, and what is the smallest thing that would show we are on the way?', quarter),
          kind: 'collaborative',
          period: quarter.id,
          starts: instantAt(day, MORNING),
          agenda: USUAL.collaborative,
          facilitator: idOf('ines'),
          named: false,
          linksUntil: dayFromNumber(day + 7),
          people: THERE.map((who) => ({ person: idOf(who), guest: false })),
        },
        { type: 'workshop/ask-prework', id, topics: PREWORK, until: dayFromNumber(day - 1) },
      ],
      [],
      workday(day - 9),
    ),
    ...(['diego', 'samir', 'lena', 'ana', 'maren', 'nadia', 'tom'] as const).map((who, n) =>
      batch(
        8 * 60 + n * 31,
        who,
        [
          {
            type: 'workshop/send-prework',
            id,
            person: idOf(who),
            cards: SAID.filter(([by, topic]) => by === who && PREWORK.includes(topic)).length,
          },
        ],
        [],
        workday(day - 3),
      ),
    ),
    batch(MORNING - 2, 'ines', [{ type: 'workshop/open', id }]),
    ...room,
    batch(minute + 4, 'ines', [{ type: 'workshop/take-up', id, subject: 'Who calls the ten shippers?' }]),
    batch(
      minute + 12,
      'ines',
      [
        {
          type: 'workshop/put-together',
          id,
          guidepoint: quarter.id,
          scenario: null,
          blueprint: null,
          ordered: [],
          accepted: [],
          notDoing: [{ what: 'j_demo-18', title: 'A printed catalogue', why, later: null }],
          kept: kept.toSorted((a, b) => b.dots - a.dots),
        },
      ],
      [{ id: why, text: 'No dot, and nobody could say which outcome it would move.' }],
    ),
    batch(minute + 15, 'ines', [{ type: 'workshop/close', id }]),
  ];
};

/** Who has written for next week, on which day before today, and what. */
const WROTE: readonly (readonly [Who, number, readonly (readonly [Topic, string, string])[]])[] = [
  [
    'samir',
    4,
    [
      ['retro', 'keep', 'The weekly half hour with sales'],
      ['retro', 'stop', 'Webinars without a list of whom to ask'],
      ['outlook', 'opportunities', 'Three shippers asked for the guide by name'],
    ],
  ],
  [
    'ana',
    3,
    [
      ['retro', 'start', 'Ask for the room before the date is promised'],
      ['outlook', 'threats', 'Two fairs on the same days in autumn'],
    ],
  ],
  [
    'diego',
    3,
    [
      ['retro', 'stop', 'Leads on Friday afternoon'],
      ['outlook', 'opportunities', 'The Nordic tenders'],
    ],
  ],
  ['yuki', 2, [['retro', 'keep', 'Customer letters that name what was changed for them']]],
];
const ASKED: readonly Who[] = ['ines', 'tom', 'diego', 'maren', 'nadia', 'samir', 'lena', 'ana', 'yuki', 'wes', 'petra'];

const startsOn = (today: number): number => workday(today + 7);

const next = (quarter: Quarter, today: number): DemoBatch[] => {
  const after = quarterAfter(CALENDAR_YEAR, quarter.id, 1);
  const day = startsOn(today);
  const id = NEXT;
  const planned: DemoBatch = {
    at: instantAt(workday(today - 6), 9 * 60 + 12),
    by: idOf('ines'),
    commands: [
      {
        type: 'workshop/plan',
        id,
        title: `Plan for ${after.id.slice(5)}`,
        purpose: 'What do we promise for the next quarter, and what do we say no to?',
        kind: 'planning',
        period: after.id,
        starts: instantAt(day, 8 * 60),
        agenda: USUAL.planning,
        facilitator: idOf('ines'),
        named: false,
        linksUntil: dayFromNumber(day + 7),
        people: [...ASKED.map((who) => ({ person: idOf(who), guest: false })), { person: FEMKE.id, guest: true }],
      },
      { type: 'workshop/ask-prework', id, topics: PREWORK, until: dayFromNumber(day - 1) },
    ],
    notes: [],
    people: [FEMKE],
  };
  const sent = WROTE.map(([who, before, cards], n): DemoBatch => ({
    at: instantAt(workday(today - before), 10 * 60 + n * 17),
    by: idOf(who),
    commands: [{ type: 'workshop/send-prework', id, person: idOf(who), cards: cards.length }],
    notes: [],
    people: [],
  }));
  return [planned, ...sent];
};

/** What was written for next week: rows, hidden from everybody else until the room opens. */
export const workshopRooms = ({ calendar: { today } }: World): DemoRoomChange[] =>
  WROTE.flatMap(([who, before, cards], person) =>
    cards.map((card, n) => ({ who, card, at: instantAt(workday(today - before), 9 * 60 + person * 17 + n) })),
  )
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ who, card: [topic, lane, text], at }, n) => ({
      workshop: NEXT,
      seq: n + 1,
      id: `demo-next-${n + 1}`,
      by: PEOPLE[who].id,
      at,
      json: { do: 'write', card: `j_demo-next-${n + 1}`, topic, lane },
      words: text,
      was: 0,
    }));
