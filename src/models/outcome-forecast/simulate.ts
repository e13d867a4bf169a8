/**
 * Simulate: draws of what deals open today, leads on their way and deals still to come will have become by each of the
 * coming checkpoints.
 *
 * In    known        the past as known at the end of the fit's day
 *       checkpoints  days ahead, ascending, ≥ 1; the last is the due date
 *       draws        how many; SETS different draws of the hazards, the amounts and the shock's strength are among them
 * Out   values       for each figure, checkpoint after checkpoint, all draws: what is added from tomorrow to the checkpoint
 *                    (won, lost, opened, money won), or stands open at its end (pipeline). Money in whole minor units
 *       made         means at the last checkpoint: from deals open today, from leads that are there already, from what is still to come
 *
 * One shock a draw moves all deals; one rate a draw moves all arrivals. Where more than MOST_DEALS are open, so many of them are
 * drawn and weighed: the spread is then too wide rather than too narrow.
 *
 * Deterministic by seed. Source: reference/engines.md, section 3; the cards of the parts.
 * Checked against: exact convolution (simulate.test.ts), coverage on known truth (bench/forecast-truth.bench.ts).
 */
import { normalQuantile } from '../normal.ts';
import { expectedIn, wildness } from './arrivals.ts';
import { RHOS } from './common-shock.ts';
import { oddsOf, type Odds } from './deal-odds.ts';
import { diceOf, type Dice } from './dice.ts';
import { FIGURES, type FigureName } from './figures.ts';
import { drawn } from './hazards.ts';
import { CALM, pullOf, type Fit, type Pulled } from './fit.ts';
import { dealsAhead } from './lead-way.ts';
import { stageOn, type Past, type PastDeal } from './past.ts';
import { NO_EFFECT } from './stage-effect.ts';

export type Made = { readonly open: number; readonly touched: number; readonly coming: number };

export type Simulated = {
  readonly draws: number;
  readonly checkpoints: readonly number[];
  readonly values: { readonly [F in FigureName]: Float64Array };
  readonly made: { readonly [F in FigureName]: Made };
};

export type Simulation = {
  readonly known: Past;
  readonly fit: Fit;
  readonly checkpoints: readonly number[];
  readonly draws: number;
  readonly seed: string;
};

const SETS = 40;
const MOST_DEALS = 4_000;

export const simulate = ({ known, fit, checkpoints, draws, seed }: Simulation): Simulated => {
  const days = checkpoints.at(-1)!;
  const dice = diceOf(seed);
  const open = openDeals(known, fit, dice);
  const arrivals = arrivalsOf(fit, days);
  const sets = Array.from({ length: Math.min(SETS, draws) }, () => newSet(fit, open, checkpoints, dice));
  const { changes } = fit.amounts;
  const n = checkpoints.length;
  const values = Object.fromEntries(FIGURES.map((f) => [f, new Float64Array(n * draws)])) as { [F in FigureName]: Float64Array };
  const parts = { open: noParts(), touched: noParts(), coming: noParts() };
  const step = Object.fromEntries(FIGURES.map((f) => [f, new Float64Array(n + 1)])) as { [F in FigureName]: Float64Array };
  const { wonMinor, pipelineMinor, opened, won: wins, lost: losses } = step;
  const deals = open.deals.length;
  const [group, segment, weight, amounts] = [
    new Int32Array(deals),
    new Int32Array(deals),
    new Float64Array(deals),
    new Float64Array(deals),
  ];
  open.deals.forEach((d, i) => {
    group[i] = d.group;
    segment[i] = d.segment;
    weight[i] = d.weight;
    amounts[i] = d.deal.minor ?? Number.NaN;
  });

  for (let m = 0; m < draws; m++) {
    for (const f of FIGURES) step[f].fill(0);
    const set = sets[m % sets.length]!;
    const shared = Math.sqrt(set.rho) * dice.normal();
    const own = Math.sqrt(1 - set.rho);
    const close = (limits: Limits, minor: number, times: number, sum: Parts, since: number): void => {
      const at = placeOf(limits, shared + own * dice.normal(), dice, since);
      const value = minor * times;
      pipelineMinor[since]! += value;
      if (since < n) sum.pipelineMinor += value;
      if (at === 0) return;
      const c = (at > 0 ? at : -at) - 1;
      pipelineMinor[c]! -= value;
      sum.pipelineMinor -= value;
      if (at > 0) {
        wins[c]! += times;
        wonMinor[c]! += value;
        sum.won += times;
        sum.wonMinor += value;
      } else {
        losses[c]! += times;
        sum.lost += times;
      }
    };
    for (let i = 0; i < deals; i++) {
      const minor = amounts[i]!;
      close(
        set.limits[group[i]!]!,
        Number.isNaN(minor) ? pick(set.pools[segment[i]!]!, dice) : changes.length === 0 ? minor : minor * pick(changes, dice),
        weight[i]!,
        parts.open,
        0,
      );
    }
    const rate = dice.gamma(1 / arrivals.wild) * arrivals.wild;
    for (const from of ['touched', 'coming'] as const) {
      for (let c = 0; c < n; c++) {
        const [first, last] = [c === 0 ? 0 : checkpoints[c - 1]!, checkpoints[c]!];
        const count = dice.poisson(rate * arrivals.between(from, first, last));
        opened[c]! += count;
        parts[from].opened += count;
        for (let i = 0; i < count; i++) {
          const day = first + Math.floor(dice.uniform() * (last - first));
          close(set.fresh(day), pick(set.pool, dice), 1, parts[from], c);
        }
      }
    }
    for (const f of FIGURES) {
      let sum = 0;
      for (let c = 0; c < n; c++) values[f][c * draws + m] = sum += step[f][c]!;
    }
  }
  const made = Object.fromEntries(
    FIGURES.map((f) => [f, { open: parts.open[f] / draws, touched: parts.touched[f] / draws, coming: parts.coming[f] / draws }]),
  ) as { [F in FigureName]: Made };
  return { draws, checkpoints, values, made };
};

/** What became of deals from one origin, summed over all draws. */
type Parts = { -readonly [F in FigureName]: number };
const noParts = (): Parts => ({ wonMinor: 0, pipelineMinor: 0, opened: 0, won: 0, lost: 0 });

/** For each checkpoint: the normal limit below which a deal is won by then, and the share lost by then of those not won in the end. */
type Limits = { readonly won: Float64Array; readonly lost: Float64Array };

/** Checkpoint (from 1) by which it is won; below 0: lost; 0: still open at the last. */
const placeOf = ({ won, lost }: Limits, x: number, dice: Dice, since: number): number => {
  const n = won.length;
  if (x <= won[n - 1]!) {
    let c = since;
    while (won[c]! < x) c += 1;
    return c + 1;
  }
  const q = dice.uniform();
  if (q >= lost[n - 1]!) return 0;
  let c = since;
  while (lost[c]! <= q) c += 1;
  return -(c + 1);
};

const limitsOf = ({ won, lost }: Odds, days: readonly number[]): Limits => {
  const at = (of: Float64Array, day: number): number => (day <= 0 ? 0 : of[day - 1]!);
  const never = 1 - at(won, days.at(-1)!);
  return {
    won: Float64Array.from(days, (day) => {
      const p = at(won, day);
      return p <= 0 ? -Infinity : p >= 1 ? Infinity : normalQuantile(p);
    }),
    lost: Float64Array.from(days, (day) => (never <= 0 ? 0 : at(lost, day) / never)),
  };
};

type Group = { readonly age: number; readonly stage: string };
type OpenDeal = { readonly deal: PastDeal; readonly group: number; readonly segment: number; readonly weight: number };
type Open = { readonly deals: readonly OpenDeal[]; readonly groups: readonly Group[]; readonly segments: readonly string[] };

const openDeals = ({ deals }: Past, { day }: Fit, dice: Dice): Open => {
  const all = deals.filter((d) => d.closed === null);
  const weight = Math.max(1, all.length / MOST_DEALS);
  const taken = weight === 1 ? all : Array.from({ length: MOST_DEALS }, (_, i) => all[Math.floor((i + dice.uniform()) * weight)]!);
  const groups = new Map<string, { readonly at: number; readonly group: Group }>();
  const segments = [...new Set(taken.map(({ segment }) => segment))];
  const nth = new Map(segments.map((segment, i) => [segment, i]));
  return {
    segments,
    deals: taken.map((deal) => {
      const group = { age: day - deal.opened, stage: stageOn(deal, day) };
      const key = `${group.age} ${group.stage}`;
      const found = groups.get(key) ?? { at: groups.size, group };
      groups.set(key, found);
      return { deal, group: found.at, segment: nth.get(deal.segment)!, weight };
    }),
    groups: [...groups.values()].map(({ group }) => group),
  };
};

/** One draw of everything that is not known for sure. */
type Draw = {
  readonly rho: number;
  readonly limits: readonly Limits[];
  /** Limits of a deal that is opened so many days ahead. */
  readonly fresh: (day: number) => Limits;
  /** Amounts that new deals may have, and those of the segments of the open ones. */
  readonly pool: readonly number[];
  readonly pools: readonly (readonly number[])[];
};

const newSet = (fit: Fit, open: Open, checkpoints: readonly number[], dice: Dice): Draw => {
  const { closing, stages } = fit;
  const now = (cause: 'win' | 'loss'): number => pullOf(fit.lately[cause]) * spreadOf(fit.lately[cause], dice);
  const [pullWin, pullLoss] = [now('win'), now('loss')];
  const win = drawn(closing.first, closing.days, dice).map((h) => Math.min(0.99, h * pullWin));
  const loss = drawn(closing.second, closing.days, dice).map((h) => Math.min(0.99, h * pullLoss));
  const days = checkpoints.at(-1)!;
  const newborn = oddsOf(win, loss, NO_EFFECT, -1, days);
  const fresh = new Map<number, Limits>();
  const resampled = (from: readonly number[]): readonly number[] => from.map(() => pick(from, dice));
  return {
    rho: rhoOf(fit.shock, dice.uniform()),
    limits: open.groups.map(({ age, stage }) => limitsOf(oddsOf(win, loss, stages.get(stage) ?? NO_EFFECT, age, days), checkpoints)),
    fresh: (day) => {
      const found =
        fresh.get(day) ??
        limitsOf(
          newborn,
          checkpoints.map((c) => c - day),
        );
      fresh.set(day, found);
      return found;
    },
    pool: resampled(fit.amounts.all),
    pools: open.segments.map((segment) => resampled(fit.amounts.of(segment))),
  };
};

/** How unsure the present pace is: a draw around 1, as wide as the ends of late weeks allow where they were followed. */
const spreadOf = ({ happened, expected }: Pulled, dice: Dice): number => {
  const [followed, steady] = [expected / (expected + CALM), happened + CALM];
  return 1 + (dice.gamma(steady) / steady - 1) * followed;
};

const rhoOf = (weights: readonly number[], u: number): number => {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) if ((sum += weights[i]!) > u) return RHOS[i]!;
  return RHOS[0]!;
};

const pick = (from: readonly number[], dice: Dice): number => (from.length === 0 ? 0 : from[Math.floor(dice.uniform() * from.length)]!);

type Arrivals = { readonly wild: number; readonly between: (from: 'touched' | 'coming', first: number, last: number) => number };

/** Deals expected on the coming days, by whether a lead that is there already foretells them. */
const arrivalsOf = ({ leads, direct, weeks }: Fit, days: number): Arrivals => {
  const ahead = leads ? dealsAhead(leads, days) : { waiting: new Float64Array(days), fresh: new Float64Array(days) };
  const coming = ahead.fresh.map((n, t) => n + (direct ? expectedIn(direct, 1 + Math.floor(t / 7)) / 7 : 0));
  const by = { touched: ahead.waiting, coming };
  return {
    wild: wildness(weeks, Math.max(4, Math.round(days / 7))),
    between: (from, first, last) => {
      let sum = 0;
      for (let t = first; t < last; t++) sum += by[from][t]!;
      return sum;
    },
  };
};
