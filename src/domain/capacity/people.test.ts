import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command, Event } from '../book.ts';
import type { Refusal } from '../decide.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';

const ben = (command: Command): Asked => ['p_ben', command];
const STAFFED: readonly Asked[] = [
  ...FOUNDED,
  ben({ type: 'calendar/draw', id: 'd_nl', name: 'Netherlands', weekdays: [5, 1, 2, 3, 4] }),
  ben({ type: 'calendar/draw', id: 'd_free', name: 'Nobody follows it', weekdays: [1] }),
  ben({ type: 'calendar/add-holidays', id: 'd_nl', holidays: [{ day: '2026-04-27', name: 'King’s Day' }] }),
  ben({ type: 'team/form', id: 't_mkt', name: 'Marketing', calendar: 'd_nl' }),
  ben({ type: 'team/form', id: 't_new', name: 'New', calendar: null }),
  ben({ type: 'capacity/set-hours', person: 'p_ben', from: '2026-01-01', hours: 40 }),
  ben({ type: 'capacity/join-team', person: 'p_ben', team: 't_mkt' }),
  ben({ type: 'capacity/take-off', person: 'p_ben', id: 'a_ski', from: '2026-02-16', to: '2026-02-20', halfFirst: true, halfLast: false }),
];
const book = given(...STAFFED);

const GRANTED: readonly (readonly [string, Command, ...Event[]])[] = [
  [
    'weekdays stand in order, each once',
    { type: 'calendar/choose-weekdays', id: 'd_nl', weekdays: [4, 2, 2, 1] },
    { type: 'calendar/weekdays-chosen', id: 'd_nl', weekdays: [1, 2, 4] },
  ],
  ['the weekdays it has already are no event', { type: 'calendar/choose-weekdays', id: 'd_nl', weekdays: [5, 4, 3, 2, 1] }],
  [
    'of holidays only those that are new or renamed are recorded, each day once, in order',
    {
      type: 'calendar/add-holidays',
      id: 'd_nl',
      holidays: [
        { day: '2026-12-25', name: 'Christmas' },
        { day: '2026-04-27', name: ' King’s Day ' },
        { day: '2026-05-14', name: 'Ascension' },
        { day: '2026-12-25', name: 'Christmas Day' },
      ],
    },
    {
      type: 'calendar/holidays-added',
      id: 'd_nl',
      holidays: [
        { day: '2026-05-14', name: 'Ascension' },
        { day: '2026-12-25', name: 'Christmas Day' },
      ],
    },
  ],
  ['a day that is no holiday need not be removed', { type: 'calendar/remove-holiday', id: 'd_nl', day: '2026-04-28' }],
  [
    'a calendar that nobody follows may go',
    { type: 'calendar/retire', id: 'd_free', why: 'n_w' },
    { type: 'calendar/retired', id: 'd_free', why: 'n_w' },
  ],
  ['a team without people may go', { type: 'team/retire', id: 't_new', why: 'n_w' }, { type: 'team/retired', id: 't_new', why: 'n_w' }],
  ['the team he is in already is no event', { type: 'capacity/join-team', person: 'p_ben', team: 't_mkt' }],
  [
    'hours hold from a day on',
    { type: 'capacity/set-hours', person: 'p_ben', from: '2026-07-01', hours: 32 },
    { type: 'capacity/hours-set', person: 'p_ben', from: '2026-07-01', hours: 32 },
  ],
  [
    'a stakeholder may give time too',
    { type: 'capacity/set-hours', person: 'p_caro', from: '2026-07-01', hours: 4 },
    { type: 'capacity/hours-set', person: 'p_caro', from: '2026-07-01', hours: 4 },
  ],
  ['no skill where none was recorded is no event', { type: 'capacity/name-skills', person: 'p_ben', skills: [] }],
  [
    'time off may be taken back',
    { type: 'capacity/cancel-off', person: 'p_ben', id: 'a_ski' },
    { type: 'capacity/time-off-cancelled', person: 'p_ben', id: 'a_ski' },
  ],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ben(command)), { events }));

const holidays = Array.from({ length: 500 }, (_, i) => ({
  day: `${2027 + Math.floor(i / 28)}-01-${String((i % 28) + 1).padStart(2, '0')}`,
  name: 'x',
}));
const REFUSED: readonly (readonly [string, Command, Refusal])[] = [
  ['a calendar has a working day', { type: 'calendar/draw', id: 'd_none', name: 'None', weekdays: [] }, { code: 'no-weekday' }],
  ['a weekday is one of seven', { type: 'calendar/choose-weekdays', id: 'd_nl', weekdays: [1, 8] }, { code: 'no-weekday' }],
  [
    'a holiday is a day that exists',
    { type: 'calendar/add-holidays', id: 'd_nl', holidays: [{ day: '2026-02-30', name: 'x' }] },
    { code: 'not-a-day', field: 'holiday', found: '2026-02-30' },
  ],
  [
    'a holiday has a name',
    { type: 'calendar/add-holidays', id: 'd_nl', holidays: [{ day: '2026-02-20', name: ' ' }] },
    { code: 'empty', field: 'name of the holiday' },
  ],
  [
    'a calendar holds five hundred holidays',
    { type: 'calendar/add-holidays', id: 'd_nl', holidays },
    { code: 'too-many-holidays', most: 500 },
  ],
  [
    'a calendar that is followed stays',
    { type: 'calendar/retire', id: 'd_nl', why: 'n_w' },
    { code: 'calendar-in-use', id: 'd_nl', by: 1 },
  ],
  ['a team with people stays', { type: 'team/retire', id: 't_mkt', why: 'n_w' }, { code: 'team-has-people', id: 't_mkt', people: 1 }],
  [
    'a team follows a calendar that stands',
    { type: 'team/follow-calendar', id: 't_mkt', calendar: 'd_gone' },
    { code: 'not-there', thing: 'calendar', id: 'd_gone' },
  ],
  ['a focus factor is at most 1', { type: 'team/set-focus', id: 't_mkt', from: '2026-01-01', focus: 80 }, { code: 'focus-out-of-range' }],
  [
    'a week has at most eighty hours of work',
    { type: 'capacity/set-hours', person: 'p_ben', from: '2026-01-01', hours: 81 },
    { code: 'hours-out-of-range' },
  ],
  [
    'capacity is that of people who belong to the company',
    { type: 'capacity/set-hours', person: 'p_zoe', from: '2026-01-01', hours: 40 },
    { code: 'not-there', thing: 'member', id: 'p_zoe' },
  ],
  [
    'the shares of the skills sum to 100',
    { type: 'capacity/name-skills', person: 'p_ben', skills: [{ skill: 'Web', share: 90 }] },
    { code: 'shares-not-whole' },
  ],
  [
    'a skill is named once, however it is spelt',
    {
      type: 'capacity/name-skills',
      person: 'p_ben',
      skills: [
        { skill: 'Web', share: 50 },
        { skill: ' web', share: 50 },
      ],
    },
    { code: 'skill-twice', skill: 'web' },
  ],
  [
    'time off ends where it starts or later',
    { type: 'capacity/take-off', person: 'p_ben', id: 'a_x', from: '2026-03-02', to: '2026-03-01', halfFirst: false, halfLast: false },
    { code: 'ends-before-it-starts', from: '2026-03-02', to: '2026-03-01' },
  ],
  [
    'time off that is not there cannot be taken back',
    { type: 'capacity/cancel-off', person: 'p_ben', id: 'a_gone' },
    { code: 'not-there', thing: 'absence', id: 'a_gone' },
  ],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ben(command)), { refused }));
