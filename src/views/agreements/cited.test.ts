import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../kernel/answer.ts';
import { citedFrom, citedNow, sinceThen } from './cited.ts';

const answer = (minor: number | null, n = 19): Answer => ({
  question: 'measures',
  company: 'Lademar',
  asOf: '2026-05-12',
  loads: [1, 4],
  definition: 'Won revenue.',
  rows: [
    { key: 'won revenue', n, value: minor === null ? null : { minor, currency: 'EUR' } },
    { key: 'lag', n, median: { value: 84.5, low: 70, high: 99 }, rate: 0.171 },
  ],
  total: { key: 'total', n },
  coverage: { have: 18, of: 20, missing: [{ why: 'without an amount', n: 2 }] },
  findings: [],
});
const asked = (row: string, figure: string) => ({ name: 'measures', parameters: [{ name: 'since', value: '2026-04-01' }], row, figure });

test('a figure is frozen with its date, its coverage and its loads', () =>
  deepEqual(citedFrom(answer(142_000_000), asked('won revenue', 'value'), 'Won revenue this quarter'), {
    what: 'Won revenue this quarter',
    shown: '€1,420,000',
    value: 142_000_000,
    low: null,
    high: null,
    unit: 'money',
    currency: 'EUR',
    askedBy: asked('won revenue', 'value'),
    coverage: { have: 18, of: 20 },
    asOf: '2026-05-12',
    loads: [1, 4],
  }));
test('estimates keep their interval; shares, days and counts their unit', () => {
  const lag = citedFrom(answer(1), asked('lag', 'median'), null)!;
  deepEqual([lag.value, lag.low, lag.high, lag.unit], [84.5, 70, 99, 'days']);
  deepEqual(
    [citedFrom(answer(1), asked('lag', 'rate'), null)!.unit, citedFrom(answer(1), asked('lag', 'rate'), null)!.shown],
    ['share', '17 %'],
  );
  equal(citedFrom(answer(1), asked('total', 'n'), null)!.shown, '19');
});
test('where the name of a figure does not say its unit, now is in the unit that was frozen', () => {
  const now = { ...answer(1), total: { key: 'total', n: 19, value: { value: 0.078, low: 0.06, high: 0.1 } } };
  const then = { ...citedFrom(now, asked('total', 'value'), 'Replies')!, value: 0.15, unit: 'share' as const };
  const found = citedNow(now, then)!;
  deepEqual([found.unit, found.shown, sinceThen(then, found)?.text], ['share', '7.8 %', '7.2 % less than then']);
});
test('what is not known is not 0', () => equal(citedFrom(answer(null), asked('won revenue', 'value'), null)!.shown, 'not known'));
test('what an answer does not have cannot be cited', () => {
  equal(citedFrom(answer(1), asked('nowhere', 'n'), null), null);
  equal(citedFrom(answer(1), asked('total', 'key'), null), null);
});
test('then and now are compared in the same unit, and the frozen value stays', () => {
  const then = citedFrom(answer(142_000_000), asked('won revenue', 'value'), 'Won revenue')!;
  const now = citedNow(answer(150_400_000), then)!;
  deepEqual(sinceThen(then, now), { text: '€84,000 more than then', changed: true });
  deepEqual(sinceThen(then, citedNow(answer(142_000_000), then)!), { text: 'as then', changed: false });
  equal(sinceThen(then, citedNow(answer(null), then)!), null);
  equal(then.value, 142_000_000);
});
