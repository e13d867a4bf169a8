/** Exports of trackers as they really look, from the file to what would be decided. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { openQuestions } from '../../src/domain/backlog/readiness.ts';
import { emptyBook, type Book, type Command } from '../../src/domain/book.ts';
import { decideBatch } from '../../src/domain/decide.ts';
import { readTracker } from '../../src/server/operations/work/read-tracker.ts';
import { throughputOf } from '../../src/views/delivery/throughput.ts';
import { trackerPlan, type TrackerPlan, type TrackerWish } from '../../src/views/tracker/plan.ts';
import { historyOf, takingOf } from '../../src/views/tracker/taking.ts';

const at = '2024-05-28T09:00:00.000Z';
const people = [
  { id: 'p_ines', name: 'Ines Varga', email: 'ines@lademar.example' },
  { id: 'p_anna', name: 'Anna Koch', email: null },
] as const;
const decided = (book: Book, commands: readonly Command[]): Book => {
  const answer = decideBatch(book, commands, { by: 'p_ines', at });
  if (!answer.ok) throw new Error(JSON.stringify([answer.refusal, commands[answer.refusal.index]]));
  return answer.value.book;
};
const FOUNDED = decided(emptyBook, [
  {
    type: 'company/found',
    name: 'Lademar',
    currency: 'EUR',
    zone: 'Europe/Amsterdam',
    fiscal: { startMonth: 1, pattern: 'calendar' },
    seats: [],
  },
  { type: 'company/add-member', person: 'p_anna', role: 'marketer', seats: [] },
]);

const planOf = async (name: string, wish: TrackerWish = {}, book = FOUNDED): Promise<TrackerPlan> => {
  const table = await readTracker({ path: new URL(`fixtures/${name}`, import.meta.url).pathname, name }, wish.system === 'lines');
  if (!table.ok) throw new Error(table.refusal.text);
  return trackerPlan(table.value, wish, { book, people });
};
let made = 0;
const taken = (plan: TrackerPlan, book = FOUNDED): Book =>
  decided(book, takingOf(plan, book, { today: '2024-05-28', newId: (prefix) => `${prefix}_${(made += 1)}` as never }).commands);
const item = (book: Book, title: string) => [...book.item.values()].find((i) => i.title === title)!;
const counts = ({ counts: all }: TrackerPlan): object => Object.fromEntries(Object.entries(all).filter(([, n]) => n > 0));

test('Jira CSV: repeated columns, cells over several lines, its own dates, estimates in seconds, done work as history', async () => {
  const plan = await planOf('jira-all-fields.csv');
  equal(plan.system, 'jira');
  deepEqual(counts(plan), { new: 2, history: 1, 'left-out': 1 });
  const book = taken(plan);
  const calculator = item(book, 'Tender calculator');
  deepEqual(
    [calculator.sizeDays, calculator.labels, calculator.addedOn, calculator.owner, calculator.source],
    [1, ['web', 'tools'], '2024-05-11', 'p_ines', { system: 'jira', key: 'MKT-101', url: null }],
  );
  const stories = item(book, 'Win stories, three shippers');
  deepEqual([stories.startedOn, stories.owner, stories.needs], ['2024-05-28', 'p_anna', [calculator.id]]);
  deepEqual(
    historyOf(plan).map(({ id, title, added_on, started_on, done_on }) => [id, title, added_on, started_on, done_on]),
    [['MKT-103', 'Dock day follow-up', '2024-03-01', null, '2024-03-19']],
  );
  deepEqual([plan.pointsOpen, (await planOf('jira-all-fields.csv', { daysPerPoint: 2 })).rows[1]!.entry.days], [true, 10]);
});

test('importing again brings up to date and doubles nothing', async () => {
  const book = taken(await planOf('jira-all-fields.csv'));
  const again = await planOf('jira-all-fields.csv', {}, book);
  deepEqual([again.counts.new, again.counts.updated, again.counts.same], [0, 0, 2]);
  equal(takingOf(again, book, { today: '2024-05-28', newId: () => 'w_x' as never }).commands.length, 0);
  const later = await planOf('jira-again.csv', {}, book);
  deepEqual([later.counts.updated, later.counts.new, later.counts.history], [2, 0, 0]);
  const after = taken(later, book);
  equal(after.item.size, book.item.size);
  deepEqual(
    [item(after, 'Tender calculator for the public site').startedOn, item(after, 'Win stories, three shippers').finishedOn],
    ['2024-05-28', '2024-05-21'],
  );
});

test('what cannot be taken is held with its row, its column and what to do; what nobody knows is asked', async () => {
  const plan = await planOf('jira-waiting.csv');
  deepEqual(
    plan.held.map(({ line, column, found }) => [line, column, found]),
    [
      [4, 'Summary', ''],
      [5, 'Created', '32/May/24 10:00 AM'],
      [6, 'Resolved', 'Done'],
      [7, 'key', 'MKT-12'],
      [8, 'key', 'MKT-12'],
    ],
  );
  ok(plan.held.every(({ text, todo }) => text.endsWith('.') && todo.endsWith('.')));
  deepEqual(
    plan.questions.map(({ id }) => id),
    ['status:Obsolete somehow'],
  );
  const told = await planOf('jira-waiting.csv', { statuses: { 'Obsolete somehow': 'left-out' } });
  deepEqual([told.questions.length, counts(told)], [0, { new: 1, 'left-out': 1, held: 5 }]);
  equal(item(taken(told), 'Price list').waiting?.on, '2024-05-28');
});

test('Jira JSON: an instant is put into the company’s zone', async () => {
  const plan = await planOf('jira-search.json');
  deepEqual(
    plan.rows.map(({ entry, fate, owner }) => [entry.key, entry.created, entry.done, fate, owner]),
    [
      ['WEB-1', '2024-05-01', null, 'new', null],
      ['WEB-2', '2024-03-01', '2024-03-04', 'history', null],
    ],
  );
  deepEqual(plan.people, [{ name: 'Lea Bauer', n: 1, person: null }]);
});

test('Asana CSV: sizes, dependencies by name, people by e-mail, and what it cannot say is said', async () => {
  const plan = await planOf('asana.csv');
  const book = taken(plan);
  const [brief, design] = [item(book, 'Write the brief'), item(book, 'Design the brief')];
  deepEqual([brief.shirt, brief.owner, design.shirt, design.owner, design.needs], ['M', 'p_ines', 'L', null, [brief.id]]);
  match(plan.findings[0]!, /^Asana has no date on which work was started.*lead time/);
  deepEqual((await planOf('asana.csv', { people: { 'Unknown Person': 'p_anna' } })).rows[1]!.owner, 'p_anna');
});

test('Asana JSON: custom fields and days at the edge of a zone', async () => {
  const plan = await planOf('asana.json', { daysPerPoint: 1 });
  deepEqual(
    plan.rows.map(({ entry, fate }) => [entry.title, entry.days, entry.done, fate]),
    [
      ['Landing page', 3, null, 'new'],
      ['Poster', null, '2024-02-09', 'history'],
    ],
  );
});

test('Trello CSV: labels lose their colour, lists are statuses, archived cards stay out', async () => {
  const plan = await planOf('trello.csv');
  deepEqual(counts(plan), { new: 2, 'left-out': 1 });
  const book = taken(plan);
  deepEqual(item(book, 'Order roll-ups').labels, ['Einkauf', 'Messe']);
  match(item(book, 'Ask for logos').waiting ? 'waits' : '', /waits/);
});

test('Trello JSON: made on the day its id says, done on the day it came into the list, closed lists stay out', async () => {
  const plan = await planOf('trello-board.json');
  deepEqual(
    plan.rows.map(({ entry, fate }) => [entry.title, entry.created, entry.done, fate]),
    [
      ['Podcast', '2024-04-29', null, 'new'],
      ['Fair invitation', '2024-03-12', '2024-04-18', 'history'],
      ['Gone', '2024-03-12', null, 'left-out'],
    ],
  );
});

test('Linear CSV: no apostrophe before a formula, its long dates in the company’s zone, cancelled work stays out', async () => {
  const plan = await planOf('linear.csv');
  deepEqual(
    plan.rows.map(({ entry, fate }) => [entry.title, entry.created, entry.started, entry.done, fate]),
    [
      ['=SUM in a title', '2024-05-02', '2024-05-02', null, 'new'],
      ['Webinar page', '2024-04-01', '2024-04-03', '2024-04-15', 'history'],
      ['Bad idea', '2024-04-01', null, null, 'left-out'],
    ],
  );
  deepEqual(plan.rows[0]!.entry.labels, ['SEO', 'Content']);
});

test('Linear JSON as its API gives it', async () => {
  const plan = await planOf('linear.json');
  deepEqual([plan.system, plan.rows[0]!.entry.title, plan.rows[0]!.fate], ['linear', 'Pricing test', 'new']);
});

test('a pasted list: bullets and boxes fall off, the same line is not taken twice', async () => {
  const plan = await planOf('promises.txt', { system: 'lines' });
  deepEqual(
    plan.rows.map(({ entry, fate }) => [entry.title, fate]),
    [
      ['Webinar for forwarders', 'new'],
      ['New price list', 'new'],
      ['Stand at the fair', 'new'],
      ['Podcast with the CEO', 'new'],
    ],
  );
  equal(plan.held.length, 1);
  const book = taken(plan);
  deepEqual(counts(await planOf('promises.txt', { system: 'lines' }, book)), { same: 4, held: 1 });
});

test('a table from anywhere: a title line above, days before months told by the file, real repeats kept', async () => {
  const plan = await planOf('table-day-first.csv');
  deepEqual([plan.system, plan.dayOrder, counts(plan)], ['table', 'day-first', { history: 3 }]);
  equal(new Set(historyOf(plan).map(({ id }) => id)).size, 3);
  deepEqual(historyOf(plan)[2]!.done_on, '2024-02-05');
});

test('dates that could be read both ways are asked about, and a day of completion before the start is held', async () => {
  deepEqual(
    (await planOf('table-either.csv')).questions.map(({ id }) => id),
    ['day-order'],
  );
  const plan = await planOf('table-either.csv', { dayOrder: 'day-first' });
  deepEqual([counts(plan), plan.held[0]!.line], [{ new: 1, history: 1, held: 1 }, 4]);
});

test('UTF-16 with tabs under the name of a CSV', async () => {
  const plan = await planOf('jira-utf16.csv');
  deepEqual(
    plan.rows.map(({ entry, fate }) => [entry.title, fate]),
    [
      ['Grüße an Händler', 'history'],
      ['Plänė', 'new'],
    ],
  );
});

test('estimates in words: weeks of five days, days of eight hours', async () => {
  const plan = await planOf('hours.csv', { columns: { 'Original estimate': 'seconds' } });
  deepEqual(
    plan.rows.map(({ entry }) => [entry.days, entry.standing]),
    [
      [2.5, 'open'],
      [4.75, 'waiting'],
    ],
  );
});

test('where only ready items may start, work in progress comes in as open and says so', async () => {
  const strict = decided(FOUNDED, [{ type: 'practice/rule-readiness', readyToStart: true }]);
  const plan = await planOf('asana.csv', {}, strict);
  const brief = item(taken(plan, strict), 'Write the brief');
  deepEqual([brief.startedOn, openQuestions(strict, brief).length > 0], [null, true]);
  ok(plan.findings.some((finding) => finding.startsWith('Only ready items')));
});

test('work done within the forecast’s window comes in as finished items, older work as history, and neither twice', async () => {
  const table = await readTracker({ path: new URL('fixtures/linear.csv', import.meta.url).pathname, name: 'linear.csv' }, false);
  if (!table.ok) throw new Error('unreadable');
  const on = (today: string, book = FOUNDED) => trackerPlan(table.value, {}, { book, people, today });
  const plan = on('2024-05-28');
  deepEqual(counts(plan), { new: 1, finished: 1, 'left-out': 1 });
  const book = taken(plan);
  const page = item(book, 'Webinar page');
  deepEqual([page.startedOn, page.finishedOn], ['2024-04-03', '2024-04-15']);
  equal(throughputOf(book, '2024-05-28').items.length, 1);
  deepEqual(counts(on('2024-05-28', book)), { same: 2, 'left-out': 1 });
  deepEqual(counts(on('2024-12-01')), { new: 1, history: 1, 'left-out': 1 });
});
