import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Book, Command } from '../../domain/book.ts';
import { FOUNDED, given, type Asked } from '../../domain/given.ts';
import type { RequestCommand } from '../../domain/intake/request.ts';
import { addDays } from '../../kernel/day.ts';
import type { ItemId, RequestId } from '../../kernel/ids.ts';
import { decisionsFor } from '../decisions/decisions.ts';
import { orderOf } from '../work/backlog.ts';
import type { Dates, DatesOf } from './dates.ts';
import { duplicatesOf, inbox } from './inbox.ts';
import { requestPage, type RequestPage } from './request-page.ts';

const TODAY = '2026-02-03';
const NOTES: Readonly<Record<string, string>> = {
  n_one: 'Ten food shippers meet sales at the Hamburg dock day. It matters.',
  n_two: 'At the dock day in Hamburg, sales should meet shippers of food',
  n_yes: 'They tender this year.',
  n_no: 'Not this year.',
};
const noteOf = (note: string | null): string | null => (note === null ? null : (NOTES[note] ?? null));
const nameOf = (person: string | null): string => ({ p_ben: 'Ben', p_caro: 'Caro' })[person ?? ''] ?? 'nobody';
const ben = (command: Command): Asked => ['p_ben', command];
const item = (id: ItemId, title: string): Asked =>
  ben({ type: 'item/add', id, title, priority: null, owner: null, sizeDays: null, request: null, foundational: null, on: TODAY });
const receive = (id: RequestId, result: `n_${string}`, due: string | null = null): Asked => [
  'p_caro',
  { type: 'request/receive', id, form: null, by: 'p_caro', on: TODAY, result, whom: null, due, later: null, proof: null, tactic: null },
];
const QUEUE = ['w_a', 'w_b', 'w_c', 'w_d', 'w_e'] as const;
const STANDS: readonly Asked[] = [
  ...FOUNDED,
  ...QUEUE.map((id) => item(id, `Secret ${id}`)),
  receive('q_one', 'n_one', '2026-02-15'),
  receive('q_two', 'n_two'),
];
const accepted: Asked = ben({ type: 'request/accept', id: 'q_one', item: 'w_d', why: 'n_yes' });

/** One item is done every five days: the k-th by day 5k, surely by day 5k + 5. */
const steady: DatesOf = (book, today, order = orderOf(book)): Dates => ({
  of: (id) => {
    const at = order.indexOf(id);
    return at < 0
      ? null
      : { p50: addDays(today, 5 * (at + 1)), p85: addDays(today, 5 * (at + 1) + 5), p95: addDays(today, 5 * (at + 1) + 9) };
  },
  why: 'One every five days.',
});
const pageOf = (book: Book, id: RequestId = 'q_one', datesOf: DatesOf = steady): RequestPage =>
  requestPage({ book, request: book.request.get(id)!, today: TODAY, nameOf, noteOf, datesOf });

test('an accepted request says its place, its dates, why, and what would have to drop to be in time', () => {
  const page = pageOf(given(...STANDS, accepted));
  equal(page.title, 'Accepted, at place 4. Even odds of being finished by 23 February.');
  deepEqual(
    page.dates.map(({ day, sure }) => `${sure}: ${day}`),
    ['50 % sure: 23 Feb', '85 % sure: 28 Feb', '95 % sure: 4 Mar'],
  );
  deepEqual(page.why, { label: 'Why it was accepted', words: 'They tender this year.', by: 'Ben, 3 Feb' });
  // Due on 15 February: by then place 1 is 85 % sure (13 Feb), place 2 is not (18 Feb).
  equal(page.sooner?.place, 1);
  equal(
    page.sooner.text,
    'For 85 % sure by 15 Feb you need place 1. The three items it would pass would then end 5 days later. Ben can decide that, with a reason.',
  );
  equal(page.may.askPlace, true);
});

test('the place it is told to ask for is the lowest that is sure in time, as trying every place says', () => {
  for (let days = 5; days < 40; days++) {
    const due = addDays(TODAY, days);
    const book = given(...STANDS.filter(([, c]) => c.type !== 'request/receive'), receive('q_one', 'n_one', due), accepted);
    const order = orderOf(book);
    const others = order.filter((id) => id !== 'w_d');
    const holds = [4, 3, 2, 1].filter((place) => steady(book, TODAY, others.toSpliced(place - 1, 0, 'w_d')).of('w_d')!.p85 <= due);
    equal(pageOf(book).sooner?.place ?? null, holds.includes(4) ? null : (holds[0] ?? null), due);
  }
});

test('other people’s work is counted, and named only where the company says so', () => {
  const hidden = pageOf(given(...STANDS, accepted));
  equal(JSON.stringify(hidden).includes('Secret w_a'), false);
  deepEqual(
    hidden.queue.filter(({ kind }) => kind === 'others'),
    [
      { kind: 'others', places: '1–3', text: 'Three items' },
      { kind: 'others', places: '5', text: 'One item' },
    ],
  );
  const shown = pageOf(given(...STANDS, accepted, ['p_ana', { type: 'company/show-titles', shown: true }]));
  ok(shown.queue.some((row) => row.kind === 'item' && row.title === 'Secret w_c' && !row.mine));
  ok(shown.sooner?.text.includes('“Secret w_a” would then end 5 days later'));
});

test('where nothing carries a forecast, the page names no date and says so', () => {
  const nothing: DatesOf = () => ({ of: () => null, why: 'No date can be named yet.' });
  const page = pageOf(given(...STANDS, accepted), 'q_one', nothing);
  deepEqual([page.dates, page.sooner], [[], null]);
  equal(page.title, 'Accepted, at place 4. No date can be named yet.');
});

test('a request that is joined with another tells that one’s fate, and the reason last given', () => {
  const joined: RequestCommand = { type: 'request/merge', id: 'q_two', into: 'q_one', why: 'n_yes' };
  const page = pageOf(given(...STANDS, accepted, ben(joined)), 'q_two');
  equal(page.title, 'Joined with R-1: accepted, at place 4. Even odds of being finished by 23 February.');
  equal(page.may.askPlace, false);
  const declined = pageOf(given(...STANDS, ben(joined), ben({ type: 'request/decline', id: 'q_one', why: 'n_no' })), 'q_two');
  deepEqual([declined.title, declined.why?.words], ['Joined with R-1: declined.', 'Not this year.']);
});

test('when the work is dropped the request waits again, and the page says so', () => {
  const book = given(...STANDS, accepted, ben({ type: 'item/drop', id: 'w_d', why: 'n_no' }));
  equal(pageOf(book).title, 'The work was dropped. Somebody decides again what becomes of your request.');
  ok(inbox({ book, today: TODAY, nameOf, noteOf: (n) => noteOf(n) ?? '' }).waiting.some(({ request }) => request.id === 'q_one'));
});

test('of an erased request nothing is left but that there was one', () => {
  const book = given(...STANDS, accepted);
  const page = requestPage({ book, request: book.request.get('q_one')!, today: TODAY, nameOf, noteOf: () => null, datesOf: steady });
  equal(page.erased, true);
  for (const gone of ['Caro', 'Hamburg', 'Secret']) equal(JSON.stringify(page).includes(gone), false, gone);
  deepEqual(page.may, { withdraw: false, answer: false, askPlace: false });
});

test('every request stands in exactly one part of the inbox, and a deferred one comes back on its day', () => {
  const book = given(...STANDS, accepted, ben({ type: 'request/defer', id: 'q_two', until: '2026-02-10', why: 'n_no' }));
  const at = (today: string) => inbox({ book, today, nameOf, noteOf: (n) => noteOf(n) ?? '' });
  for (const today of [TODAY, '2026-02-09', '2026-02-10', '2027-01-01']) {
    const { waiting, deferred, decided } = at(today);
    deepEqual([...waiting, ...deferred, ...decided].map(({ request }) => request.id).toSorted(), ['q_one', 'q_two']);
  }
  const waitsOn = (today: string): boolean => decisionsFor({ book, me: 'p_ben', today, nameOf }).some(({ id }) => id === 'request:q_two');
  deepEqual([waitsOn('2026-02-09'), waitsOn('2026-02-10')], [false, true]);
  deepEqual(
    at('2026-02-10').waiting.map(({ request }) => request.ref),
    ['R-2'],
  );
});

test('a second request for the same is suggested for joining', () => {
  const book = given(...STANDS);
  deepEqual(
    duplicatesOf({ book, today: TODAY, nameOf, noteOf: (n) => noteOf(n) ?? '' }, 'q_two').map(({ request }) => request.id),
    ['q_one'],
  );
});
