/** Intervals of credited money: those of a bootstrap written out by hand, and those of sums whose spread is known. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../../src/kernel/random.ts';
import { creditInterval, LEAST_WON } from '../../src/models/attribution/credit-interval.ts';
import { slotsOf } from '../../src/models/attribution/credit-pass.ts';
import { plainJourney } from '../../src/models/attribution/journey.ts';
import { MODELS, type Model } from '../../src/models/attribution/models.ts';
import { LEAD, OPENED, walkTo, type Walks, type Won } from '../../src/models/attribution/walks.ts';
import { creditMinor } from '../../src/models/attribution/weights.ts';

const KEYS = 3;
const HALF_LIFE = 14;
type Company = { readonly walks: Walks; readonly won: Won };

/** Deals with one to five touches on three keys; amounts spread as they do, half an order of magnitude. */
const company = (deals: number, seed: string): Company => {
  const r = random(seed);
  const touches = Array.from({ length: deals }, () => Array.from({ length: r.whole(1, 5) }, () => r.pick([0, 0, 1, 1, 1, 2])));
  const start = new Int32Array(deals + 1);
  touches.forEach((list, d) => (start[d + 1] = start[d]! + list.length));
  return {
    walks: {
      start,
      unit: Uint16Array.from(touches.flat()),
      age: Uint16Array.from(touches.flatMap((list) => list.map((_, i) => 10 * (list.length - i)))),
      bits: Uint8Array.from(touches.flat(), () => r.pick([0, LEAD | OPENED, OPENED])),
    },
    won: {
      deal: Int32Array.from({ length: deals }, (_, i) => i),
      minor: Float64Array.from({ length: deals }, () => Math.round(1_000_000 * Math.exp(0.5 * r.normal()))),
    },
  };
};

const intervalOf = ({ walks, won }: Company, models: readonly Model[], seed: string, times?: number) => {
  const keyed = { first: Int32Array.of(0, 1, 2, 3), key: Int32Array.of(0, 1, 2), keys: KEYS };
  const found = creditInterval({
    walks,
    won,
    slot: slotsOf([1, 1, 1]),
    keyed,
    keep: Int32Array.of(0, 1, 2),
    models,
    halfLife: HALF_LIFE,
    seed,
    ...(times !== undefined && { times }),
  });
  if (!found) throw new Error('too few');
  return found;
};

/** Money of each deal under each key, by the function that shares out one deal. */
const byDeal = ({ walks, won }: Company, model: Model): number[][] =>
  [...won.deal].map((d, i) => {
    const journey = plainJourney(1);
    walkTo(walks, d, journey);
    const sums = [0, 0, 0];
    creditMinor(model, won.minor[i]!, journey, HALF_LIFE).forEach((part, t) => (sums[walks.unit[walks.start[d]! + t]!]! += part));
    return sums;
  });

test('under each of the 14 models it is a bootstrap of whole deals, written out', () => {
  const made = company(60, 'by hand');
  const times = 4_000;
  const found = intervalOf(made, MODELS, 'x', times);
  MODELS.forEach((model, m) => {
    const deals = byDeal(made, model);
    const r = random(`another stream ${model}`);
    const notes = Array.from({ length: times }, () => {
      const sums = [0, 0, 0];
      for (let i = 0; i < deals.length; i += 1) r.pick(deals).forEach((part, k) => (sums[k]! += part));
      return sums;
    });
    for (let k = 0; k < KEYS; k += 1) {
      const column = notes.map((sums) => sums[k]!).toSorted((a, b) => a - b);
      const wanted = [column[Math.round(0.1 * (times - 1))]!, column[Math.round(0.9 * (times - 1))]!] as const;
      // Two sets of 4,000 draws: the standard error of a 10 % quantile is 1.71 ÷ √4,000 of the spread, of a difference √2 as much; 5 of these.
      const mean = column.reduce((sum, x) => sum + x, 0) / times;
      const spread = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / times);
      const near = 5 * Math.SQRT2 * (1.71 / Math.sqrt(times)) * spread;
      ok(Math.abs(found.low[m * 4 + k]! - wanted[0]) < near, `${model} ${k} low`);
      ok(Math.abs(found.high[m * 4 + k]! - wanted[1]) < near, `${model} ${k} high`);
    }
  });
});

test('it has the spread that the sum has over companies of the same kind, in lots too', () => {
  // Known truth: over 400 companies drawn anew, the money of a key spreads by so much. A bootstrap interval of 80 % is 2 × 1.2816 of it wide.
  for (const deals of [150, 3_000]) {
    const linear = MODELS.indexOf('linear');
    const worlds = Array.from({ length: 400 }, (_, i) => byDeal(company(deals, `world ${deals} ${i}`), 'linear'));
    const found = Array.from({ length: 12 }, (_, i) => intervalOf(company(deals, `world ${deals} ${i}`), MODELS, String(i), 200));
    for (let k = 0; k < KEYS; k += 1) {
      const sums = worlds.map((world) => world.reduce((sum, row) => sum + row[k]!, 0));
      const mean = sums.reduce((sum, x) => sum + x, 0) / sums.length;
      const spread = Math.sqrt(sums.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (sums.length - 1));
      const widths = found.map(({ low, high }) => (high[linear * 4 + k]! - low[linear * 4 + k]!) / (2 * 1.2816));
      const width = widths.reduce((sum, x) => sum + x, 0) / widths.length;
      // The spread of 400 is known to 3.5 %, the mean of 12 widths of 200 draws each to about 3 %: 15 % is three of both together.
      ok(Math.abs(width / spread - 1) < 0.15, `${deals} deals, key ${k}: ${(width / spread).toFixed(3)}`);
    }
  }
});

test('the 80 % interval of a key’s money covers what such companies bring in 144 to 173 of 200', () => {
  const truth = [0, 1, 2].map((k) => byDeal(company(60_000, 'a long time'), 'w-hubspot').reduce((sum, row) => sum + row[k]!, 0) / 60_000);
  const hits = [0, 0, 0];
  for (let i = 0; i < 200; i += 1) {
    const { low, high } = intervalOf(company(200, `covered ${i}`), ['w-hubspot'], String(i), 200);
    truth.forEach((perDeal, k) => {
      if (low[k]! <= 200 * perDeal && 200 * perDeal <= high[k]!) hits[k]! += 1;
    });
  }
  for (const hit of hits) ok(hit >= 144 && hit <= 173, `${hits.join(', ')} of 200`);
});

test('the same seed gives the same interval; few deals give none', () => {
  const made = company(80, 'again');
  deepEqual(intervalOf(made, ['linear'], 's'), intervalOf(made, ['linear'], 's'));
  const few = company(LEAST_WON - 1, 'few');
  const input = { keep: Int32Array.of(0), models: ['linear'] as const, halfLife: 7, seed: 's', slot: slotsOf([1, 1, 1]) };
  equal(creditInterval({ ...few, ...input, keyed: { first: Int32Array.of(0, 1, 2, 3), key: Int32Array.of(0, 1, 2), keys: KEYS } }), null);
});
