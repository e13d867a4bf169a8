import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { splitMinor } from '../../src/kernel/money.ts';
import { plainJourney, type Journey } from '../../src/models/attribution/journey.ts';
import { lastUpTo } from '../../src/models/attribution/key-touches.ts';
import { MODELS, type Model } from '../../src/models/attribution/models.ts';
import { splitInto } from '../../src/models/attribution/split.ts';
import { halfLifeOf } from '../../src/models/attribution/time-decay.ts';
import { creditMinor, weights } from '../../src/models/attribution/weights.ts';
import { shared, testShared } from '../support/shared.ts';

/** The independent program's names of seven of ours. */
const THEIRS = {
  first: 'first',
  last: 'last',
  linear: 'linear',
  'u-first-last': 'u_40_20_40',
  'w-hubspot': 'w_30_30_30_10',
  'time-decay-7': 'time_decay_7d',
  'last-non-direct': 'last_non_direct',
} as const;
const SEVEN = Object.keys(THEIRS) as (keyof typeof THEIRS)[];
type Their = (typeof THEIRS)[keyof typeof THEIRS];

type Small = {
  readonly b2b_300: {
    readonly direct_channel: number;
    readonly touches: { readonly rows: readonly (readonly [id: number, deal: number, at: number, channel: number])[] };
    readonly opps: {
      readonly rows: readonly (readonly [
        id: number,
        first: number,
        lead: number,
        opened: number,
        close: number,
        status: number,
        amount: number,
      ])[];
    };
    readonly expected: {
      readonly conversions: { readonly [M in Their]: readonly number[] };
      readonly value: { readonly [M in Their]: readonly number[] };
      readonly per_journey_credits: readonly {
        readonly opp_id: number;
        readonly touch_ids: readonly number[];
        readonly credits: { readonly [M in Their]: readonly number[] };
      }[];
    };
  };
};
type Heuristic = {
  readonly expected: { readonly heuristic: readonly { readonly channel_name: string; readonly [column: string]: string | number }[] };
};

const read = <T>(path: string): T => JSON.parse(readFileSync(shared(path), 'utf8')) as T;
const small = (): Small['b2b_300'] => read<Small>('vectors/attribution_small.json').b2b_300;
/** 1e-9, the tolerance the vectors state: both sides are sums of doubles in different orders. */
const near = (got: number, want: number, what = ''): void =>
  ok(Math.abs(got - want) <= 1e-9 * Math.max(1, Math.abs(want)), `${got} is not ${want} ${what}`);

const wonJourneys = ({ touches, opps, direct_channel }: Small['b2b_300']) =>
  opps.rows
    .filter(([, , , , , status]) => status === 1)
    .flatMap(([id, , lead, opened, close, , amount]) => {
      const path = touches.rows.filter((t) => t[1] === id).toSorted((a, b) => a[2] - b[2] || a[0] - b[0]);
      if (path.length === 0) return [];
      const times = path.map((t) => t[2]);
      const journey: Journey = {
        n: path.length,
        lead: lastUpTo(times, 0, times.length, lead),
        opened: lastUpTo(times, 0, times.length, opened),
        nonDirect: path.findLastIndex((t) => t[3] !== direct_channel),
        ages: times.map((at) => (close - at) / 86_400),
        from: 0,
      };
      return [{ id, journey, amount, ids: path.map((t) => t[0]), channels: path.map((t) => t[3]) }];
    });

testShared('weights of 25 published journeys are those of the independent program, under seven models', () => {
  const vectors = small();
  const ours = new Map(wonJourneys(vectors).map((j) => [j.id, j]));
  for (const { opp_id, touch_ids, credits } of vectors.expected.per_journey_credits) {
    const { journey, ids } = ours.get(opp_id)!;
    deepEqual(ids, touch_ids);
    for (const model of SEVEN)
      weights(model, journey).forEach((w, i) => near(w, credits[THEIRS[model]][i]!, `${model}, deal ${opp_id}, touch ${i}`));
  }
});

testShared('credits of 300 generated deals are those of the independent program, channel by channel, under seven models', () => {
  const vectors = small();
  const deals = wonJourneys(vectors);
  for (const model of SEVEN) {
    const conversions = Array.from({ length: 24 }, () => 0);
    const value = Array.from({ length: 24 }, () => 0);
    for (const { journey, amount, channels } of deals)
      weights(model, journey).forEach((w, i) => {
        conversions[channels[i]!]! += w;
        value[channels[i]!]! += w * amount;
      });
    conversions.forEach((c, channel) => near(c, vectors.expected.conversions[THEIRS[model]][channel]!, model));
    value.forEach((v, channel) => near(v, vectors.expected.value[THEIRS[model]][channel]!, model));
  }
});

testShared('first, last and linear over 10,000 paths are those of ChannelAttribution', () => {
  const { expected } = read<Heuristic>('vectors/attribution_pathdata_markov_heuristic.json');
  const [, ...lines] = gunzipSync(readFileSync(shared('data/pathdata/data.csv.gz')))
    .toString('utf8')
    .trim()
    .split(/\r?\n/);
  const sums = new Map<string, number>();
  for (const line of lines) {
    const [path, conversions, value] = line.split(',');
    const steps = path!.split(' > ');
    for (const model of ['first', 'last', 'linear'] as const)
      weights(model, steps.length).forEach((w, i) => {
        for (const [what, amount] of [
          ['conversions', conversions],
          ['value', value],
        ] as const) {
          const key = `${model}_touch_${what}/${steps[i]}`;
          sums.set(key, (sums.get(key) ?? 0) + w * Number(amount));
        }
      });
  }
  for (const row of expected.heuristic)
    for (const model of ['first', 'last', 'linear'])
      for (const what of ['conversions', 'value'])
        near(sums.get(`${model}_touch_${what}/${row.channel_name}`) ?? 0, Number(row[`${model}_touch_${what}`]));
});

/** Any journey: milestones may coincide, be missing, or stand anywhere. */
const journeys: fc.Arbitrary<Journey> = fc.integer({ min: 1, max: 60 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    lead: fc.integer({ min: -1, max: n - 1 }),
    opened: fc.integer({ min: -1, max: n - 1 }),
    nonDirect: fc.integer({ min: -1, max: n - 1 }),
    ages: fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: n, maxLength: n }).map((ages) => ages.toSorted((a, b) => b - a)),
    from: fc.constant(0),
  }),
);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

test('under every model the weights of any journey sum to one, and the money to the deal in whole minor units, credit notes too', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MODELS),
      journeys,
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.integer({ min: 1, max: 400 }),
      (model, journey, minor, halfLife) => {
        const parts = creditMinor(model, minor, journey, halfLife);
        equal(sum(parts), minor);
        ok(parts.every((part) => Number.isInteger(part) && Math.sign(part) * Math.sign(minor) >= 0));
        const shares = weights(model, journey, halfLife);
        near(sum(shares), 1);
        ok(shares.every((w) => w >= 0 && w <= 1 + 1e-12));
        deepEqual(
          creditMinor(model, -minor, journey, halfLife).map((part) => -part || 0),
          parts.map((part) => part || 0),
        );
      },
    ),
  );
});

test('the split of a pass is that of the kernel, to the last unit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 80 }).filter((w) => sum(w) > 1e-6),
      (minor, shares) => {
        const out = new Float64Array(shares.length);
        splitInto(minor, Float64Array.from(shares), shares.length, out);
        deepEqual([...out], splitMinor(minor, shares));
      },
    ),
  );
});

const percent = (model: Model, over: Partial<Journey> & { readonly n: number }): number[] =>
  weights(model, { ...plainJourney(over.n), ...over }, 30).map((w) => Math.round(w * 1e6) / 1e4);

test('each convention gives its published shares where all key touches are apart', () => {
  const journey = { n: 6, lead: 2, opened: 4, nonDirect: 3 };
  deepEqual(percent('last-non-direct', journey), [0, 0, 0, 100, 0, 0]);
  deepEqual(percent('u-hubspot', journey), [40, 5, 40, 5, 5, 5]);
  deepEqual(percent('u-marketo', journey), [50, 0, 50, 0, 0, 0]);
  deepEqual(percent('u-first-last', journey), [40, 5, 5, 5, 5, 40]);
  deepEqual(percent('w-hubspot', journey), [30, 3.3333, 30, 3.3333, 30, 3.3333]);
  deepEqual(percent('w-marketo', journey), [30, 5, 30, 5, 30, 0]);
  deepEqual(percent('full-path', journey), [22.5, 5, 22.5, 5, 22.5, 22.5]);
  deepEqual(percent('j', journey), [20, 5, 5, 5, 5, 60]);
  deepEqual(percent('inverse-j', journey), [60, 5, 5, 5, 5, 20]);
});

test('one touch gets all, two share 50/50 under 40/20/40, as in the published SQL of Snowplow', () => {
  for (const model of MODELS) deepEqual(percent(model, { n: 1, lead: 0, opened: 0, nonDirect: 0 }), [100], model);
  deepEqual(percent('u-first-last', { n: 2 }), [50, 50]);
  deepEqual(percent('u-first-last', { n: 3 }), [40, 20, 40]);
  deepEqual(percent('u-first-last', { n: 5 }), [40, 6.6667, 6.6667, 6.6667, 40]);
});

test('a touch that is several key touches gets the sum of their shares', () => {
  deepEqual(percent('u-hubspot', { n: 3, lead: 0 }), [80, 10, 10]);
  deepEqual(percent('w-hubspot', { n: 3, lead: 0, opened: 0 }), [90, 5, 5]);
  deepEqual(percent('full-path', { n: 4, lead: 1, opened: 3 }), [22.5, 22.5, 10, 45]);
});

test('a share that finds no touch goes to the others in proportion', () => {
  // No others: 30 + 30 + 30 of 90.
  deepEqual(percent('w-hubspot', { n: 3, lead: 1, opened: 2 }), [33.3333, 33.3333, 33.3333]);
  // Nobody knows when the lead came to be: 40 first and 20 for the rest, of 60.
  deepEqual(percent('u-hubspot', { n: 3 }), [66.6667, 16.6667, 16.6667]);
  deepEqual(percent('u-marketo', { n: 3 }), [100, 0, 0]);
  // Marketo's W has others only between its key touches: here there are none.
  deepEqual(percent('w-marketo', { n: 4, lead: 1, opened: 2 }), [33.3333, 33.3333, 33.3333, 0]);
  deepEqual(percent('full-path', { n: 2 }), [50, 50]);
});

test('the last touch up to a milestone is found, and none before it is none', () => {
  deepEqual(
    [5, 10, 12, 30, 4, null].map((moment) => lastUpTo([5, 10, 10, 20], 0, 4, moment)),
    [0, 2, 2, 3, -1, -1],
  );
  equal(lastUpTo([1, 2, 5, 10], 2, 2, 9), 0);
});

test('where every touch was direct, last non-direct is the last', () => {
  deepEqual(percent('last-non-direct', { n: 3, nonDirect: -1 }), [0, 0, 100]);
});

test('a touch one half-life nearer to the close gets twice as much, however long ago all were', () => {
  deepEqual(percent('time-decay', { n: 2, ages: [30, 0] }), [33.3333, 66.6667]);
  deepEqual(percent('time-decay', { n: 2, ages: [900_030, 900_000] }), [33.3333, 66.6667]);
  deepEqual(percent('time-decay-7', { n: 3, ages: [14, 7, 0] }), [14.2857, 28.5714, 57.1429]);
});

test('the half-life is a quarter of the measured cycle, and none on fewer than twenty deals', () => {
  deepEqual(
    [halfLifeOf(120, 20), halfLifeOf(185, 400), halfLifeOf(1, 50), halfLifeOf(120, 19), halfLifeOf(null, 50)],
    [30, 46, 1, null, null],
  );
});

test('a cent that does not divide goes to the earliest touches', () => {
  deepEqual(creditMinor('linear', 100, 3), [34, 33, 33]);
  deepEqual(creditMinor('linear', -100, 3), [-34, -33, -33]);
  deepEqual(creditMinor('linear', 2, 3), [1, 1, 0]);
  deepEqual(creditMinor('first', 999, 3), [999, 0, 0]);
  deepEqual(creditMinor('last', 999, 1), [999]);
});

test('a deal without touches has no weights', () => {
  throws(() => weights('linear', 0), RangeError);
});
