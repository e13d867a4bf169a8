import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { ben, caro, MICRO, overrule, RUNNING, said, take } from '../given-campaign.ts';
import { given, when, type Asked } from '../given.ts';
import type { Evidence } from './evidence.ts';
import type { LoggedDecision } from './logged.ts';

const replies: Evidence = {
  what: 'Replies, of messages sent',
  shown: '10.3 %',
  value: 0.103,
  low: 0.07,
  high: 0.15,
  unit: 'share',
  currency: null,
  askedBy: { name: 'verdict', parameters: [{ name: 'campaign', value: MICRO }], row: 'total', figure: 'value' },
  coverage: null,
  asOf: '2026-02-03',
  loads: [1, 4],
};
const taken = (word: 'scale' | 'abort'): Asked =>
  ben({ type: 'verdict/take', id: MICRO, said: said(word, { evidence: [replies] }), log: 'l_take' });
const scale = (days: readonly number[]): Asked =>
  ben({
    type: 'verdict/scale',
    id: MICRO,
    follow: {
      id: 'c_wave2',
      name: ' Outreach, wave 2 ',
      key: 'wave-2',
      from: '2026-04-07',
      to: '2026-06-12',
      budgetMinor: null,
      line: null,
      commitment: 'g_wave2',
      owner: 'p_ben',
    },
    move: null,
    priority: null,
    items: days.map((sizeDays, n) => ({ id: `w_new${n}`, title: `Work ${n}`, sizeDays, owner: null })),
    why: 'n_grow',
    log: 'l_end',
  });
const abort = (drop: readonly `w_${string}`[] = []): Asked => ben({ type: 'verdict/abort', id: MICRO, drop, why: 'n_no', log: 'l_end' });
const small: Asked = [
  'p_ben',
  {
    type: 'item/add',
    id: 'w_small',
    title: 'Small',
    priority: null,
    owner: null,
    sizeDays: 2,
    request: null,
    foundational: null,
    on: '2026-02-02',
  },
];
const words = ({ matter, decided, deciders, about, alternatives }: LoggedDecision) => ({ matter, decided, deciders, about, alternatives });

test('a scale is an entry about both campaigns, on the evidence of the word that was taken', () => {
  const after = given(...RUNNING, taken('scale'), scale([8, 4]));
  const entry = after.logged.get('l_end')!;
  deepEqual(words(entry), {
    matter: 'What follows “Outreach, wave 1”?',
    decided: 'Scaled into “Outreach, wave 2”, with 2 work items of 12 days, as the rule says: 31 of 300 replied',
    deciders: ['p_ben'],
    about: [MICRO, 'c_wave2'],
    alternatives: [],
  });
  deepEqual([entry.ref, entry.evidence], ['D-2', [replies]]);
  deepEqual(
    after.verdict.get(MICRO)!.logged.map(({ did, log, why, by }) => [did, log, why, by]),
    [['scaled', 'l_end', 'n_grow', 'p_ben']],
  );
  const bare = given(...RUNNING, taken('scale'), scale([])).logged.get('l_end')!;
  deepEqual(bare.decided, 'Scaled into “Outreach, wave 2”, without new work, as the rule says: 31 of 300 replied');
});
test('an abort says what came free and what drops in; against the rule it says so', () => {
  const entry = given(...RUNNING, small, taken('abort'), abort(['w_wave'])).logged.get('l_end')!;
  deepEqual(entry.decided, 'Aborted, as the rule says: 31 of 300 replied; 3 days of work came free, and “Small” drops in');
  deepEqual(entry.evidence, [replies]);
  const against = given(
    ...RUNNING,
    overrule('abort'),
    caro({ type: 'verdict/confirm-overrule', id: MICRO, overrule: 1, log: 'l_over' }),
    abort(),
  );
  deepEqual(against.logged.get('l_end')!.decided, 'Aborted, against the rule, which says: 31 of 300 replied; 3 days of work came free');
});
test('an overrule that is declined is an entry of the second person, with the word that was wanted as the alternative', () => {
  const declined = given(
    ...RUNNING,
    overrule('abort'),
    caro({ type: 'verdict/decline-overrule', id: MICRO, overrule: 1, why: 'n_no', log: 'l_no' }),
  );
  deepEqual(words(declined.logged.get('l_no')!), {
    matter: 'Overrule “Scale” with “Abort” for “Outreach, wave 1”?',
    decided: 'No: “Scale” stands, as the rule says: 31 of 300 replied',
    deciders: ['p_caro'],
    about: [MICRO],
    alternatives: [{ text: 'Abort', against: '' }],
  });
});
test('an entry has an id of its own, or nothing happens', () => {
  const book = given(...RUNNING, take('scale', 'l_end'));
  deepEqual(when(book, scale([])), { refused: { code: 'there-already', thing: 'logged', id: 'l_end' } });
});
