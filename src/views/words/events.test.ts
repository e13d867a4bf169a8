import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyBook, type Event } from '../../domain/book.ts';
import { decideBatch } from '../../domain/decide.ts';
import { eventWords } from './events.ts';

const INES = 'p_ines';
const decided = decideBatch(
  emptyBook,
  [
    {
      type: 'company/found',
      name: 'Lademar',
      currency: 'EUR',
      zone: 'Europe/Amsterdam',
      fiscal: { startMonth: 1, pattern: 'calendar' },
      seats: ['marketing'],
    },
    { type: 'objective/set', id: 'o_1', statement: 'Win mid-size shippers', due: '2026-12-31', owner: null },
    {
      type: 'outcome/add',
      id: 'u_1',
      objective: 'o_1',
      owner: null,
      name: 'Open pipeline',
      metric: { kind: 'measured', measure: 'open-pipeline', unit: 'money' },
      from: '2026-04-01',
      due: '2026-06-30',
      baseline: null,
      target: 360_000_000,
    },
  ],
  { by: INES, at: '2026-05-12T09:00:00.000Z' },
);
assert.ok(decided.ok);
const { book, entries } = decided.value;
const told = (event: Event): string => eventWords(event, { book, nameOf: () => 'Ines Varga', today: '2026-05-12' }).text;

test('what was decided reads as a sentence without its subject', () =>
  assert.deepEqual(
    entries.map(({ event }) => told(event)),
    [
      'founded Lademar',
      'took in Ines Varga as owner, signing for Marketing',
      'set the objective “Win mid-size shippers” for 31 Dec',
      'named the outcome “Open pipeline”: €3.6 M by 30 June',
    ],
  ));
test('words that somebody wrote come along as a note', () => {
  const { quote, href } = eventWords({ type: 'outcome/retired', id: 'u_1', why: 'n_1' }, { book, nameOf: () => '' });
  assert.deepEqual([quote, href], ['n_1', '/agree/outcomes/u_1']);
});
test('a Guidepoint is named by its quarter, a seat by its title', () =>
  assert.equal(
    told({ type: 'guidepoint/signed', period: '2026-Q2', version: 1, seat: 'ceo' }),
    'signed the Guidepoint for Q2 2026 for CEO',
  ));
