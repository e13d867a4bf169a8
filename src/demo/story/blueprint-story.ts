/** What stands around the priorities of each quarter: milestones, what was not done, what changed, and the quarter to come. */
import type { Moscow } from '../../domain/blueprint/priority.ts';
import type { Who } from '../people.ts';
import type { Serves } from './quarter-story.ts';

/** Milestones by quarter and priority: key, title, day of the quarter; the last one says how many days late it was reached. */
export type Mark = readonly [key: string, title: string, day: number, late: number];
export const MARKS: readonly { readonly [priority: string]: readonly Mark[] }[] = [
  {
    search: [['pages', 'Ten pages live', 40, 3]],
    'hamburg-fair': [['doors', 'Doors open', 71, 0]],
    inquiries: [['first', 'Answered in a day', 35, 6]],
  },
  {
    webinars: [['first', 'First webinar', 30, 0]],
    'first-guide': [['out', 'Guide out', 68, 4]],
    consent: [['banner', 'Banner live', 44, 0]],
  },
  {
    'waiting-cost': [['calc', 'Numbers agreed', 28, 2]],
    carriers: [['ten', 'Ten carriers', 50, 0]],
    france: [['words', 'French words ready', 46, 9]],
  },
  {
    'first-dock-day': [['day', 'The dock day', 62, 0]],
    yard: [['sheet', 'One sheet', 38, 0]],
    'lyon-fair': [['doors', 'Doors open', 57, 0]],
  },
  { 'tender-words': [['draft', 'Words agreed', 30, 0]], food: [['list', 'List of 150', 24, 5]], cologne: [['day', 'The dock day', 66, 0]] },
  {
    'dock-days': [
      ['antwerp', 'Antwerp', 33, 0],
      ['ghent', 'Ghent', 68, 0],
    ],
    pilot: [['verdict', 'Verdict', 52, 2]],
  },
  { calculator: [['beta', 'Beta', 58, 0]], references: [['five', 'Five references', 40, 1]], lille: [['day', 'The dock day', 60, 0]] },
  {
    'tender-guide': [
      ['beta', 'Calculator beta', 33, 0],
      ['guide', 'Guide out', 51, 0],
    ],
    'tender-outreach': [
      ['wave-1', 'Wave 1 verdict', 42, 1],
      ['wave-2', 'Wave 2 ends', 70, 0],
    ],
    'dock-days': [
      ['rotterdam', 'Rotterdam', 26, 0],
      ['hamburg', 'Hamburg', 64, 0],
    ],
    'yard-expansion': [['twenty', 'First 20 accounts', 55, 0]],
    routing: [['rules', 'Rules agreed', 40, 0]],
    joint: [['page', 'Joint page', 62, 0]],
  },
];

/** Not done, why, and who was told. */
export type Not = readonly [title: string, why: string, told: Who];
export const NOT_DOING: readonly (readonly Not[])[] = [
  [['A stand at the harbour days', 'Nobody there decides about docks.', 'katrin']],
  [['Podcast for logistics people', 'It takes a day a week and serves no outcome yet.', 'owen']],
  [
    ['A new logo', 'The old one costs us no deal.', 'tom'],
    ['Advent calendar for carriers', 'A kind idea without an outcome.', 'sanne'],
  ],
  [['Film about the founders', 'Serves no outcome.', 'tom']],
  [
    ['Page in Polish', 'No sales in Poland before next year.', 'petra'],
    ['Company magazine', 'Nobody could say who would read it.', 'jonas'],
  ],
  [['A stand in Paris', 'Lyon and Utrecht carry what we can staff.', 'julien']],
  [
    ['Awards for carriers', 'Moves nothing before next year.', 'owen'],
    ['Dock song', 'A joke, and it took an hour to say so.', 'samir'],
  ],
  [
    ['Careers page redesign', 'Serves no outcome.', 'jonas'],
    ['Stand at the transport fair', 'Moves nothing before {nextYear}.', 'sanne'],
    ['Dock tour video with drone', 'Serves no outcome.', 'tom'],
  ],
];

/** The quarter to come, as a draft: more than fits, so that something has to go. */
export const NEXT: readonly {
  readonly key: string;
  readonly title: string;
  readonly moscow: Moscow;
  readonly serves: Serves;
  readonly days: number;
  readonly euro: number;
  readonly span: readonly [number, number];
  readonly by: Who;
}[] = [
  {
    key: 'nordic-launch',
    title: 'Launch in the Nordics',
    moscow: 'must',
    serves: 'nordics',
    days: 66,
    euro: 46_000,
    span: [0, 84],
    by: 'samir',
  },
  {
    key: 'tender-season',
    title: 'The next tender season',
    moscow: 'must',
    serves: 'opportunities',
    days: 49,
    euro: 34_000,
    span: [6, 80],
    by: 'lena',
  },
  { key: 'council', title: 'Customer council', moscow: 'should', serves: 'nordics', days: 37, euro: 21_000, span: [14, 76], by: 'yuki' },
  {
    key: 'dock-days',
    title: 'Dock days in Gdańsk and Aarhus',
    moscow: 'should',
    serves: 'opportunities',
    days: 54,
    euro: 48_000,
    span: [0, 82],
    by: 'ana',
  },
  {
    key: 'portal',
    title: 'Carrier portal, second language',
    moscow: 'could',
    serves: 'opportunities',
    days: 66,
    euro: 12_000,
    span: [20, 84],
    by: 'wes',
  },
];

/** Priorities that a change took out again: nothing is added to them afterwards. */
export const STOPPED: readonly string[] = ['finance-stories'];
