import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../domain/book.ts';
import { FOUNDED, given, type Asked } from '../../domain/given.ts';
import { budgetPage } from './budget.ts';
import { readEntries } from './read-entries.ts';
import { spendOnLines } from './spend.ts';

const ben = (command: Command): Asked => ['p_ben', command];
const open = (id: `b_${string}`, name: string, currency: string, minor: number): Asked =>
  ben({ type: 'budget/open', id, name, currency, owner: null, purpose: null, takesSpend: false, months: [{ month: '2026-M04', minor }] });
const commit: Asked = ben({
  type: 'budget/commit',
  id: 'b_fair',
  commitment: 'g_1',
  what: 'Stand',
  on: '2026-02-01',
  due: '2026-04-20',
  minor: 300_00,
});
const record = (minor: number, on = '2026-04-21'): Asked =>
  ben({ type: 'budget/record', id: 'b_fair', entry: 'i_1', on, what: 'Stand', ref: 'RE-1', minor, currency: 'EUR', commitment: 'g_1' });
const LINES: readonly Asked[] = [...FOUNDED, open('b_fair', 'Fairs', 'EUR', 1_000_00), open('b_ads', 'Ads', 'USD', 200_00)];

test('a month to come is expected as planned, a month that is over as spent and still owed', () => {
  const book = given(...LINES, commit, record(100_00));
  const forecast = (today: string): number => budgetPage(book, 2026, today).lines[0]!.byMonth[3]!.forecast;
  equal(forecast('2026-04-22'), 1_000_00);
  equal(forecast('2026-05-02'), 300_00);
});

test('lines of several currencies add up by the rate of each month, and not at all without one', () => {
  const without = budgetPage(given(...LINES), 2026, '2026-04-22');
  deepEqual([without.total, without.without.map((l) => l.name)], [null, ['Ads']]);
  match(without.title, /€1 k and \$200 are planned for 2026; a rate is missing/);
  const rated = budgetPage(
    given(...LINES, ben({ type: 'rate/set', from: 'USD', to: 'EUR', day: '2026-04-01', rate: '0.9' })),
    2026,
    '2026-04-22',
  );
  equal(rated.total?.plan, 1_180_00);
  deepEqual(
    rated.byCurrency.map(({ currency, total }) => [currency, total.plan]),
    [
      ['EUR', 1_000_00],
      ['USD', 200_00],
    ],
  );
});

test('imported spend counts on the line of its campaign before that of its priority, once, and what counts nowhere is said', () => {
  const terms = {
    title: 'Fair',
    moscow: 'must',
    outcomes: [],
    effortDays: 3,
    budgetMinor: null,
    from: '2026-04-01',
    to: '2026-04-30',
  } as const;
  const campaign = (id: `c_${string}`): Asked =>
    ben({
      type: 'campaign/plan',
      id,
      name: id,
      channel: 'Ads',
      from: '2026-04-01',
      to: '2026-04-30',
      budgetMinor: null,
      key: `k-${id}`,
      aliases: [],
      item: 'w_a',
      foundational: null,
      owner: null,
    });
  const book = given(
    ...LINES,
    ben({ type: 'priority/plan', id: 'r_fair', period: '2026-Q2', owner: null, ...terms }),
    ben({
      type: 'item/add',
      id: 'w_a',
      title: 'A',
      priority: 'r_fair',
      owner: null,
      sizeDays: 1,
      request: null,
      foundational: null,
      on: '2026-02-02',
    }),
    campaign('c_a'),
    campaign('c_b'),
    ben({ type: 'budget/tie', id: 'b_fair', purpose: { kind: 'priority', id: 'r_fair' }, takesSpend: true }),
    ben({ type: 'budget/tie', id: 'b_ads', purpose: { kind: 'campaign', id: 'c_b' }, takesSpend: true }),
  );
  const { byLine, beside } = spendOnLines(book, [
    { campaign: 'c_a', day: '2026-04-03', currency: 'EUR', minor: 10 },
    { campaign: 'c_a', day: '2026-04-04', currency: 'EUR', minor: 5 },
    { campaign: 'c_b', day: '2026-04-03', currency: 'USD', minor: 7 },
    { campaign: 'c_b', day: '2026-04-03', currency: 'EUR', minor: 8 },
    { campaign: null, day: '2026-04-03', currency: 'EUR', minor: 9 },
  ]);
  deepEqual(
    [...byLine],
    [
      ['b_fair', { '2026-M04': 15 }],
      ['b_ads', { '2026-M04': 7 }],
    ],
  );
  deepEqual(
    beside.map(({ why, minor }) => [why, minor]),
    [
      ['no rate', 8],
      ['no campaign', 9],
    ],
  );
});

test('pasted invoices are read by their heads, and each wrong row says what to do', () => {
  const book = given(...LINES, commit, record(100_00));
  const read = readEntries(
    book,
    [
      'Datum\tOmschrijving\tFactuur\tBedrag\tLine',
      '2026-05-04\tCarpet\tRE-2\t1,250.00\tFairs',
      '4.5.2026\tCredit\tRE-3\t(99.50)\tfairs',
      '2026-05-04\tAgain\tRE-1\t10\tFairs',
      '2026-05-04\tTwice\tRE-2\t10\tFairs',
      'soon\tX\tRE-4\t10\tFairs',
      '2026-05-05\tY\tRE-5\tmuch\tFairs',
      '2026-05-05\tZ\tRE-6\t10\tNobody',
    ].join('\n'),
  );
  deepEqual(
    read.entries.map(({ on, what, minor, currency, line }) => [on, what, minor, currency, line.id]),
    [
      ['2026-05-04', 'Carpet', 1_250_00, 'EUR', 'b_fair'],
      ['2026-05-04', 'Credit', -99_50, 'EUR', 'b_fair'],
    ],
  );
  deepEqual(
    read.problems.map(({ line, column }) => [line, column]),
    [
      [4, 'invoice'],
      [5, 'invoice'],
      [6, 'date'],
      [7, 'amount'],
      [8, 'line'],
    ],
  );
  match(readEntries(book, 'a,b\n1,2').problems[0]!.text, /names no column for the date and the amount and the budget line/);
});
