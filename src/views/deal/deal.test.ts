import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDeal, sampleTouch } from '../../../tests/support/deal.ts';
import { plan } from '../../../tests/support/plan.ts';
import { plain } from '../words/prose.ts';
import { dealView } from './build.ts';

const reader = { book: plan(), today: '2026-06-20', nameOf: () => 'Diego Ferrante', noteOf: () => 'I need shippers who will talk to us.' };
const view = (over: Parameters<typeof sampleDeal>[0] = {}) => dealView(sampleDeal(over), reader);

test('the title says how long it took and how many touches and people it took', () => {
  equal(plain(view().title), 'Van Dalen Cold Chain signed after 185 days, three touches and two people.');
});

test('what they say and what was tracked are both kept', () => {
  equal(
    plain(view({ selfReported: 'Met you in Antwerp.' }).scope),
    'They say: “Met you in Antwerp.” Tracked first touch: clicked a search ad. Both are kept.',
  );
});

test('touches that count are numbered by date; others have no number and no share', () => {
  const { touches, sums } = view();
  deepEqual(
    touches.map((t) => [t.n, t.role]),
    [
      [1, 'first touch'],
      [2, 'opportunity'],
      [3, 'last touch'],
      [null, null],
    ],
  );
  equal(sums['linear'], 1);
});

test('the chain leads from the touch to the objective, and the request stands beside it', () => {
  const { chain, request } = view();
  deepEqual(
    chain.map((s) => s.link),
    ['touch', 'campaign', 'work', 'priority', 'outcome', 'objective'],
  );
  deepEqual(request, { words: 'I need shippers who will talk to us.', by: 'Diego Ferrante', on: '2026-03-03', item: 'W-1', request: null });
});

test('a touch that arrived after the close counts and is said to have moved the shares', () => {
  const late = view({ touches: [sampleTouch('1', '2025-10-14', { arrivedLate: '2026-05-06' })] });
  equal(late.touches[0]!.n, 1);
  match(late.notes.find((n) => n.code === 'arrived-late')!.text, /came with a load of 6 May 2026/);
});

test('a deal without touches says that nobody can say why it closed', () => {
  const dark = view({ touches: [], leadOn: null });
  match(plain(dark.title), /no touch that we know of/);
  ok(dark.notes.some((n) => n.code === 'dark-deal' && n.todo));
});

test('a deal whose amount is not known has none, not zero', () => {
  equal(view({ amountMinor: null }).amount, null);
});
