import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../domain/book.ts';
import { FOUNDED, given, type Asked } from '../../domain/given.ts';
import { capacityPage } from './capacity.ts';
import { metersOf } from './meters.ts';
import { readHolidays } from './read-holidays.ts';

const ben = (command: Command): Asked => ['p_ben', command];
const HOURS: readonly Asked[] = [
  ben({ type: 'capacity/set-hours', person: 'p_ben', from: '2026-01-01', hours: 40 }),
  ben({
    type: 'capacity/name-skills',
    person: 'p_ben',
    skills: [
      { skill: 'Content', share: 80 },
      { skill: 'Design', share: 20 },
    ],
  }),
];
const PLANNED: readonly Asked[] = [
  ben({
    type: 'priority/plan',
    id: 'r_guide',
    period: '2026-Q2',
    owner: null,
    title: 'Guide',
    moscow: 'must',
    outcomes: [],
    effortDays: 30,
    budgetMinor: 500_00,
    from: '2026-04-06',
    to: '2026-04-17',
  }),
  ben({
    type: 'item/add',
    id: 'w_text',
    title: 'Text',
    priority: 'r_guide',
    owner: null,
    sizeDays: null,
    request: null,
    foundational: null,
    on: '2026-02-02',
  }),
  ben({
    type: 'item/size-by-skill',
    id: 'w_text',
    bySkill: [
      { skill: 'Content', days: 10 },
      { skill: 'design', days: 20 },
    ],
  }),
];
const page = (...asked: Asked[]) => capacityPage(given(...FOUNDED, ...asked), '2026-Q2', '2026-05-12', (id) => id.slice(2));

test('without any hours the title says what is missing, and nothing is 0', () => {
  const empty = page();
  match(empty.title, /Nobody’s time is recorded this quarter yet/);
  deepEqual([empty.total, empty.people], [null, []]);
});

test('a skill of which more is asked than there is stands in the title, spellings joined', () => {
  const found = page(...HOURS, ...PLANNED);
  equal(found.title, '65 person-days this quarter; Design is 7 short.');
  deepEqual(
    found.skills.map((s) => [s.skill, Math.round(s.days), s.needed]),
    [
      ['Content', 52, 10],
      ['Design', 13, 20],
    ],
  );
});

test('weeks add up to the quarter, of what there is and of what is planned', () => {
  const { byWeek, total, planned } = page(...HOURS, ...PLANNED);
  const sum = (of: 'days' | 'planned'): number => Math.round(byWeek.reduce((all, w) => all + w[of], 0) * 1e6) / 1e6;
  deepEqual([sum('days'), sum('planned')], [total!.net, planned.days]);
  equal(Math.round(byWeek[1]!.planned), 15);
});

test('what was assumed for want of a record is said', () => {
  const { notes } = page(...HOURS);
  match(notes.join(' '), /No hours are recorded for ana/);
  match(notes.join(' '), /ben: no working calendar, so Monday to Friday without holidays is counted/);
  match(notes.join(' '), /ben: no focus factor/);
});

test('a meter says what is free, and keeps null for what nobody recorded', () => {
  const counted = metersOf(given(...FOUNDED, ...HOURS, ...PLANNED), '2026-Q2', '2026-05-12');
  deepEqual([counted.people.planned, Math.round(counted.people.free!), counted.time], [30, 35, { days: 91, left: 50 }]);
  equal(counted.money.planMinor, null);
  equal(metersOf(given(...FOUNDED), '2026-Q2', '2026-05-12').people.free, null);
});

test('holidays are read as people write them, and a row that says nothing is said to', () => {
  const { holidays, problems } = readHolidays(
    'Date;Name\n2026-12-25;Christmas\n26.12.2026;"Boxing; Day"\n03/04/2026;Either\n31.2.2026;Never\n1 May 2026;Labour Day',
  );
  deepEqual(holidays, [
    { day: '2026-12-25', name: 'Christmas' },
    { day: '2026-12-26', name: 'Boxing; Day' },
    { day: '2026-05-01', name: 'Labour Day' },
  ]);
  deepEqual(
    problems.map(({ line, column, text }) => [line, column, text]),
    [
      [4, 'date', '“03/04/2026” could mean two days.'],
      [5, 'date', '“31.2.2026” is no date.'],
    ],
  );
  deepEqual(readHolidays('2026-12-25 Christmas\n27/12/2026, Sunday').holidays, [
    { day: '2026-12-25', name: 'Christmas' },
    { day: '2026-12-27', name: 'Sunday' },
  ]);
});

test('holidays come out of a calendar file, folded lines and several days too', () => {
  const ics = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20261225',
    'DTEND;VALUE=DATE:20261227',
    'SUMMARY:Christmas\\, both',
    '  days',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART:20261224T120000Z',
    'SUMMARY:Party',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const { holidays, problems } = readHolidays(ics);
  deepEqual(holidays, [
    { day: '2026-12-25', name: 'Christmas, both days' },
    { day: '2026-12-26', name: 'Christmas, both days' },
  ]);
  deepEqual(
    problems.map((p) => [p.line, p.text]),
    [[8, 'An event has a time, so it is no whole day off.']],
  );
});
