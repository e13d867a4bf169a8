import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import type { Arm as LookArm, Criteria, Measure } from '../../domain/campaign/criteria.ts';
import { libraryOf, pastSpread, type Learned } from './learning.ts';
import type { VerdictInput } from './verdict-input.ts';
import { verdictView } from './verdict-view.ts';

const hand = (name: string) => ({ what: 'hand', name }) as const;
const ORDERS: Measure = { kind: 'mean', better: 'more', of: hand('order value'), outOf: hand('visits'), relative: false };
const NO_RATIO = { outOf: null, outOfSquares: null, products: null };
const ran = (
  id: string,
  measure: Measure,
  n: number,
  of: number,
  ofSquares: number | null,
  ratio: Pick<LookArm, keyof typeof NO_RATIO> = NO_RATIO,
): Learned => {
  const criteria: Criteria = { measure, scale: 0.4, abort: 0.1, minimum: 10, deadline: '2026-12-31', error: 0.1, guardrails: [] };
  const input: VerdictInput = {
    criteria,
    variants: [{ name: 'One', weight: 1 }],
    randomised: false,
    told: [
      {
        on: '2026-05-01',
        arms: [{ n, of, ofSquares, ...ratio }],
        guards: [],
        spent: null,
        correction: null,
        by: 'p_ann',
        at: '2026-05-01T10:00:00.000Z',
      },
    ],
    measured: null,
    guarded: [],
    lag: null,
    currency: 'EUR',
    today: '2026-05-02',
  };
  return {
    id: `c_${id}`,
    name: id,
    channel: 'Fair',
    audience: null,
    hypothesis: null,
    startedOn: '2026-04-20',
    criteria,
    randomised: false,
    view: verdictView(input),
    taken: null,
    ended: null,
  };
};

void test('of ratios the middle is told, for their cases do not say what they are measured by', () => {
  const ratio: Measure = { ...ORDERS, kind: 'ratio', of: hand('revenue'), outOf: hand('cost') };
  // A hundred cases that are all alike.
  const told = (id: string, of: number, outOf: number): Learned =>
    ran(id, ratio, 100, of, of ** 2 / 100, { outOf, outOfSquares: outOf ** 2 / 100, products: (of * outOf) / 100 });
  const { bases } = libraryOf([told('a', 5000, 2000), told('b', 300, 200), told('c', 400, 100)], {}, 'EUR');
  deepEqual([bases[0]!.pooled, bases[0]!.campaigns], [{ value: 2.5, low: 1.5, high: 4 }, 3]);
  match(bases[0]!.text, /^2\.5, the middle of 1\.5 to 4, over three campaigns\.$/);
});

void test('levels of means stand beside rates of shares, and how widely amounts spread is taken from the past', () => {
  const share: Measure = { ...ORDERS, kind: 'share', of: hand('orders') };
  const all = [ran('a', ORDERS, 100, 200, 800), ran('b', ORDERS, 300, 300, 600), ran('c', share, 200, 20, null)];
  const { bases } = libraryOf(all, {}, 'EUR');
  deepEqual(
    bases.map(({ measure, campaigns, n, pooled }) => [measure, campaigns, n, pooled?.value]),
    [
      ['Order value for each of visits', 2, 400, 1.25],
      ['Orders, of visits', 1, 200, 0.1],
    ],
  );
  equal(bases[0]!.text, '1.25 for each of 400 over two campaigns, single ones from 1 to 2.');
  match(bases[1]!.text, /^10 % over one campaign/);
  // Both spread once their mean: the variance is 4 (n − 1 below the line) at a mean of 2, and 1 at a mean of 1.
  const past = pastSpread(all, 'order value')!;
  deepEqual([past.campaigns, past.n, Math.round(past.spread * 100) / 100], [2, 400, 1]);
  equal(pastSpread(all, 'orders, of'), null);
});

void test('the title of what was looked for says how many of all match', () => {
  const all = [ran('a', ORDERS, 100, 200, 800), ran('b', ORDERS, 300, 300, 600), { ...ran('c', ORDERS, 50, 60, 90), channel: 'Letters' }];
  match(libraryOf(all, {}, 'EUR').title, /^Three campaigns ran by frozen criteria; /);
  match(libraryOf(all, { channel: 'Letters' }, 'EUR').title, /^1 of 3 campaigns matches; /);
  match(libraryOf(all, { channel: 'Fair' }, 'EUR').title, /^2 of 3 campaigns match; /);
});
