/**
 * Fit: everything a forecast is drawn from, learnt from the past as it was known on one day.
 *
 * In    known   the past as known at the end of `day` (past.ts, knownBy)
 * Out   Fit: hazards of winning and losing by age, stage effects, the shock, amounts, the way from lead to deal, arrivals
 *
 * Deals and leads older than MEMORY days count no more: what a company was then it is not now.
 * Checked against: hazards by hand and the demo's truth (fit.test.ts); coverage on known truth (bench/forecast-truth.bench.ts).
 */
import { normalQuantile } from '../normal.ts';
import { normalDensity } from '../normal-share.ts';
import { oddsOf } from './deal-odds.ts';
import { amountPools, type AmountPools } from './amounts.ts';
import { paceOf, type Pace } from './arrivals.ts';
import { lasting, shockPosterior, type ShockWindow } from './common-shock.ts';
import { NEEDED } from './enough.ts';
import { countByAge, GROUPS, OLDEST, pooled, type ByAge, type Span } from './hazards.ts';
import { leadWay, type LeadWay } from './lead-way.ts';
import { stageOn, type Past, type PastDeal } from './past.ts';
import { NO_EFFECT, stageEffects, type StageEffect } from './stage-effect.ts';

export const MEMORY = 730;

export type Fit = {
  readonly day: number;
  readonly closing: ByAge;
  readonly win: Float64Array;
  readonly loss: Float64Array;
  /** Ends of the last LATELY days, against what the hazards by age led one to expect: how much faster it goes now. */
  readonly lately: { readonly win: Pulled; readonly loss: Pulled };
  readonly stages: ReadonlyMap<string, StageEffect>;
  readonly shock: readonly number[];
  readonly amounts: AmountPools;
  readonly leads: LeadWay | null;
  /** Deals a week that no known lead foretold; null where too few weeks are known. */
  readonly direct: Pace | null;
  /** Deals opened in each whole week, oldest first. */
  readonly weeks: readonly number[];
};

/** (happened + CALM) ÷ (expected + CALM) is how far the present is believed to differ from the years before. */
export type Pulled = { readonly happened: number; readonly expected: number };

const spanOf = (deal: PastDeal, day: number, from: number): Span => ({
  from: Math.max(0, from - deal.opened),
  to: Math.min(OLDEST, Math.max(0, (deal.closed ?? day) - deal.opened)),
  end: deal.closed === null ? 0 : deal.won ? 1 : 2,
  ago: day - (deal.closed ?? day),
});

export const fitOf = (known: Past, day: number, horizon = LATELY): Fit => {
  const from = Math.max(known.since, day - MEMORY);
  const recent = known.deals.filter((deal) => deal.closed === null || deal.closed >= from);
  const closing = countByAge(recent.map((deal) => spanOf(deal, day, from)));
  const years = { win: pooled(closing.first, closing.days), loss: pooled(closing.second, closing.days) };
  const lately = latelyOf(recent, { win: cumulated(years.win), loss: cumulated(years.loss) }, from, day);
  const [win, loss] = (['win', 'loss'] as const).map((cause) => years[cause].map((h) => Math.min(0.99, h * pullOf(lately[cause])))) as [
    Float64Array,
    Float64Array,
  ];
  const sums = { win: cumulated(win), loss: cumulated(loss) };
  const stages = stageEffects(recent, { since: from, day, cumulated: (cause, age) => sums[cause][Math.max(0, Math.min(OLDEST, age))]! });
  const weeks = weeklyOf(
    known.deals.map((d) => d.opened),
    known,
    day,
  );
  const leads = leadWay(known, day);
  const direct = leads
    ? paceOf(
        weeklyOf(
          known.deals.filter((d) => d.lead === null).map((d) => d.opened),
          known,
          day,
        ),
      )
    : paceOf(weeks);
  return {
    day,
    closing,
    win,
    loss,
    lately,
    stages,
    shock: shockOver(recent, { win, loss, stages }, { since: from, day }, horizon),
    amounts: amountPools(known.deals, day),
    leads,
    direct,
    weeks,
  };
};

const LATELY = 84;
/** So many ends' worth of belief that the present is as the years were. */
export const CALM = 12;

export const pullOf = ({ happened, expected }: Pulled): number => (happened + CALM) / (expected + CALM);

const latelyOf = (
  deals: readonly PastDeal[],
  sums: { readonly win: Float64Array; readonly loss: Float64Array },
  since: number,
  day: number,
): Fit['lately'] => {
  const begin = Math.max(since, day - LATELY);
  const found = { win: { happened: 0, expected: 0 }, loss: { happened: 0, expected: 0 } };
  for (const { opened, closed, won } of deals) {
    if (closed !== null && closed <= begin) continue;
    const last = Math.min(OLDEST, Math.max(0, (closed ?? day) - opened));
    const first = Math.min(last, Math.max(0, begin + 1 - opened));
    for (const cause of ['win', 'loss'] as const) found[cause].expected += sums[cause][last]! - (first === 0 ? 0 : sums[cause][first - 1]!);
    if (closed !== null) found[won ? 'win' : 'loss'].happened += 1;
  }
  return found;
};

const cumulated = (hazards: Float64Array): Float64Array => {
  const found = new Float64Array(OLDEST + 1);
  for (let age = 0, sum = 0; age <= OLDEST; age++) found[age] = sum += hazards[GROUPS[age]!]!;
  return found;
};

/**
 * Whole weeks that end on `day`, at most MEMORY days back: from the first close the record shows, for of those opened before it
 * the ones that closed meanwhile are missing; where that leaves too few weeks, from the first deal.
 */
export const weeklyOf = (days: readonly number[], { deals, since }: Pick<Past, 'deals' | 'since'>, day: number): number[] => {
  const opened = deals.reduce((least, d) => Math.min(least, d.opened), day);
  const first = Math.max(day - MEMORY, day - since + 1 >= 7 * NEEDED.closeWeeks ? Math.max(opened, since) : opened);
  const n = Math.max(0, Math.floor((day - first + 1) / 7));
  const counts = Array.from({ length: n }, () => 0);
  for (const d of days) {
    const at = n - 1 - Math.floor((day - d) / 7);
    if (at >= 0 && d <= day) counts[at]! += 1;
  }
  return counts;
};

type Hazards = Pick<Fit, 'win' | 'loss' | 'stages'>;

/**
 * A shock is measured over spans as long as what is forecast, where the record holds four of them; else by the month, and is then
 * as much weaker over the whole as months differ from one another (lasting.ts).
 */
const shockOver = (
  deals: readonly PastDeal[],
  hazards: Hazards,
  { since, day }: Omit<Spans, 'days'>,
  horizon: number,
): readonly number[] => {
  const days = Math.max(MONTH, Math.min(LONGEST, horizon));
  if (day - since >= 4 * days) return shockPosterior(shockWindows(deals, hazards, { since, day, days }));
  const months = shockWindows(deals, hazards, { since, day, days: MONTH });
  return shockPosterior(months, lasting(months, days / MONTH));
};
const MONTH = 28;
const LONGEST = 91;

type Spans = { readonly since: number; readonly day: number; readonly days: number };

/** Wins of the deals that were open, span by span, against what their ages and stages led one to expect. */
const shockWindows = (deals: readonly PastDeal[], hazards: Hazards, { since, day, days }: Spans): ShockWindow[] => {
  const windows: ShockWindow[] = [];
  for (let mark = day - days; mark >= since && windows.length < 26; mark -= days) {
    let [happened, expected, variance, sum, squares] = [0, 0, 0, 0, 0];
    for (const deal of deals) {
      if (deal.opened > mark || (deal.closed !== null && deal.closed <= mark)) continue;
      const p = oddsOf(hazards.win, hazards.loss, hazards.stages.get(stageOn(deal, mark)) ?? NO_EFFECT, mark - deal.opened, days).won[
        days - 1
      ]!;
      if (deal.won && deal.closed! <= mark + days) happened += 1;
      if (p <= 0 || p >= 1) continue;
      const phi = normalDensity(normalQuantile(p));
      expected += p;
      variance += p * (1 - p);
      sum += phi;
      squares += phi * phi;
    }
    if (expected >= 1) windows.push({ happened, expected, variance, shared: sum * sum - squares });
  }
  return windows;
};
