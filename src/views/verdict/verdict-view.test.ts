import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Criteria, Look as Told, Measure } from '../../domain/campaign/criteria.ts';
import { addDays } from '../../kernel/day.ts';
import type { EvidenceDay } from './evidence-days.ts';
import type { VerdictInput } from './verdict-input.ts';
import { verdictView } from './verdict-view.ts';

const hand = (name: string) => ({ what: 'hand', name }) as const;
const REPLIES: Measure = {
  kind: 'share',
  better: 'more',
  of: hand('replies that ask for something'),
  outOf: hand('messages sent'),
  relative: false,
};
const criteria: Criteria = {
  measure: REPLIES,
  scale: 0.08,
  abort: 0.05,
  minimum: 150,
  deadline: '2026-05-15',
  error: 0.1,
  guardrails: [{ measure: { ...REPLIES, better: 'less', of: hand('opt-outs') }, limit: 0.03 }],
};
const arm = (n: number, of: number) => ({ n, of, ofSquares: null, outOf: null, outOfSquares: null, products: null });
const look = (on: string, n: number, of: number, out: number, more: Partial<Told> = {}): Told => ({
  on,
  arms: [arm(n, of)],
  guards: [[arm(n, out)]],
  spent: null,
  correction: null,
  by: 'p_samir',
  at: `${on}T10:00:00.000Z`,
  ...more,
});
const WAVE = [
  look('2026-04-29', 150, 14, 1),
  look('2026-05-04', 200, 19, 2),
  look('2026-05-07', 250, 23, 3),
  look('2026-05-11', 300, 31, 4),
];
const input: VerdictInput = {
  criteria,
  variants: [{ name: 'Outreach', weight: 1 }],
  randomised: false,
  told: WAVE,
  measured: null,
  guarded: [null],
  lag: null,
  currency: 'EUR',
  today: '2026-05-12',
};

void test('the finding and why it stands name a threshold to its last digit', () => {
  const odd: VerdictInput = {
    ...input,
    criteria: { ...criteria, scale: 0.125, abort: 0.0405, guardrails: [{ ...criteria.guardrails[0]!, limit: 0.0004 }] },
    told: [look('2026-05-11', 600, 150, 20)],
  };
  const broken = verdictView(odd);
  match(broken.why.join(' '), /opt-outs are over 0\.04 %/);
  match(broken.guards[0]!.text, /at most 0\.04 % wanted/);
  match(verdictView({ ...odd, criteria: { ...odd.criteria, guardrails: [] }, guarded: [] }).title, /25 %, surely above 12\.5 %$/);
  match(verdictView({ ...odd, told: [look('2026-05-11', 160, 15, 0)] }).why.join(' '), /Neither above 12\.5 % nor below 4\.05 %/);
});

void test('31 of 300 against 8 %: a plain look is 94 % sure, the rule that holds at every look keeps going', () => {
  const view = verdictView(input);
  equal(view.word, 'keep-going');
  equal(view.title, 'Keep going: 31 of 300, 10.3 %');
  ok(Math.abs(view.plainly!.chance - 0.94) < 0.015, String(view.plainly!.chance));
  match(view.plainly!.text, /That does not decide/);
  deepEqual(
    view.looks.map(({ n, said }) => [n, said]),
    [150, 200, 250, 300].map((n) => [n, 'keep-going']),
  );
  ok(view.now!.low! < 0.08 && view.now!.high! > 0.103);
  match(view.ahead!, /about \d+ more cases would let the rule say scale/);
  match(view.shows, /^Not randomised/);
  equal(view.guards[0]!.broken, false);
});

void test('once crossed it stays crossed; after the deadline nothing crosses; a broken guardrail asks for people', () => {
  const far = [...WAVE, look('2026-05-13', 400, 60, 5)];
  const scaled = verdictView({ ...input, told: far, today: '2026-05-14' });
  equal(scaled.word, 'scale');
  match(scaled.title, /^Scale it: 60 of 400, 15 %/);
  equal(verdictView({ ...input, told: [...far, look('2026-05-14', 3000, 60, 5)], today: '2026-05-14' }).word, 'review', 'both crossed');
  const tired = verdictView({ ...input, told: [...far, look('2026-05-14', 440, 60, 5)], today: '2026-06-01' });
  equal(tired.word, 'scale');
  match(tired.why[1]!, /a threshold once crossed stays crossed/);
  const late = verdictView({ ...input, told: [...WAVE, look('2026-05-16', 400, 60, 5)], today: '2026-05-16' });
  equal(late.code, 'deadline-passed');
  equal(verdictView({ ...input, told: [look('2026-05-01', 300, 4, 2)] }).word, 'abort');
  const harmed = verdictView({ ...input, told: [look('2026-05-01', 300, 60, 30)] });
  equal(harmed.code, 'guard-broken');
  equal(harmed.guards[0]!.broken, true);
});

void test('counts that go back ask for a correction; one that says so takes away what was wrong', () => {
  const back = look('2026-05-12', 280, 20, 4);
  equal(verdictView({ ...input, told: [...WAVE, back] }).code, 'went-back');
  const right = verdictView({ ...input, told: [...WAVE, { ...back, correction: 'n_forwarded' }] });
  equal(right.word, 'keep-going');
  deepEqual(
    right.looks.map(({ n }) => n),
    [150, 200, 280],
  );
});

const day = (i: number, n: number, hits: number, ripe: number, ripeHits: number): EvidenceDay => ({
  variant: 0,
  day: addDays('2026-01-01', i),
  n,
  hits,
  happened: hits,
  minor: hits * 100_000,
  squares: hits * 1e10,
  ripe_n: ripe,
  ripe_hits: ripeHits,
  ripe_happened: ripeHits,
  ripe_minor: ripeHits * 100_000,
  ripe_squares: ripeHits * 1e10,
});

void test('too few is said only by cases old enough to have brought something, enough is said at any age', () => {
  const won: Measure = { kind: 'share', better: 'more', of: { what: 'won' }, outOf: { what: 'lead' }, relative: false };
  const lag = {
    fit: {
      timing: 'whole-days',
      never: 0.9,
      edge: false,
      come: { family: 'weibull', location: Math.log(150), spread: 0.7, q: 0 },
      lost: null,
    },
    half: 140,
    n: 900,
    came: 80,
    from: 'lead',
    to: 'won',
  } as const;
  const young: VerdictInput = {
    ...input,
    criteria: { ...criteria, measure: won, guardrails: [], deadline: '2026-12-31' },
    told: [],
    guarded: [],
    lag,
    today: '2026-02-01',
    measured: { days: [day(0, 400, 0, 0, 0)], wait: 300, share: 0.9 },
  };
  const early = verdictView(young);
  equal(early.word, 'keep-going');
  ok(early.late!.early && early.late!.expected! < 0.2);
  match(early.late!.text, /^Too early: half of deals won comes after 140 days/);
  // No case is old enough to say how low it is: none of 400 so far rules nothing out above.
  equal(early.now!.high, null);
  equal(
    verdictView({
      ...young,
      measured: { days: [day(0, 400, 0, 0, 0), day(300, 0, 0, 400, 0)], wait: 300, share: 0.9 },
      today: '2026-11-01',
    }).word,
    'abort',
  );
  equal(verdictView({ ...young, measured: { days: [day(0, 400, 60, 0, 0)], wait: 300, share: 0.9 } }).word, 'scale');
  equal(verdictView({ ...young, lag: null, measured: { days: [day(0, 400, 0, 0, 0)], wait: null, share: 0.9 } }).word, 'keep-going');
});

void test('variants that were drawn are compared with the first; shares that went wrong stop it', () => {
  const two: VerdictInput = {
    ...input,
    criteria: { ...criteria, measure: { ...REPLIES, relative: true }, scale: 0.1, abort: 0, guardrails: [], minimum: 500 },
    variants: [
      { name: 'A', weight: 1 },
      { name: 'B', weight: 1 },
    ],
    randomised: true,
    guarded: [],
    told: [{ ...WAVE[0]!, arms: [arm(1000, 100), arm(1010, 190)], guards: [] }],
  };
  const better = verdictView(two);
  equal(better.word, 'scale');
  match(better.title, /^Scale it: “B” has 88 % more than “A”/);
  equal(better.ratio!.alarm, 'none');
  const skewed = verdictView({ ...two, told: [{ ...two.told[0]!, arms: [arm(1000, 100), arm(1200, 230)] }] });
  equal(skewed.code, 'sample-ratio');
  equal(skewed.ratio!.alarm, 'stop');
});

const counts = fc.tuple(fc.nat(3000), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true }));
const measures = fc.constantFrom<Measure>(
  REPLIES,
  { ...REPLIES, kind: 'count' },
  { ...REPLIES, kind: 'ratio', of: { what: 'spend' }, better: 'less' },
  { ...REPLIES, relative: true },
  { ...REPLIES, kind: 'mean' },
);
const inputs = fc
  .record({
    measure: measures,
    scale: fc.double({ min: 0.02, max: 0.6, noNaN: true }),
    apart: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    minimum: fc.integer({ min: 1, max: 600 }),
    error: fc.constantFrom(0.01, 0.05, 0.1, 0.2, 0.4),
    arms: fc.integer({ min: 1, max: 3 }),
    randomised: fc.boolean(),
    looks: fc.array(fc.array(counts, { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
    today: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ measure, scale, apart, minimum, error, arms, randomised, looks, today }): VerdictInput => {
    const less = measure.better === 'less';
    const sums = Array.from({ length: 3 }, () => [0, 0, 0]);
    return {
      ...input,
      criteria: { ...criteria, measure, scale: less ? scale * apart : scale, abort: less ? scale : scale * apart, minimum, error },
      variants: ['A', 'B', 'C'].slice(0, arms).map((name, i) => ({ name, weight: i + 1 })),
      randomised,
      told: looks.map((more, i) => {
        more.forEach(([n, share, bad], j) => {
          const at = sums[j]!;
          at[0]! += n;
          at[1]! += Math.round(n * share);
          at[2]! += Math.round(n * bad);
        });
        const told = sums.slice(0, arms);
        return {
          ...WAVE[0]!,
          on: addDays('2026-04-20', i * 3),
          arms: told.map(([n, of]) => ({ ...arm(n!, of!), ofSquares: of! * 1.5 })),
          guards: [told.map(([n, , bad]) => arm(n!, bad!))],
        };
      }),
      today: addDays('2026-04-20', today),
    };
  });

void test('through JSON and back it is the same verdict, and a verdict is plain JSON itself', () => {
  fc.assert(
    fc.property(inputs, (given) => {
      const here = verdictView(given);
      const there = verdictView(JSON.parse(JSON.stringify(given)) as VerdictInput);
      deepEqual(there, here);
      deepEqual(JSON.parse(JSON.stringify(here)), here);
      if (here.word === 'scale' || here.word === 'abort') ok(here.decidedOn !== null && here.decidedOn <= given.criteria.deadline);
    }),
    { numRuns: 300 },
  );
});
