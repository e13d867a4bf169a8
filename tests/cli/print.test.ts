/** Answers as text: aligned, with money, rates and what is not known in words. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/kernel/answer.ts';
import { progressLine, progressText } from '../../src/server/doors/cli/progress.ts';
import { answerText } from '../../src/server/doors/cli/print/answer.ts';
import { figureText } from '../../src/server/doors/cli/print/figure.ts';
import { cell, table, wrapped } from '../../src/server/doors/cli/print/table.ts';
import type { Terminal } from '../../src/server/doors/cli/terminal.ts';
import { problemText } from '../../src/server/doors/cli/say.ts';

test('a share is read in hundredths with its interval, money with its currency, and null is not known', () => {
  equal(figureText('rate', { value: 0.12, low: 0.1, high: 0.15 }), '12 % (10 to 15)');
  equal(figureText('winRate', 0.035), '3.5 %');
  equal(figureText('wonSum', { minor: 8640050, currency: 'EUR' }), '€86,400.50');
  equal(figureText('wonSum', { minor: 351057800, currency: null }), '3,510,578');
  equal(figureText('median', 57.5), '57.5');
  equal(figureText('n', 8000), '8,000');
  equal(figureText('pipeline', null), 'not known');
});

test('columns are aligned, numbers to the right, and a column without anything in it is left out', () => {
  const text = table(
    [{ title: 'channel' }, { title: 'n', right: true }, { title: 'empty' }],
    [
      ['Köln', '8', ''],
      ['Fair, offline', '1,200', ''],
    ],
  );
  deepEqual(text.split('\n'), ['channel            n', '─────────────  ─────', 'Köln               8', 'Fair, offline  1,200']);
});

test('what stands in a file cannot write to the terminal', () => equal(cell('a\u001b[2Jb\nc\u0007'), 'a [2Jb c'));

test('sentences are broken at words', () => deepEqual(wrapped('one two three four', '  ', 12).split('\n'), ['  one two', '  three four']));

const answer: Answer = {
  question: 'funnel',
  company: 'Acme',
  asOf: '2026-05-21',
  loads: [1],
  definition: 'What was counted.',
  rows: [
    {
      key: 'Search',
      n: 100,
      converted: 12,
      rate: { value: 0.12, low: 0.07, high: 0.2 },
      within: { 30: { n: 90, converted: 3, rate: { value: 1 / 30, low: 0.01, high: 0.09 } } },
    },
    { key: '(blank)', n: 0, converted: 0, rate: null },
  ],
  total: { key: 'total', n: 100, converted: 12, rate: { value: 0.12, low: 0.07, high: 0.2 } },
  coverage: { have: 90, of: 100, missing: [{ why: 'without a day', n: 10 }] },
  findings: [{ code: 'undated', n: 10, ids: [], text: 'Ten rows have no day.', todo: 'Fill the day in.' }],
};

test('an answer says its numbers, its coverage, and what to do about what it found', () => {
  const text = answerText(answer);
  match(text, /Search +100 +12 +12 % \(7 to 20\) +3\.3 % \(1 to 9\)/);
  match(text, /\(blank\) +0 +0 +not known/);
  match(text, /Coverage: 90 of 100 \(90 %\); missing:\n {2}10 without a day/);
  match(text, /! Ten rows have no day\. \(undated\)\n {4}→ Fill the day in\./);
});

test('a problem says where, what, and what to do; questions come with the words that answer them', () => {
  const text = problemText({
    code: 'questions-open',
    text: 'Nothing was loaded: one question is open.',
    todo: 'Answer it.',
    detail: {
      questions: [
        {
          file: 'a.csv',
          text: 'Day or month first?',
          options: [{ id: 'dmy', text: 'day first' }],
          answerWith: '--answer date-order:won=dmy',
        },
      ],
    },
  });
  match(text, /\? a\.csv: Day or month first\?\n +dmy +day first\n +answer with --answer date-order:won=dmy/);
  match(
    problemText({ code: 'x', text: 'It is wrong.', detail: { file: 'a.csv', row: 3, column: 'won' } }),
    /^a\.csv, row 3, column "won": It is wrong\.$/,
  );
});

test('progress is shown where it was asked for or can be rewritten, and only for what takes long', () => {
  let [said, now] = ['', 0];
  const terminal = (rewrites: boolean): Terminal => ({ rewrites, err: (words: string) => void (said += words) }) as Terminal;
  const silent = progressLine(terminal(false), false, () => now);
  now = 5000;
  silent.show({ phase: 'writing', done: 1, of: 2 });
  equal(said, '');
  const line = progressLine(terminal(true), false, () => now);
  line.show({ phase: 'writing', done: 1, of: 2 });
  equal(said, '', 'not in the first half second');
  now = 6000;
  line.show({ phase: 'writing', done: 420_000, of: 1_000_000 });
  line.end();
  ok(said.startsWith('\rwriting 42 % (420,000 of 1,000,000)') && said.endsWith('\r'));
  equal(progressText({ phase: 'reading', done: 1200, of: null }), 'reading 1,200');
});
