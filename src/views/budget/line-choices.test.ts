import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { given, type Asked } from '../../domain/given.ts';
import { MICRO, RUNNING } from '../../domain/given-campaign.ts';
import type { BudgetId } from '../../kernel/ids.ts';
import { lineChoices } from './line-choices.ts';

const open = (id: BudgetId, name: string, more: object = {}): Asked => [
  'p_ben',
  {
    type: 'budget/open',
    id,
    name,
    currency: 'EUR',
    owner: null,
    purpose: null,
    takesSpend: false,
    months: [{ month: '2026-M02', minor: 50_000 }],
    ...more,
  },
];

test('lines to choose from: of the currency, standing, by what they are for, with what is left; the chosen one stays', () => {
  const book = given(
    ...RUNNING,
    open('b_usd', 'Dollars', { currency: 'USD' }),
    open('b_gone', 'Gone'),
    open('b_wave', 'Wave', { purpose: { kind: 'campaign', id: MICRO } }),
    open('b_air', 'Air'),
    ['p_ben', { type: 'budget/close', id: 'b_gone', why: 'n_gone' }],
  );
  const lines = lineChoices(book, 'EUR', null);
  deepEqual(
    lines.map(({ value, label, group }) => [value, label, group]),
    [
      ['b_wave', 'Wave, €500 left', 'Tied to a campaign'],
      ['b_air', 'Air, €500 left', 'Tied to neither'],
      ['b_out', 'Outreach, €2,000 left', 'Tied to neither'],
    ],
  );
  deepEqual(
    lineChoices(book, 'EUR', 'b_gone', ({ id }) => id === 'b_air').map(({ value }) => value),
    ['b_air', 'b_gone'],
  );
});
