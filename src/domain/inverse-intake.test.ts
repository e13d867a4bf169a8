import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from './book.ts';
import { decideBatch } from './decide.ts';
import { FOUNDED, given, minute, type Asked } from './given.ts';
import { inverseOfBatch } from './inverse.ts';

const receive = (id: 'q_a' | 'q_b'): Asked => [
  'p_caro',
  {
    type: 'request/receive',
    id,
    form: null,
    by: 'p_caro',
    on: '2026-02-02',
    result: 'n_r',
    whom: 'n_w',
    due: null,
    later: null,
    proof: null,
    tactic: null,
  },
];
const item: Asked = [
  'p_ben',
  {
    type: 'item/add',
    id: 'w_a',
    title: 'Letter',
    priority: null,
    owner: null,
    sizeDays: 3,
    request: null,
    foundational: 'n_f',
    on: '2026-02-02',
  },
];
const decline: Command = { type: 'request/decline', id: 'q_a', why: 'n_no' };
const decisions: readonly Command[] = [
  { type: 'request/accept', id: 'q_a', item: 'w_a', why: 'n_yes' },
  { type: 'request/merge', id: 'q_a', into: 'q_b', why: 'n_same' },
  { type: 'request/defer', id: 'q_a', until: '2026-05-01', why: 'n_later' },
  decline,
];
const standingAfter = (before: readonly Command[], command: Command) => {
  const book = given(...FOUNDED, receive('q_a'), receive('q_b'), item, ...before.map((c): Asked => ['p_ben', c]));
  const decided = decideBatch(book, [command], { by: 'p_ben', at: minute(90) });
  ok(decided.ok, command.type);
  const back = inverseOfBatch(decided.value.entries, book);
  if (!back) return null;
  const undone = decideBatch(decided.value.book, back, { by: 'p_ben', at: minute(91) });
  ok(undone.ok, command.type);
  return [undone.value.book.request.get('q_a')!.standing, book.request.get('q_a')!.standing] as const;
};

test('a triage decision is taken back to where the request stood', () => {
  for (const command of decisions) {
    const [now, was] = standingAfter([], command)!;
    deepEqual(now, was, command.type);
  }
});

test('bringing a request back is taken back to the decision it had, for the reason given then', () => {
  for (const command of decisions) {
    const [now, was] = standingAfter([command], { type: 'request/return', id: 'q_a', why: 'n_again' })!;
    deepEqual(now, was, command.type);
  }
});

test('one that changed an earlier decision is taken back in one step or not at all', () => {
  const later: Command = { type: 'request/defer', id: 'q_a', until: '2026-06-01', why: 'n_later' };
  const [now, was] = standingAfter([decisions[2]!], later)!;
  deepEqual(now, was);
  equal(standingAfter([decisions[2]!], decline), null, 'from declined it comes back to the inbox only');
});

test('what its requester withdrew stays withdrawn by nobody else', () => {
  equal(standingAfter([{ type: 'request/withdraw', id: 'q_a', why: null }], { type: 'request/return', id: 'q_a', why: 'n_again' }), null);
});
