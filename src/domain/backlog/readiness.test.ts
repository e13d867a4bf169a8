import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemId } from '../../kernel/ids.ts';
import { AIMS, FOUNDED, given, when, type Asked } from '../given.ts';
import { openQuestions, unmetNeeds } from './readiness.ts';

const ben = (command: Asked[1]): Asked => ['p_ben', command];
const add = (id: ItemId): Asked =>
  ben({
    type: 'item/add',
    id,
    title: id,
    priority: null,
    owner: null,
    sizeDays: null,
    request: null,
    foundational: null,
    on: '2026-02-12',
  });
const STANDS: readonly Asked[] = [...FOUNDED, ...AIMS, add('w_a'), add('w_b'), add('w_c')];
const after = (...commands: readonly Asked[1][]) => given(...STANDS, ...commands.map(ben));
const openAfter = (...commands: readonly Asked[1][]) => {
  const book = after(...commands);
  return openQuestions(book, book.item.get('w_a')!);
};
const needs = (id: ItemId, other: ItemId): Asked[1] => ({ type: 'item/depend', id, needs: other });
const answer = (question: string): Asked[1] => ({ type: 'item/answer', id: 'w_a', question, answer: `n_${question}` });

test('a size answers the first question, a dependency or words the second, words the others', () => {
  deepEqual(openAfter(), ['sized', 'dependencies', 'success', 'measured']);
  deepEqual(openAfter({ type: 'item/size', id: 'w_a', sizeDays: 3 }, needs('w_a', 'w_b')), ['success', 'measured']);
  deepEqual(
    openAfter({ type: 'item/size-shirt', id: 'w_a', shirt: 'M' }, answer('dependencies'), answer('success'), answer('measured')),
    [],
  );
});

test('a company’s own question is asked of every item', () => {
  const legal: Asked[1] = { type: 'practice/add-question', question: 'legal', text: 'Has legal seen it?' };
  deepEqual(openAfter(legal).at(-1), 'legal');
  deepEqual(openAfter(legal, answer('legal')).includes('legal'), false);
});

test('an answer may be given anew and taken back', () => {
  deepEqual(openAfter(answer('success'), { type: 'item/withdraw-answer', id: 'w_a', question: 'success' }).includes('success'), true);
  deepEqual(when(after(), ben({ type: 'item/withdraw-answer', id: 'w_a', question: 'success' })), { events: [] });
});

test('a size is not answered in words, and only questions that are asked are', () => {
  for (const question of ['sized', 'legal', 'constructor'])
    deepEqual(when(after(), ben(answer(question))), {
      refused: { code: 'not-one-of', field: 'question', found: question, choices: ['dependencies', 'success', 'measured'] },
    });
});

test('an item may need others, and never itself or one that needs it', () => {
  deepEqual(when(after(), ben(needs('w_a', 'w_a'))), { refused: { code: 'needs-in-circle', path: ['w_a'] } });
  deepEqual(when(after(needs('w_a', 'w_b'), needs('w_b', 'w_c')), ben(needs('w_c', 'w_a'))), {
    refused: { code: 'needs-in-circle', path: ['w_a', 'w_b', 'w_c'] },
  });
  deepEqual(when(after(needs('w_a', 'w_b')), ben(needs('w_a', 'w_b'))), { events: [] });
  deepEqual(when(after(needs('w_a', 'w_b')), ben({ type: 'item/undepend', id: 'w_a', needs: 'w_b' })), {
    events: [{ type: 'item/depends-no-more', id: 'w_a', needs: 'w_b' }],
  });
});

test('what is finished or dropped is needed no more', () => {
  const book = after(needs('w_a', 'w_b'), needs('w_a', 'w_c'), { type: 'item/finish', id: 'w_b', on: '2026-03-01' });
  deepEqual(unmetNeeds(book, book.item.get('w_a')!), ['w_c']);
});

test('foundational work names the outcomes and priorities it enables, each once', () => {
  const enable = (...outcomes: readonly `u_${string}`[]): Asked => ben({ type: 'item/enable', id: 'w_a', outcomes, priorities: [] });
  deepEqual(when(after(), enable('u_rev')), { events: [{ type: 'item/enables', id: 'w_a', outcomes: ['u_rev'], priorities: [] }] });
  deepEqual(when(after(enable('u_rev')[1]), enable('u_rev')), { events: [] });
  deepEqual(when(after(), enable('u_rev', 'u_rev')), { refused: { code: 'said-twice' } });
  deepEqual(when(after(), enable('u_none')), { refused: { code: 'not-there', thing: 'outcome', id: 'u_none' } });
});

test('where the company rules so, work starts only when every question is answered', () => {
  const rule: Asked[1] = { type: 'practice/rule-readiness', readyToStart: true };
  const start = ben({ type: 'item/start', id: 'w_a', on: '2026-03-02' });
  deepEqual(when(after(rule, answer('success')), start), {
    refused: { code: 'not-ready', questions: ['sized', 'dependencies', 'measured'] },
  });
  deepEqual(when(after(answer('success')), start), { events: [{ type: 'item/started', id: 'w_a', on: '2026-03-02' }] });
  const started = after({ type: 'item/start', id: 'w_a', on: '2026-03-02' }, rule);
  deepEqual(when(started, ben({ type: 'item/start', id: 'w_a', on: '2026-03-03' })), {
    events: [{ type: 'item/started', id: 'w_a', on: '2026-03-03' }],
  });
});
