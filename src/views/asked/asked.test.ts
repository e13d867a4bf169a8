import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { AIMS, FOUNDED, given } from '../../domain/given.ts';
import { askedNumbers } from './asked.ts';
import { whenIn } from './when.ts';

const TODAY = '2026-05-12';
const fiscal = { startMonth: 1, pattern: 'calendar' } as const;
const book = given(...FOUNDED, ...AIMS, ['p_ben', { type: 'outcome/check-in', id: 'u_stay', value: 88, on: '2026-05-04', note: null }]);
const asks = (wish: string) => askedNumbers(wish, book, TODAY);
const parameters = (wish: string) => asks(wish)[0]?.ask?.parameters.map(({ name, value }) => `${name} ${value}`);

test('dates as people type them', () => {
  const read = (text: string) => {
    const when = whenIn(text.split(' '), TODAY, fiscal);
    return when && [when.from, when.to];
  };
  deepEqual(read('30 june'), [null, '2025-07-01']);
  deepEqual(read('june 30 2026'), [null, '2026-07-01']);
  deepEqual(read('2026 03 31'), [null, '2026-04-01']);
  deepEqual(read('3 apr'), [null, '2026-04-04']);
  deepEqual(read('q1'), ['2026-01-01', '2026-04-01']);
  deepEqual(read('q4'), ['2025-10-01', '2026-01-01']);
  deepEqual(read('2025 q2'), ['2025-04-01', '2025-07-01']);
  deepEqual(read('q2 2025'), ['2025-04-01', '2025-07-01']);
  deepEqual(read('april'), ['2026-04-01', '2026-05-01']);
  deepEqual(read('december'), ['2025-12-01', '2026-01-01']);
  deepEqual(read('last quarter'), ['2026-01-01', '2026-04-01']);
  deepEqual(read('last month'), ['2026-04-01', '2026-05-01']);
  deepEqual(read('yesterday'), [null, '2026-05-12']);
  deepEqual(read('30 feb'), ['2026-02-01', '2026-03-01']);
  equal(read('fair'), null);
});
test('“pipeline 30 June” asks for the open pipeline at the end of that day', () => {
  equal(asks('pipeline 30 June')[0]?.what, 'Open pipeline on 30 June 2025');
  deepEqual(parameters('Pipeline on 30 June'), ['asOf 2025-06-30']);
  deepEqual(parameters('open pipe'), ['asOf 2026-05-12']);
});
test('revenue and deals opened are asked within a period, never past today', () => {
  deepEqual(parameters('won revenue'), ['since 2026-04-01', 'until 2026-05-13']);
  deepEqual(parameters('revenue q1'), ['since 2026-01-01', 'until 2026-04-01']);
  deepEqual(parameters('opportunities opened last quarter'), ['since 2026-01-01', 'until 2026-04-01']);
});
test('a reported outcome is what was said by that day', () => {
  deepEqual(asks('contracts renewed'), [{ what: 'Contracts renewed, as said on 4 May', ask: null, value: '88 %' }]);
  equal(asks('contracts 1 may')[0]?.value, null);
});
test('what is about something else is left alone', () => {
  for (const wish of ['', '30 june', 'pi', 'fair', 'pipeline of the fair', 'guidepoint q2']) deepEqual(asks(wish), [], wish);
});
