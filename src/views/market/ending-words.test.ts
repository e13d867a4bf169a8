import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { given, type Asked } from '../../domain/given.ts';
import { PLANNED, planned } from '../../domain/given-blueprint.ts';
import { looked, MICRO, RUNNING, take } from '../../domain/given-campaign.ts';
import { abortFrees, cameFree, overspent, scaleTakes, wouldFree } from './ending-words.ts';

const item = (id: string, sizeDays: number): Asked => [
  'p_ben',
  {
    type: 'item/add',
    id: `w_${id}`,
    title: id,
    priority: null,
    owner: null,
    sizeDays,
    request: null,
    foundational: null,
    on: '2026-02-02',
  },
];
const frees = (...asked: readonly Asked[]): readonly string[] => {
  const book = given(...RUNNING, ...asked);
  return abortFrees(book, book.campaign.get(MICRO)!);
};

test('an abort says beforehand what goes back, what comes free and what drops in: the same that it then does', () => {
  const asked = [item('big', 5), item('small', 2), looked(200, 2, { spentMinor: 30_000 }), take('abort')];
  deepEqual(frees(...asked), [
    '€700 that were set aside go back to “Outreach”.',
    '3 days of work come free, and “W-3 small” drops in: the first of the Backlog that fits.',
  ]);
  const after = given(...RUNNING, ...asked, ['p_ben', { type: 'verdict/abort', id: MICRO, drop: ['w_wave'], why: 'n_no', log: 'l_end' }]);
  const ended = after.campaign.get(MICRO)!.micro!.ended!;
  deepEqual(ended.how === 'aborted' && [ended.freedMinor, ended.freedDays, ended.next], [70_000, 3, 'w_small']);
});
test('where nothing fits, nothing is left or nothing has a size, it says so', () => {
  match(frees(item('big', 5))[1]!, /nothing in the Backlog that may start fits/);
  match(frees(looked(200, 2, { spentMinor: 100_000 }))[0]!, /is spent; nothing goes back/);
  match(frees(['p_ben', { type: 'item/finish', id: 'w_wave', on: '2026-02-03' }])[1]!, /no days come free/);
});
test('a scale says how many days it takes from its quarter', () => {
  const book = given(...RUNNING);
  const [from, to] = ['2026-04-07', '2026-10-06'] as const;
  equal(scaleTakes(book, { from, to, days: 0, priority: null }), 'It brings no work into Q2 2026.');
  match(
    scaleTakes(book, { from, to, days: 4, priority: null }),
    /^It brings 4 days of work into Q2 2026, which has no Blueprint yet, so nothing is held against it/,
  );
  const next = planned('next', { period: '2026-Q3', from: '2026-07-01', to: '2026-08-01' });
  const both = given(...PLANNED, next);
  match(
    scaleTakes(both, { from, to, days: 4, priority: null }),
    /^It brings 4 days of work, spread evenly over its days: 1.9 days into Q2 2026, which has [\d.]+ days free; 2.1 days into Q3 2026, which has /,
  );
});
test('after an abort it is said what came free, and where nothing did, that', () => {
  equal(
    cameFree({ minor: 70_000, days: 3, next: 'W-3 “small”' }, 'EUR'),
    '3 days came free, €700 went back to its line, and W-3 “small” drops in',
  );
  equal(cameFree({ minor: null, days: 0, next: null }, 'EUR'), 'no days came free and nothing drops in');
  equal(cameFree({ minor: 0, days: 1, next: null }, 'EUR'), '1 day came free, no money came back, and nothing drops in');
  const book = given(...RUNNING, item('small', 2), looked(200, 2, { spentMinor: 30_000 }));
  equal(wouldFree(book, book.campaign.get(MICRO)!), '3 days came free, €700 went back to its line, and “W-2 small” drops in');
  match(frees(['p_ben', { type: 'item/finish', id: 'w_wave', on: '2026-02-03' }])[1]!, /no days come free and nothing drops in/);
});
test('more money told as spent than there was is flagged', () => {
  const said = (spentMinor: number): string | null => {
    const book = given(...RUNNING, looked(200, 2, { spentMinor }));
    return overspent(book.campaign.get(MICRO)!);
  };
  equal(said(100_000), null);
  equal(said(150_000), '€1,500 were told as spent of a budget of €1,000: €500 too much.');
  match(
    frees(looked(200, 2, { spentMinor: 150_000 }))[0]!,
    /nothing goes back\. €1,500 were told as spent of a budget of €1,000: €500 too much\./,
  );
});
