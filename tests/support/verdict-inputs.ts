/** Random inputs of a verdict, seeded: every kind of measure, told and counted, one to five variants, guardrails, late outcomes. */
import type { Arm, Counted, Look, Measure } from '../../src/domain/campaign/criteria.ts';
import { addDays, type Day } from '../../src/kernel/day.ts';
import { random, type Random } from '../../src/kernel/random.ts';
import type { EvidenceDay } from '../../src/views/verdict/evidence-days.ts';
import type { CountedFacts } from '../../src/views/verdict/series.ts';
import type { LagSaid, VerdictInput } from '../../src/views/verdict/verdict-input.ts';

const START = '2026-03-02';
const LAG: LagSaid = {
  fit: {
    timing: 'whole-days',
    never: 0.6,
    edge: false,
    come: { family: 'weibull', location: Math.log(150), spread: 0.7, q: 0 },
    lost: null,
  },
  half: 140,
  n: 900,
  came: 200,
  from: 'lead',
  to: 'won',
};

export const verdictInput = (seed: string): VerdictInput => {
  const r = random(`verdict input ${seed}`);
  const kind = r.pick(['share', 'count', 'mean', 'ratio'] as const);
  const byHand = r.chance(0.5);
  const arms = r.pick([1, 1, 2, 2, 3, 5]);
  const measure: Measure = { kind, better: r.pick(['more', 'less']), ...counted(kind, byHand, r), relative: arms > 1 && r.chance(0.5) };
  const rate = kind === 'share' ? 0.01 + 0.5 * r.next() : kind === 'count' ? 0.05 + 2 * r.next() : 1000 + 90_000 * r.next();
  const [low, high] = measure.relative
    ? [0.1 * r.next() - 0.1, 0.05 + 0.2 * r.next()]
    : [rate * (0.5 + 0.4 * r.next()), rate * (0.9 + 0.5 * r.next())];
  const looks = r.whole(0, 12);
  const days = Array.from({ length: looks }, (_, i) => addDays(START, 3 * i + r.whole(0, 2)));
  const late = !byHand && r.chance(0.5);
  const guard: Measure = {
    kind: 'share',
    better: 'less',
    of: { what: 'hand', name: 'opt-outs' },
    outOf: { what: 'hand', name: 'cases' },
    relative: false,
  };
  const guarded = byHand && r.chance(0.4);
  return {
    criteria: {
      measure,
      scale: measure.better === 'more' ? high : low,
      abort: measure.better === 'more' ? low : high,
      minimum: r.whole(5, 400),
      deadline: addDays(START, r.whole(5, 60)),
      error: r.pick([0.01, 0.05, 0.1, 0.25]),
      guardrails: guarded ? [{ measure: guard, limit: 0.03 }] : [],
    },
    variants: Array.from({ length: arms }, (_, i) => ({ name: `Variant ${i + 1}`, weight: r.whole(1, 3) })),
    randomised: arms > 1 && r.chance(0.7),
    told: byHand ? toldLooks(measure, arms, guarded, rate, days, r) : [],
    measured: byHand ? null : factsOf(arms, rate, days, r, late ? r.pick([null, 20, 60]) : 14, late),
    guarded: guarded ? [null] : [],
    lag: late ? LAG : null,
    currency: r.pick(['EUR', 'JPY', null]),
    today: addDays(START, r.whole(0, 90)),
  };
};

const counted = (kind: Measure['kind'], byHand: boolean, r: Random): { readonly of: Counted; readonly outOf: Counted } => {
  if (byHand) return { of: { what: 'hand', name: 'what comes' }, outOf: { what: 'hand', name: 'cases' } };
  const outOf: Counted = r.pick([{ what: 'touch', kind: 'sent' }, { what: 'lead' }] as const);
  if (kind === 'ratio') return { of: { what: 'spend' }, outOf };
  if (kind === 'mean') return { of: { what: 'revenue' }, outOf };
  return { of: r.pick([{ what: 'won' }, { what: 'opportunity' }, { what: 'stage', stage: 'Demo' }] as const), outOf };
};

const toldLooks = (measure: Measure, arms: number, guarded: boolean, rate: number, days: readonly Day[], r: Random): Look[] => {
  const own = Array.from({ length: arms }, () => ({
    n: 0,
    of: 0,
    ofSquares: 0,
    outOf: 0,
    outOfSquares: 0,
    products: 0,
    bad: 0,
    rate: rate * (0.6 + 0.8 * r.next()),
  }));
  const badRate = r.pick([0.01, 0.12]);
  return days.map((on, i) => {
    for (const arm of own)
      for (let left = r.whole(0, 150); left > 0; left--) {
        const x = 1 + r.whole(0, 2);
        const y =
          measure.kind === 'share'
            ? Number(r.chance(Math.min(0.95, arm.rate)))
            : measure.kind === 'count'
              ? Math.floor(-Math.log(1 - r.next()) * arm.rate + 0.5)
              : Math.round(-Math.log(1 - r.next()) * arm.rate * (measure.kind === 'ratio' ? x : 1));
        arm.n++;
        arm.of += y;
        arm.ofSquares += y * y;
        arm.outOf += x;
        arm.outOfSquares += x * x;
        arm.products += x * y;
        if (r.chance(badRate)) arm.bad++;
      }
    const said = ({ n, of, ofSquares, outOf, outOfSquares, products }: (typeof own)[number]): Arm => ({
      n,
      of,
      ofSquares,
      outOf,
      outOfSquares,
      products,
    });
    const bad = ({ n, bad: of }: (typeof own)[number]): Arm => ({
      n,
      of,
      ofSquares: null,
      outOf: null,
      outOfSquares: null,
      products: null,
    });
    return {
      on,
      arms: own.map(said),
      guards: guarded ? [own.map(bad)] : [],
      spent: null,
      correction: null,
      by: 'p_samir',
      at: `${addDays(START, i)}T10:00:00.000Z`,
    };
  });
};

const factsOf = (arms: number, rate: number, days: readonly Day[], r: Random, wait: number | null, late: boolean): CountedFacts => ({
  wait,
  share: late ? 0.9 : 1,
  days: days.flatMap((day) =>
    Array.from({ length: arms }, (_, variant): EvidenceDay => {
      const [n, ripe] = [r.whole(0, 120), r.whole(0, 60)];
      const come = (cases: number): readonly [number, number, number] => {
        const hits = Math.round(cases * Math.min(0.9, rate > 1 ? 0.2 : rate) * r.next());
        return [hits, Math.round(hits * 1000 * (1 + r.next())), hits * 1_500_000];
      };
      const [[hits, minor, squares], [ripeHits, ripeMinor, ripeSquares]] = [come(n), come(ripe)];
      return {
        variant,
        day,
        n,
        hits,
        happened: hits,
        minor,
        squares,
        ripe_n: ripe,
        ripe_hits: ripeHits,
        ripe_happened: ripeHits,
        ripe_minor: ripeMinor,
        ripe_squares: ripeSquares,
      };
    }),
  ),
});
