import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../book.ts';
import { FOUNDED, given, type Asked } from '../given.ts';
import { recordedCapacity, recordedDays, recordedPeople } from './recorded.ts';
import { weeksIn, workedIn, workingDays } from './working.ts';

const ben = (command: Command): Asked => ['p_ben', command];
const hours = (person: `p_${string}`, n: number, from = '2026-01-01'): Asked => ben({ type: 'capacity/set-hours', person, from, hours: n });
const off = (id: `a_${string}`, from: string, to: string, halfFirst = false, halfLast = false): Asked =>
  ben({ type: 'capacity/take-off', person: 'p_ben', id, from, to, halfFirst, halfLast });
const near = (found: number | null, wanted: number): void =>
  ok(found !== null && Math.abs(found - wanted) < 1e-9, `${found} is not ${wanted}`);
const q2 = (...asked: Asked[]): number | null => recordedCapacity(given(...FOUNDED, ...asked), '2026-Q2').days;

test('where nobody recorded any hours, capacity is unknown, not 0', () => {
  deepEqual(recordedCapacity(given(...FOUNDED), '2026-Q2'), {
    from: '2026-04-01',
    to: '2026-07-01',
    days: null,
    bySkill: [],
    moneyMinor: null,
  });
  equal(recordedDays(given(...FOUNDED), 'p_ben', '2026-04-01', '2026-07-01'), null);
});

test('forty hours are five person-days a week, Monday to Friday where nothing else is recorded', () => {
  // 2026-04-01 is a Wednesday: three days of that week, twelve whole weeks, and Mon 29 and Tue 30 June.
  near(q2(hours('p_ben', 40)), 3 + 60 + 2);
  near(q2(hours('p_ben', 30)), (65 * 30) / 40);
});

test('hours of four days are spread over the four days of a part-timer’s own calendar', () => {
  const four = [
    ben({ type: 'calendar/draw', id: 'd_four', name: 'Mon to Thu', weekdays: [1, 2, 3, 4] }),
    ben({ type: 'capacity/follow-calendar', person: 'p_ben', calendar: 'd_four' }),
  ];
  // 13 Mondays and 13 Tuesdays to 30 June, 13 Wednesdays and Thursdays from 1 April.
  near(q2(hours('p_ben', 32), ...four), 52);
});

test('hours hold from their day until the next, and 0 ends them', () => {
  near(q2(hours('p_ben', 40, '2026-06-22')), 7);
  near(q2(hours('p_ben', 40), hours('p_ben', 20, '2026-06-22')), 65 - 3.5);
  near(q2(hours('p_ben', 40), hours('p_ben', 0, '2026-04-06')), 3);
});

test('holidays of the calendar of the team take their days away, at weekends nothing', () => {
  const team = [
    ben({ type: 'calendar/draw', id: 'd_nl', name: 'NL', weekdays: [1, 2, 3, 4, 5] }),
    ben({
      type: 'calendar/add-holidays',
      id: 'd_nl',
      holidays: [
        { day: '2026-04-27', name: 'King’s Day' },
        { day: '2026-05-14', name: 'Ascension' },
        { day: '2026-05-24', name: 'Whit Sunday' },
      ],
    }),
    ben({ type: 'team/form', id: 't_mkt', name: 'Marketing', calendar: 'd_nl' }),
    ben({ type: 'capacity/join-team', person: 'p_ben', team: 't_mkt' }),
  ];
  near(q2(hours('p_ben', 40), ...team), 63);
});

test('time off takes its working days away, half where half, and twice recorded counts once', () => {
  near(q2(hours('p_ben', 40), off('a_1', '2026-05-01', '2026-05-06')), 65 - 4);
  near(q2(hours('p_ben', 40), off('a_1', '2026-05-04', '2026-05-06', true, true)), 65 - 2);
  near(q2(hours('p_ben', 40), off('a_1', '2026-05-04', '2026-05-04', true)), 65 - 0.5);
  near(q2(hours('p_ben', 40), off('a_1', '2026-05-04', '2026-05-04'), off('a_2', '2026-05-04', '2026-05-05', true)), 65 - 2);
});

test('a focus factor of one’s own goes before the team’s, from its day on', () => {
  const team = [
    ben({ type: 'team/form', id: 't_mkt', name: 'Marketing', calendar: null }),
    ben({ type: 'team/set-focus', id: 't_mkt', from: '2026-01-01', focus: 0.8 }),
    ben({ type: 'capacity/join-team', person: 'p_ben', team: 't_mkt' }),
  ];
  near(q2(hours('p_ben', 40), ...team), 65 * 0.8);
  const own = ben({ type: 'capacity/set-focus', person: 'p_ben', from: '2026-06-22', focus: 0.5 });
  near(q2(hours('p_ben', 40), ...team, own), 58 * 0.8 + 7 * 0.5);
  const back = ben({ type: 'capacity/set-focus', person: 'p_ben', from: '2026-06-29', focus: null });
  near(q2(hours('p_ben', 40), ...team, own, back), 58 * 0.8 + 5 * 0.5 + 2 * 0.8);
});

test('who left counts until the day of leaving, in the company’s zone', () => {
  // given() asks in the morning of 3 February 2026, a Tuesday.
  const book = given(...FOUNDED, hours('p_ben', 40), ['p_ana', { type: 'company/remove-member', person: 'p_ben' }]);
  near(recordedDays(book, 'p_ben', '2026-02-01', '2026-03-01'), 1);
  near(recordedCapacity(book, '2026-Q2').days, 0);
});

test('days are split by skill, spellings joined, and who has none recorded is in the total only', () => {
  const book = given(
    ...FOUNDED,
    hours('p_ben', 40),
    hours('p_caro', 20),
    hours('p_dirk', 8),
    ben({
      type: 'capacity/name-skills',
      person: 'p_ben',
      skills: [
        { skill: 'Content', share: 60 },
        { skill: 'Web', share: 40 },
      ],
    }),
    ben({ type: 'capacity/name-skills', person: 'p_caro', skills: [{ skill: 'content', share: 100 }] }),
  );
  const { days, bySkill } = recordedCapacity(book, '2026-Q2');
  near(days, 65 + 32.5 + 13);
  deepEqual(
    bySkill.map(({ skill, days: d }) => [skill, Math.round(d * 10) / 10]),
    [
      ['Content', 71.5],
      ['Web', 26],
    ],
  );
  deepEqual(recordedPeople(book), ['p_ben', 'p_caro', 'p_dirk']);
  throws(() => recordedCapacity(book, 'soon'), RangeError);
});

test('weeks of a period add up to the period, and a day to what is taken from it', () => {
  const book = given(...FOUNDED, hours('p_ben', 37.5), off('a_1', '2026-05-01', '2026-05-06', true));
  const weeks = weeksIn('2026-04-01', '2026-07-01');
  deepEqual(
    [weeks.length, weeks[0], weeks.at(-1)],
    [14, { from: '2026-04-01', to: '2026-04-06' }, { from: '2026-06-29', to: '2026-07-01' }],
  );
  near(
    weeks.reduce((sum, { from, to }) => sum + recordedDays(book, 'p_ben', from, to)!, 0),
    recordedCapacity(book, '2026-Q2').days!,
  );
  const all = workedIn(workingDays(book, 'p_ben'), '2026-04-01', '2026-07-01');
  near(all.gross, all.holiday + all.off + all.unfocused + all.net);
});
