import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '../book.ts';
import type { Refusal } from '../decide.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import type { AssumptionCommand } from './assumption.ts';

const ben = (command: AssumptionCommand): Asked => ['p_ben', command];
const growth = { type: 'assumption/growth', discoveredLow: 0.1, discoveredHigh: 0.3, splitLow: 1, splitHigh: 1.5 } as const;
const lag = { type: 'assumption/lag', kind: 'Outreach', half: 34, most: 90 } as const;
const stated = given(...FOUNDED, ben(growth), ben(lag));

const GRANTED: readonly (readonly [string, AssumptionCommand, ...Event[]])[] = [
  ['how work grows is stated, and stated anew', { ...growth, splitHigh: 2 }, { ...growth, type: 'assumption/growth-stated', splitHigh: 2 }],
  ['what is stated already is no event', growth],
  ['the lag of a kind of work is stated', { ...lag, kind: ' Fair ' }, { ...lag, type: 'assumption/lag-stated', kind: 'Fair' }],
  ['the lag that is stated already is no event', lag],
  [
    'a stated lag is taken back',
    { type: 'assumption/forget-lag', kind: 'Outreach' },
    { type: 'assumption/lag-forgotten', kind: 'Outreach' },
  ],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(stated, ben(command)), { events }));

const REFUSED: readonly (readonly [string, AssumptionCommand, Refusal])[] = [
  ['the least found is not above the most', { ...growth, discoveredLow: 0.4 }, { code: 'low-above-high', field: 'discovered' }],
  ['the least split is not above the most', { ...growth, splitLow: 2 }, { code: 'low-above-high', field: 'split' }],
  ['an item never turns into less than one', { ...growth, splitLow: 0.5 }, { code: 'growth-out-of-range' }],
  ['growth is a number', { ...growth, discoveredHigh: Number.NaN }, { code: 'not-a-number', field: 'discoveredHigh' }],
  ['most of an effect shows later than half of it', { ...lag, most: 34 }, { code: 'lag-out-of-range' }],
  ['a lag has a kind of work', { ...lag, kind: ' ' }, { code: 'empty', field: 'kind' }],
  ['only a stated lag is taken back', { type: 'assumption/forget-lag', kind: 'Fair' }, { code: 'no-such-lag', kind: 'Fair' }],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(stated, ben(command)), { refused }));

test('assumptions say who stated them and when', () => {
  const { growth: now, lags } = stated.assumption.get('assumption')!;
  deepEqual([now?.by, lags.map(({ kind, by }) => [kind, by])], ['p_ben', [['Outreach', 'p_ben']]]);
});
