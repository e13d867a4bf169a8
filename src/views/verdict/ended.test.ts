import { equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import type { Taken } from '../../domain/agreements/verdict.ts';
import type { Criteria, Look, Measure } from '../../domain/campaign/criteria.ts';
import type { Ended, Micro } from '../../domain/campaign/micro.ts';
import { endedTitle, sinceThen, type LoadLine } from './ended.ts';
import type { EvidenceDay } from './evidence-days.ts';
import type { VerdictInput } from './verdict-input.ts';
import { verdictView } from './verdict-view.ts';

const hand: Measure = {
  kind: 'share',
  better: 'more',
  of: { what: 'hand', name: 'replies' },
  outOf: { what: 'hand', name: 'messages' },
  relative: false,
};
const counted: Measure = { ...hand, of: { what: 'touch', kind: 'reply' }, outOf: { what: 'touch', kind: 'sent' } };
const criteriaOf = (measure: Measure): Criteria => ({
  measure,
  scale: 0.08,
  abort: 0.05,
  minimum: 150,
  deadline: '2026-06-30',
  error: 0.1,
  guardrails: [],
});
const DECIDED = { at: '2026-05-20T10:00:00.000Z', on: '2026-05-20' } as const;
const scaled: Ended = { how: 'scaled', into: 'c_next', by: 'p_ben', at: '2026-05-20T11:00:00.000Z' };
const taken: Taken = {
  word: 'scale',
  said: { word: 'scale', finding: 'Scale it: 60 of 400, 15 %, surely above 8 %', asOf: DECIDED.on, sha256: '', evidence: [] },
  by: 'p_ben',
  at: DECIDED.at,
  log: 'l_one',
  overruled: null,
};

const look = (on: string, n: number, of: number, at = `${on}T09:00:00.000Z`): Look => ({
  on,
  arms: [{ n, of, ofSquares: null, outOf: null, outOfSquares: null, products: null }],
  guards: [],
  spent: null,
  correction: null,
  by: 'p_ben',
  at,
});
const micro = (looks: readonly Look[]): Micro => ({
  hypothesis: 'n_believe',
  segment: null,
  line: null,
  variants: [{ name: 'One', weight: 1 }],
  randomised: false,
  answers: {},
  written: null,
  setAside: null,
  started: { by: 'p_ben', at: '2026-05-04T08:00:00.000Z', on: '2026-05-04' },
  looks,
  ended: scaled,
  renamed: [],
  follows: null,
});
const seen = (more: Partial<VerdictInput>) => {
  const input: VerdictInput = {
    criteria: criteriaOf(counted),
    variants: [{ name: 'One', weight: 1 }],
    randomised: false,
    told: [],
    measured: null,
    guarded: [],
    lag: null,
    currency: 'EUR',
    today: '2026-05-25',
    ...more,
  };
  return { input, view: verdictView(input) };
};
const day = (on: string, n: number, hits: number): EvidenceDay => ({
  variant: 0,
  day: on,
  n,
  hits,
  happened: hits,
  minor: 0,
  squares: 0,
  ripe_n: 0,
  ripe_hits: 0,
  ripe_happened: 0,
  ripe_minor: 0,
  ripe_squares: 0,
});
const measured = (...days: EvidenceDay[]) => seen({ measured: { days, wait: 14, share: 1 } });
const load = (file: string, loadedAt: string, revertedAt: string | null = null): LoadLine => ({ file, loadedAt, revertedAt });
const STOOD = measured(day('2026-05-05', 400, 0), day('2026-05-12', 0, 60));

void test('the title says how it ended and on what, and that people stood against the rule where they did', () => {
  equal(endedTitle(scaled, taken), 'Scaled: 60 of 400, 15 %, surely above 8 %');
  equal(
    endedTitle(
      { ...scaled, how: 'scaled' },
      { ...taken, said: { ...taken.said, word: 'abort', finding: 'Abort it: 4 of 400' }, overruled: { second: 'p_caro', why: 'n_why' } },
    ),
    'Scaled, against the rule, which said “abort”: 4 of 400',
  );
});

void test('where nothing came, nothing is said: neither an early load nor one that changed no sum', () => {
  equal(sinceThen(micro([]), STOOD, STOOD, [load('may.csv', '2026-05-12T08:00:00.000Z')], DECIDED), null);
  equal(sinceThen(micro([]), STOOD, STOOD, [load('other.csv', '2026-05-22T08:00:00.000Z')], DECIDED), null);
});

void test('a look told after the end is its cause, whatever was loaded meanwhile', () => {
  const told = [look('2026-05-19', 400, 60)];
  const late = look('2026-05-19', 900, 61, '2026-05-24T09:00:00.000Z');
  const by = (looks: readonly Look[]) => seen({ criteria: criteriaOf(hand), told: looks });
  const since = sinceThen(micro([...told, late]), by(told), by([late]), [load('may.csv', '2026-05-22T08:00:00.000Z')], DECIDED);
  equal(
    since?.text,
    'One look came after the end on 20 May. Counted again, it stands at 61 of 900, 6.8 %, and the rule’s word would be “keep going”. It is kept as late and changes nothing that was decided.',
  );
  equal(since.loads, 0);
});

void test('files loaded afterwards are named, with what they bring and how much of it is of days that were over', () => {
  const now = measured(day('2026-05-05', 700, 0), day('2026-05-12', 0, 61), day('2026-05-22', 100, 0));
  const late = [load('sent.csv', '2026-05-22T08:00:00.000Z'), load('replies.csv', '2026-05-23T08:00:00.000Z')];
  const since = sinceThen(micro([]), STOOD, now, [load('may.csv', '2026-05-12T08:00:00.000Z'), ...late], DECIDED);
  equal(since?.loads, 2);
  match(
    since.text,
    /^“sent\.csv” and “replies\.csv” were loaded after it had been decided on 20 May\. That brings 400 cases more, 300 of which had begun by then\. Counted again, it stands at 61 of 800, 7\.6 %/,
  );
  const five = [...late, load('a.csv', '2026-05-24T08:00:00.000Z'), load('b.csv', '2026-05-24T09:00:00.000Z')];
  match(sinceThen(micro([]), STOOD, now, five, DECIDED)!.text, /^Four files, the last of them “b\.csv”, were loaded after/);
});

void test('a load taken back takes cases away; where no load explains it, names were matched otherwise', () => {
  const fewer = measured(day('2026-05-05', 300, 0), day('2026-05-12', 0, 60));
  const gone = load('may.csv', '2026-05-12T08:00:00.000Z', '2026-05-22T08:00:00.000Z');
  match(
    sinceThen(micro([]), STOOD, fewer, [gone], DECIDED)!.text,
    /^“may\.csv” was taken back after it had been decided on 20 May\. That takes 100 cases away\./,
  );
  match(sinceThen(micro([]), STOOD, fewer, [], DECIDED)!.text, /^The facts are matched otherwise than when it was decided on 20 May\./);
  const only = measured(day('2026-05-05', 400, 0), day('2026-05-12', 0, 60), day('2026-05-23', 1, 0));
  match(
    sinceThen(micro([]), STOOD, only, [load('june.csv', '2026-05-24T08:00:00.000Z')], DECIDED)!.text,
    /That brings 1 case more, begun only since then\./,
  );
});
