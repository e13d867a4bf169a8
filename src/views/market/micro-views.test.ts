import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { given, type Asked } from '../../domain/given.ts';
import {
  BRIEFED,
  FROZEN,
  looked,
  MICRO,
  overrule,
  PLANNED_MICRO,
  PROPOSED,
  READY,
  RUNNING,
  take,
  WRITTEN,
  ben,
} from '../../domain/given-campaign.ts';
import { decisionsFor, waitingForOthers } from '../decisions/decisions.ts';
import { frameWords } from './frame-words.ts';
import { microFacts, microList } from './micro-facts.ts';
import { microState } from './micro-state.ts';
import { microTitle } from './micro-title.ts';

const TODAY = '2026-02-03';
const nameOf = (person: string | null): string => person ?? 'nobody';
const stateAfter = (asked: readonly Asked[]) => {
  const book = given(...asked);
  return microState(book, book.campaign.get(MICRO)!, TODAY);
};

test('each step of a micro-campaign names the next one, and on whom it waits', () => {
  equal(stateAfter(PLANNED_MICRO), null);
  const steps = [
    BRIEFED,
    WRITTEN,
    PROPOSED,
    FROZEN,
    READY,
    RUNNING,
    [...RUNNING, looked(200, 12)],
    [...RUNNING, overrule('abort')],
    [...RUNNING, take('scale')],
  ];
  deepEqual(
    steps.map((asked) => [stateAfter(asked)!.next.act, stateAfter(asked)!.next.waitsFor]),
    [
      ['write-criteria', null],
      ['propose-criteria', null],
      ['freeze', 'p_caro'],
      ['answer', null],
      ['start', null],
      ['look', null],
      ['verdict', null],
      ['confirm', 'p_caro'],
      ['scale', null],
    ],
  );
});

test('what has changed since it was put forward says so, and waits for nobody until it is put forward again', () => {
  const moved = stateAfter([...PROPOSED, ben({ type: 'campaign/rebudget', id: MICRO, budgetMinor: 200_000 })])!;
  deepEqual(
    [moved.said, moved.next],
    ['changed since it was put forward', { act: 'propose-criteria', text: 'Put the criteria forward again', waitsFor: null }],
  );
});

test('what waits for a second person stands among his decisions, and among what the first waits for', () => {
  const look = (asked: readonly Asked[], me: 'p_caro' | 'p_ben') => ({ book: given(...asked), me, today: TODAY, nameOf });
  const ids = (list: readonly { readonly id: string }[]): string[] =>
    list.map(({ id }) => id).filter((id) => /^(freeze|overrule|start|second):/.test(id));
  deepEqual(ids(decisionsFor(look(PROPOSED, 'p_caro'))), [`freeze:${MICRO}:1`]);
  deepEqual(ids(decisionsFor(look([...RUNNING, overrule('abort')], 'p_caro'))), [`overrule:${MICRO}:1`]);
  deepEqual(ids(decisionsFor(look(READY, 'p_ben'))), [`start:${MICRO}`]);
  equal(ids(waitingForOthers(look(PROPOSED, 'p_ben'))).length, 1);
});

test('a door tells the whole of it: the belief, the criteria in words, looks that are late, what an abort would free', () => {
  const ended = given(
    ...RUNNING,
    looked(200, 2, { spentMinor: 30_000 }),
    take('abort'),
    ben({ type: 'verdict/abort', id: MICRO, drop: [], why: 'n_why', log: 'l_end' }),
    looked(300, 4),
  );
  const facts = microFacts(ended, ended.campaign.get(MICRO)!, TODAY, { nameOf, noteOf: (note) => note })!;
  deepEqual(
    facts.looks.map(({ late, stands }) => [late, stands]),
    [
      [false, false],
      [true, true],
    ],
  );
  equal(facts.ended!.text, 'Aborted; 3 days came free, €700 went back to its line, and nothing drops in.');
  deepEqual(
    facts.inWords.map(({ text }) => text),
    [
      'Replies that ask for something, of messages sent',
      'above 8 %',
      'below 5 %',
      '150 cases, by 15 May',
      'wrong at most 10 % of the time, for scale and for abort, however often we look',
    ],
  );
  const running = given(...RUNNING, looked(200, 2, { spentMinor: 30_000 }));
  deepEqual(microFacts(running, running.campaign.get(MICRO)!, TODAY, { nameOf, noteOf: () => null })!.free, {
    minor: 70_000,
    days: 3,
    work: [{ id: 'w_wave', title: 'W-1 Write to 300 shippers' }],
  });
  equal(microList(ended, TODAY, nameOf).title, 'No micro-campaign is open, one has come to an end.');
});

test('the page of a campaign says where the rule speaks already, and never then that nothing is decided', () => {
  const book = given(...RUNNING, looked(400, 60));
  const facts = microFacts(book, book.campaign.get(MICRO)!, TODAY, { nameOf, noteOf: () => null })!;
  equal(microTitle(facts, null), '“Outreach, wave 1” runs: 60 of 400 so far, and nothing is decided.');
  equal(microTitle(facts, { word: 'keep-going' }), '“Outreach, wave 1” runs: 60 of 400 so far, and nothing is decided.');
  equal(
    microTitle(facts, { word: 'scale' }),
    '“Outreach, wave 1” runs: 60 of 400 so far. The rule says “scale”, and nobody has taken it yet.',
  );
});

test('whoever freezes reads what stays beside the criteria: channel, dates, money and names', () => {
  const book = given(...PROPOSED);
  const campaign = book.campaign.get(MICRO)!;
  const said = Object.fromEntries(frameWords(book, campaign, TODAY).map(({ label, text }) => [label, text]));
  deepEqual(said, { Channel: 'Outreach', Dates: '3 Feb to 31 Mar', Budget: '€1,000 on “Outreach”', 'Counted as': 'wave-1' });
  const unseen = frameWords(book, { ...campaign, budgetMinor: null }, TODAY);
  equal(
    unseen.some(({ label }) => label === 'Budget'),
    false,
    'who sees no money is told of none',
  );
});
