import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command, Event } from '../book.ts';
import type { Refusal } from '../decide.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import type { CommitmentId, EntryId } from '../../kernel/ids.ts';

const ben = (command: Command): Asked => ['p_ben', command];
const open = (id: `b_${string}`, currency = 'EUR', minor = 1_000_00): Command => ({
  type: 'budget/open',
  id,
  name: ` ${id} `,
  currency,
  owner: null,
  purpose: null,
  takesSpend: false,
  months: [{ month: '2026-M04', minor }],
});
const record = (entry: EntryId, minor: number, more: Partial<Extract<Command, { type: 'budget/record' }>> = {}): Command => ({
  type: 'budget/record',
  id: 'b_fair',
  entry,
  on: '2026-04-20',
  what: 'Stand',
  ref: null,
  minor,
  currency: 'EUR',
  commitment: null,
  ...more,
});
const commit = (commitment: CommitmentId, minor: number, due = '2026-04-30'): Command => ({
  type: 'budget/commit',
  id: 'b_fair',
  commitment,
  what: 'Stand',
  on: '2026-02-01',
  due,
  minor,
});
const release = (minor: number): Command => ({
  type: 'budget/release',
  id: 'b_fair',
  commitment: 'g_stand',
  on: '2026-04-02',
  minor,
  why: 'n_w',
});
const move = (minor: number, to: `b_${string}` = 'b_ads', toMonth = '2026-M05'): Command => ({
  type: 'budget/transfer',
  id: 'b_fair',
  to,
  month: '2026-M04',
  toMonth,
  minor,
  why: 'n_w',
});

const BUDGETED: readonly Asked[] = [
  ...FOUNDED,
  ben(open('b_fair')),
  ben(open('b_ads')),
  ben(open('b_usd', 'USD')),
  ben({ type: 'rate/set', from: 'USD', to: 'EUR', day: '2026-04-01', rate: '0.9' }),
  ben(commit('g_stand', 500_00)),
  ben(record('i_first', 200_00, { ref: 'RE-1', commitment: 'g_stand' })),
  ['p_dirk', { type: 'month/lock', month: '2026-M01' }],
];
const book = given(...BUDGETED);

const GRANTED: readonly (readonly [string, Command, ...Event[]])[] = [
  [
    'only months whose plan changes are recorded',
    {
      type: 'budget/plan',
      id: 'b_fair',
      months: [
        { month: '2026-M04', minor: 1_000_00 },
        { month: '2026-M05', minor: 50 },
      ],
    },
    { type: 'budget/planned', id: 'b_fair', months: [{ month: '2026-M05', minor: 50 }] },
  ],
  [
    'an invoice in another currency is converted by the rate in force on its day, and says so',
    record('i_usd', 100_05, { currency: 'USD', on: '2026-04-20' }),
    {
      type: 'budget/recorded',
      id: 'b_fair',
      entry: 'i_usd',
      on: '2026-04-20',
      what: 'Stand',
      ref: null,
      minor: 90_05,
      paid: { minor: 100_05, currency: 'USD', rate: '0.9', day: '2026-04-01', inverse: false },
      commitment: null,
    },
  ],
  [
    'plan that moves leaves one line and comes to the other in one step',
    move(300_00),
    { type: 'budget/gave', id: 'b_fair', to: 'b_ads', on: '2026-02-03', month: '2026-M04', minor: 300_00, why: 'n_w' },
    { type: 'budget/received', id: 'b_ads', from: 'b_fair', on: '2026-02-03', month: '2026-M05', minor: 300_00, why: 'n_w' },
  ],
  [
    'plan may move to another month of its own line',
    move(1, 'b_fair'),
    { type: 'budget/gave', id: 'b_fair', to: 'b_fair', on: '2026-02-03', month: '2026-M04', minor: 1, why: 'n_w' },
    { type: 'budget/received', id: 'b_fair', from: 'b_fair', on: '2026-02-03', month: '2026-M05', minor: 1, why: 'n_w' },
  ],
  [
    'what is still open may be released, to the cent',
    release(300_00),
    { type: 'budget/released', id: 'b_fair', commitment: 'g_stand', on: '2026-04-02', minor: 300_00, why: 'n_w' },
  ],
  [
    'a line without open commitments may be closed',
    { type: 'budget/close', id: 'b_ads', why: 'n_w' },
    { type: 'budget/closed', id: 'b_ads', why: 'n_w' },
  ],
  ['the forecast it has already is no event', { type: 'budget/forecast', id: 'b_fair', month: '2026-M04', minor: null }],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ben(command)), { events }));

const REFUSED: readonly (readonly [string, Command, Refusal])[] = [
  ['a line has a currency', open('b_new', 'euro'), { code: 'not-a-currency', found: 'euro' }],
  [
    'a plan is for months of the fiscal calendar',
    { type: 'budget/plan', id: 'b_fair', months: [{ month: '2026-M13', minor: 1 }] },
    { code: 'not-a-month', found: '2026-M13' },
  ],
  [
    'a plan is whole minor units, 0 or more',
    { type: 'budget/plan', id: 'b_fair', months: [{ month: '2026-M04', minor: -1 }] },
    { code: 'not-a-number', field: 'plan' },
  ],
  [
    'each month is planned once',
    {
      type: 'budget/plan',
      id: 'b_fair',
      months: [
        { month: '2026-M04', minor: 1 },
        { month: '2026-M04', minor: 2 },
      ],
    },
    { code: 'said-twice' },
  ],
  [
    'the plan of a month whose books are closed stays',
    { type: 'budget/plan', id: 'b_fair', months: [{ month: '2026-M01', minor: 1 }] },
    { code: 'month-locked', month: '2026-M01' },
  ],
  [
    'nothing is recorded in a month whose books are closed',
    record('i_x', 1, { on: '2026-01-31' }),
    { code: 'month-locked', month: '2026-M01' },
  ],
  ['nothing falls due in a month whose books are closed', commit('g_x', 1, '2026-01-15'), { code: 'month-locked', month: '2026-M01' }],
  ['no plan moves into a month whose books are closed', move(1, 'b_ads', '2026-M01'), { code: 'month-locked', month: '2026-M01' }],
  ['an entry of 0 says nothing', record('i_x', 0), { code: 'amount-needed', field: 'amount' }],
  [
    'an invoice in a currency without a rate for its day is not guessed at',
    record('i_x', 1, { currency: 'USD', on: '2026-03-31' }),
    { code: 'no-rate', from: 'USD', to: 'EUR', day: '2026-03-31' },
  ],
  ['an invoice is recorded once', record('i_x', 9, { ref: ' RE-1 ' }), { code: 'invoice-twice', ref: 'RE-1', on: '2026-04-20' }],
  [
    'an entry pays a commitment of its own line',
    record('i_x', 1, { id: 'b_ads', commitment: 'g_stand' }),
    { code: 'not-there', thing: 'commitment', id: 'g_stand' },
  ],
  ['no more than is open is released', release(300_01), { code: 'more-than-open', open: 300_00, currency: 'EUR' }],
  ['no more than is planned moves', move(1_000_01), { code: 'more-than-planned', planned: 1_000_00, currency: 'EUR', month: '2026-M04' }],
  ['money moves between lines of one currency', move(1, 'b_usd'), { code: 'currencies-differ', from: 'EUR', to: 'USD' }],
  ['money that stays where it is does not move', move(1, 'b_fair', '2026-M04'), { code: 'nowhere-to-move' }],
  ['a line with open commitments stays', { type: 'budget/close', id: 'b_fair', why: 'n_w' }, { code: 'commitments-open', count: 1 }],
  [
    'only an entry that is there is struck out',
    { type: 'budget/strike', id: 'b_fair', entry: 'i_gone', why: 'n_w' },
    { code: 'not-there', thing: 'entry', id: 'i_gone' },
  ],
  [
    'a rate is a positive decimal',
    { type: 'rate/set', from: 'USD', to: 'EUR', day: '2026-04-01', rate: '0,92' },
    { code: 'not-a-rate', found: '0,92' },
  ],
  [
    'a rate is between two currencies',
    { type: 'rate/set', from: 'EUR', to: 'EUR', day: '2026-04-01', rate: '1' },
    { code: 'same-currency', currency: 'EUR' },
  ],
  [
    'only a rate that is there is removed',
    { type: 'rate/remove', from: 'USD', to: 'EUR', day: '2026-04-02' },
    { code: 'not-there', thing: 'rate', id: 'USD/EUR 2026-04-02' },
  ],
  [
    'closing the books takes an owner or the seat of finance',
    { type: 'month/lock', month: '2026-M02' },
    { code: 'not-your-seat', seat: 'finance' },
  ],
  [
    'money is for a campaign that stands',
    { type: 'budget/tie', id: 'b_fair', purpose: { kind: 'campaign', id: 'c_gone' }, takesSpend: true },
    { code: 'not-there', thing: 'campaign', id: 'c_gone' },
  ],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ben(command)), { refused }));

test('an entry is struck out once, and its number may then be used again', () => {
  const struck = given(...BUDGETED, ben({ type: 'budget/strike', id: 'b_fair', entry: 'i_first', why: 'n_w' }));
  deepEqual(when(struck, ben({ type: 'budget/strike', id: 'b_fair', entry: 'i_first', why: 'n_w' })), {
    refused: { code: 'struck-already' },
  });
  deepEqual('events' in when(struck, ben(record('i_again', 200_00, { ref: 'RE-1' }))), true);
});

test('an owner closes the books too, and opens them again', () => {
  deepEqual(when(book, ['p_ana', { type: 'month/lock', month: '2026-M02' }]), { events: [{ type: 'month/locked', month: '2026-M02' }] });
  deepEqual(when(book, ['p_ana', { type: 'month/unlock', month: '2026-M01', why: 'n_w' }]), {
    events: [{ type: 'month/unlocked', month: '2026-M01', why: 'n_w' }],
  });
  deepEqual(when(book, ['p_dirk', { type: 'month/lock', month: 'May' }]), { refused: { code: 'not-a-month', found: 'May' } });
});

test('once money is planned by its months, the fiscal calendar stays', () => {
  deepEqual(when(book, ['p_ana', { type: 'company/choose-fiscal', fiscal: { startMonth: 4, pattern: 'calendar' } }]), {
    refused: { code: 'calendar-budgeted', name: 'b_fair' },
  });
});

test('imported spend counts once: of the lines for one purpose, one takes it', () => {
  const purpose = { kind: 'priority', id: 'r_fair' } as const;
  const terms = {
    title: 'Fair',
    moscow: 'must',
    outcomes: [],
    effortDays: 3,
    budgetMinor: null,
    from: '2026-04-01',
    to: '2026-04-30',
  } as const;
  const tied = given(
    ...BUDGETED,
    ben({ type: 'priority/plan', id: 'r_fair', period: '2026-Q2', owner: null, ...terms }),
    ben({ type: 'budget/tie', id: 'b_fair', purpose, takesSpend: true }),
  );
  deepEqual(when(tied, ben({ type: 'budget/tie', id: 'b_ads', purpose, takesSpend: true })), {
    refused: { code: 'spend-taken', name: 'b_fair' },
  });
  deepEqual(when(tied, ben({ type: 'budget/tie', id: 'b_ads', purpose, takesSpend: false })), {
    events: [{ type: 'budget/tied', id: 'b_ads', purpose, takesSpend: false }],
  });
});
