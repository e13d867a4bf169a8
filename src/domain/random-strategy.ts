/** Strategy and audience at random: what people might ask of direction, objectives, outcomes, KPIs and segments. */
import type { Random } from '../kernel/random.ts';
import { TESTS, type Condition, type Group } from './audience/segment.ts';
import type { Command } from './book.ts';
import { MEASURES, UNITS, type Measure, type Metric } from './strategy/metric.ts';
import type { Draw } from './random-draw.ts';

type StrategyCommand = Extract<Command, { readonly type: `${'direction' | 'objective' | 'outcome' | 'kpi' | 'segment'}/${string}` }>;
type Makers = { readonly [T in StrategyCommand['type']]: (d: Draw) => Omit<Extract<StrategyCommand, { readonly type: T }>, 'type'> };

/** A metric of any kind, seldom one that cannot be. */
export const randomMetric = ({ random, book, odd }: Draw): Metric => {
  const { pick } = random;
  const name = (): string => pick(['Won revenue', 'measure: deals won', ...book.outcome.keys(), ...book.kpi.keys(), 'nothing']);
  const formula = (): string =>
    pick([`[${name()}] / max(1, [${name()}])`, `[${name()}] + 10`, `if([${name()}] > 3, [${name()}], 0)`, `2 * [${name()}`, '1 +']);
  if (random.chance(0.15)) return { kind: 'formula', formula: formula(), unit: pick(UNITS) };
  const measure = pick(Object.keys(MEASURES) as Measure[]);
  return random.chance(0.5)
    ? { kind: 'measured', measure, unit: odd() ? 'percent' : MEASURES[measure] }
    : { kind: 'reported', unit: pick(UNITS) };
};

const condition = ({ pick, chance }: Random): Condition => {
  const test = pick(TESTS);
  const none = test === 'blank' || test === 'filled';
  const values = none && chance(0.9) ? [] : [pick(['12', '2026-01-31', 'Utility', ''])];
  return { on: pick(['account', 'contact']), field: pick(['name', 'title', 'created']), test, values };
};
const randomGroup = (random: Random, deep = 0): Group => ({
  join: random.pick(['all', 'any']),
  parts: Array.from({ length: random.whole(random.chance(0.06) ? 0 : 1, 3) }, () =>
    deep < 3 && random.chance(0.2) ? randomGroup(random, deep + 1) : condition(random),
  ),
});

const maybe = <T>(d: Draw, make: () => T): T | null => (d.random.chance(0.4) ? null : make());
const corridor = (d: Draw) => ({ low: maybe(d, d.number), high: maybe(d, d.number) });

export const STRATEGY_MAKERS: Makers = {
  'direction/word': (d) => ({ what: d.random.pick(['vision', 'mission'] as const), statement: d.text() }),
  'objective/set': (d) => ({ id: d.fresh('o'), statement: d.text(), due: d.day(), owner: d.nobody() }),
  'objective/reword': (d) => ({ id: d.objective(), statement: d.text() }),
  'objective/move-due': (d) => ({ id: d.objective(), due: d.day() }),
  'objective/hand-over': (d) => ({ id: d.objective(), owner: d.person() }),
  'objective/retire': (d) => ({ id: d.objective(), why: d.note() }),
  'outcome/add': (d) => {
    // Some are over by now, so that they can be scored.
    const { from, to } = d.random.chance(0.2) ? { from: '2025-01-01', to: '2025-09-30' } : d.span();
    const terms = { name: d.text(), metric: randomMetric(d), from, due: to, baseline: maybe(d, d.number), target: d.number() };
    return { id: d.fresh('u'), objective: d.objective(), owner: d.nobody(), ...terms };
  },
  'outcome/reword': (d) => ({ id: d.outcome(), name: d.text() }),
  'outcome/remeasure': (d) => ({ id: d.outcome(), metric: randomMetric(d), why: d.note() }),
  'outcome/move-target': (d) => ({ id: d.outcome(), target: d.number(), due: d.day(), why: d.note() }),
  'outcome/correct-baseline': (d) => ({ id: d.outcome(), baseline: d.number(), why: d.note() }),
  'outcome/hand-over': (d) => ({ id: d.outcome(), owner: d.person() }),
  'outcome/link': (d) => ({ id: d.outcome(), objective: d.objective() }),
  'outcome/check-in': (d) => ({ id: d.outcome(), value: d.number(), on: d.day(), note: maybe(d, d.note) }),
  'outcome/state-confidence': (d) => ({ id: d.outcome(), percent: d.random.whole(-1, 110), on: d.day(), note: maybe(d, d.note) }),
  'outcome/score': (d) => ({
    id: d.outcome(),
    value: maybe(d, d.number),
    score: maybe(d, () => d.random.whole(-1, 11) / 10),
    note: maybe(d, d.note),
  }),
  'outcome/retire': (d) => ({ id: d.outcome(), why: d.note() }),
  'kpi/set': (d) => ({
    id: d.fresh('k'),
    name: d.text(),
    metric: randomMetric(d),
    overDays: d.random.whole(0, 400),
    owner: d.nobody(),
    ...corridor(d),
  }),
  'kpi/reword': (d) => ({ id: d.kpi(), name: d.text() }),
  'kpi/remeasure': (d) => ({ id: d.kpi(), metric: randomMetric(d), overDays: 91, why: d.note() }),
  'kpi/move-corridor': (d) => ({ id: d.kpi(), ...corridor(d), why: d.note() }),
  'kpi/hand-over': (d) => ({ id: d.kpi(), owner: d.person() }),
  'kpi/check-in': (d) => ({ id: d.kpi(), value: d.number(), on: d.day(), note: maybe(d, d.note) }),
  'kpi/retire': (d) => ({ id: d.kpi(), why: d.note() }),
  'segment/define': (d) => ({ id: d.fresh('s'), name: d.text(), of: d.random.pick(['account', 'contact']), where: randomGroup(d.random) }),
  'segment/redefine': (d) => ({ id: d.segment(), of: d.random.pick(['account', 'contact']), where: randomGroup(d.random) }),
  'segment/reword': (d) => ({ id: d.segment(), name: d.text() }),
  'segment/retire': (d) => ({ id: d.segment(), why: d.note() }),
};
