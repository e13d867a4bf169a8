import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../domain/book.ts';
import { draftPlan } from '../../domain/blueprint/draft.ts';
import { FOUNDED, given, type Asked } from '../../domain/given.ts';
import { CALENDAR_YEAR, quarterOf } from '../../kernel/fiscal.ts';
import type { RequestId } from '../../kernel/ids.ts';
import { notDoing } from './not-doing.ts';

const TODAY = '2026-02-03';
const NOTES: Readonly<Record<string, string>> = { n_a: 'Balloons for the fair.', n_b: 'A podcast', n_c: 'A film', n_d: 'More balloons' };
const noteOf = (id: string): string | null => NOTES[id] ?? null;
const receive = (id: RequestId, result: `n_${string}`, by: 'p_caro' | 'p_ben' = 'p_caro'): Asked => [
  by,
  { type: 'request/receive', id, form: null, by, on: TODAY, result, whom: null, due: null, later: null, proof: null, tactic: null },
];
const ben = (command: Command): Asked => ['p_ben', command];

test('what intake declined, or deferred beyond the quarter, is not done, and those who asked were told; none of it is signed', () => {
  const book = given(
    ...FOUNDED,
    receive('q_a', 'n_a'),
    receive('q_b', 'n_b'),
    receive('q_c', 'n_c'),
    receive('q_d', 'n_d', 'p_ben'),
    receive('q_e', 'n_erased'),
    ben({ type: 'request/merge', id: 'q_d', into: 'q_a', why: 'n_same' }),
    ben({ type: 'request/decline', id: 'q_a', why: 'n_no' }),
    ben({ type: 'request/defer', id: 'q_b', until: '2026-04-01', why: 'n_later' }),
    ben({ type: 'request/defer', id: 'q_c', until: '2026-03-31', why: 'n_soon' }),
    ben({ type: 'request/decline', id: 'q_e', why: 'n_no' }),
  );
  const on = book.request.get('q_a')!.decided!.at.slice(0, 10);
  const period = quarterOf(CALENDAR_YEAR, on).id;
  equal(period, '2026-Q1');
  const plan = draftPlan(book, period);
  const lines = notDoing(book, period, plan, noteOf);
  deepEqual(
    lines
      .map(({ title, how, why, until, told }) => [title, how, why, until, told.map((t) => t.person)])
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    [
      ['A podcast', 'deferred', 'n_later', '2026-04-01', ['p_caro']],
      ['Balloons for the fair', 'declined', 'n_no', null, ['p_caro', 'p_ben']],
      ['The words were erased', 'declined', 'n_no', null, ['p_caro']],
    ],
  );
  deepEqual(plan.notDoing, []);
  deepEqual(notDoing(book, '2026-Q2', draftPlan(book, '2026-Q2'), noteOf), []);
});
