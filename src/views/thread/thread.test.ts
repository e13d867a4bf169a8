import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../../tests/support/plan.ts';
import { fiscalQuarter } from '../../kernel/fiscal.ts';
import { plain } from '../words/prose.ts';
import { threadView } from './build.ts';
import type { Context } from './context.ts';
import type { ThreadDeal, ThreadFacts } from './thread.ts';

const book = plan();
const ctx: Context = {
  book,
  period: fiscalQuarter({ startMonth: 1, pattern: 'calendar' }, 2026, 2),
  today: '2026-06-20',
  nameOf: (p) => (p === 'p_sales' ? 'Diego Ferrante' : p),
  noteOf: (n) => (n === 'n_ask' ? 'I need shippers who will talk to us.' : null),
};
const deal = (id: string, over: Partial<ThreadDeal> = {}): ThreadDeal => ({
  id,
  name: `Deal ${id}`,
  amountMinor: 1_000_000,
  openedOn: '2026-04-10',
  closedOn: '2026-05-20',
  firstTouchOn: '2026-02-01',
  touches: 3,
  people: 2,
  untracked: 0,
  campaigns: [{ campaign: 'c_dock', touches: 3 }],
  ...over,
});
const facts = (deals: readonly ThreadDeal[], over: Partial<ThreadFacts> = {}): ThreadFacts => ({
  currency: 'EUR',
  deals,
  campaigns: [],
  work: [],
  untracked: 0,
  opened: 0,
  ...over,
});
const up = (deals: readonly ThreadDeal[]) => threadView('up', facts(deals), ctx);
const textOf = (view: ReturnType<typeof up>, link: string) => view.columns.find((c) => c.link === link)!;

test('a deal leads up through campaign, work item, priority and Guidepoint to its objective', () => {
  const lane = up([deal('a')])
    .weave.knots.filter((k) => k.lanes.includes(0))
    .toSorted((a, b) => a.column - b.column);
  deepEqual(
    lane.map((k) => k.label),
    [
      'Win mid-size shippers',
      'Qualified opportunities',
      'Q2 2026',
      'Dock days',
      'Antwerp dock day',
      'Dock day Antwerp',
      '3 touches',
      'Deal a',
      '€10,000',
    ],
  );
});

test('the story of a deal quotes who asked for the work, when and in which words', () => {
  match(
    plain(up([deal('a')]).stories[0]!.up),
    /W-1, asked for by Diego Ferrante on 3 Mar: “I need shippers who will talk to us\.” It served Qualified opportunities in Q2 2026\./,
  );
});

test('counts take in every deal of the period, not only those drawn as lanes', () => {
  const view = up(Array.from({ length: 12 }, (_, i) => deal(String(i))));
  equal(textOf(view, 'revenue').text, '€120 k');
  equal(textOf(view, 'opportunity').n, 12);
  equal(textOf(view, 'touch').n, 36);
  equal(view.weave.lanes.length, 7);
  ok(view.weave.knots.some((k) => k.label === 'Six more'));
});

test('a deal without a touch is drawn as a break and listed with what to do', () => {
  const view = up([deal('a'), deal('dark', { touches: 0, people: 0, campaigns: [], firstTouchOn: null })]);
  equal(textOf(view, 'opportunity').gap, '1 untouched');
  const found = view.breaks.find((b) => b.code === 'dark-deals')!;
  deepEqual([found.n, found.minor, found.ids], [1, 1_000_000, ['dark']]);
  ok(found.todo!.length > 0);
});

test('an amount nobody gave is said to be unknown, not zero', () => {
  const view = up([deal('a', { amountMinor: null })]);
  equal(textOf(view, 'revenue').gap, '1 without amount');
  ok(view.weave.knots.some((k) => k.label === 'amount not known'));
});

test('campaigns without work and work without a priority are breaks', () => {
  const view = up([
    deal('a', {
      campaigns: [
        { campaign: 'c_loose', touches: 1 },
        { campaign: 'c_orphan', touches: 1 },
      ],
    }),
  ]);
  deepEqual(
    view.breaks.map((b) => [b.code, b.n]),
    [
      ['unlinked-campaigns', 1],
      ['orphans', 1],
    ],
  );
});

test('a period in which nothing closed says so and names the first step', () => {
  const view = up([]);
  match(plain(view.title), /Nothing closed in Q2 2026/);
  ok(view.empty);
});

test('walking down, an outcome nobody works on is starved and a priority without campaign is named', () => {
  const view = threadView(
    'down',
    facts([], {
      campaigns: [{ campaign: 'c_dock', touches: 40, accounts: 12, opened: 3, won: 1, wonMinor: 2_500_000, spendMinor: 900_000 }],
      work: [{ item: 'w_dock', days: 21.5 }],
      untracked: 4,
    }),
    ctx,
  );
  deepEqual(
    view.breaks.map((b) => b.code),
    ['starved-outcomes', 'priorities-without-campaign', 'untracked-touches'],
  );
  equal(textOf(view, 'work').sub, '21.5 days done');
  match(plain(view.title), /The work of Q2 2026 has opened three opportunities; €25 k closed\./);
  match(plain(view.stories[0]!.down), /21\.5 days of 34 days and €9 k of €31 k so far/);
});

test('walking down from an objective keeps only what serves it', () => {
  equal(threadView('down', facts([]), ctx, 'o_win').columns.find((c) => c.link === 'priority')!.n, 2);
  ok(threadView('down', facts([]), ctx, 'o_other').empty);
});
