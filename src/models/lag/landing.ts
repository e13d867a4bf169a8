/**
 * Landing: when what has begun becomes revenue, and when the revenue of a quarter was begun.
 *
 * In    channels   for each: spells from lead to deal and from deal to won (lost as an end of its own)
 *       all        the same, of all channels
 *       leads      leads without a deal: channel, place of the start (0 earliest … 3 the quarter that runs), weeks of age, how many
 *       deals      open deals likewise (weeks since opened), with their amounts in minor units; and deals won in the quarter that runs
 *       amounts    won deals of the last two years: how many, sum and sum of squares, for leads and deals without an amount
 *       ends       days from now to the end of this quarter and of the next two, ascending
 *       confidence, draws, seed
 * Out   lands      money of place 3 by when it lands: this quarter (won in it included), the next two, later; and in all
 *       starts     money landing this quarter by place of its start; and in all;  closed: what of it is won already
 *       each an estimate in minor units with its interval; `deals` the expected number
 *       null       no lag can be told, or no amount of a won deal is known
 *
 * A lead becomes a deal, and a deal is won, each by the lag of its channel given its age: fitted alone, leaning on the others, or
 * the common one (curves.ts). A draw takes parameters from their sampling distribution and money from a gamma distribution with
 * the mean and variance of that many independent deals. What is not begun yet is not in it.
 *
 * Source: convolution of two lags on whole weeks (its error is under half a week); fit.ts, pool.ts.
 * Checked against: Monte Carlo over single leads and deals with the same parameters (landing.test.ts).
 */
import type { Estimate } from '../../kernel/answer.ts';
import { random, type Random } from '../../kernel/random.ts';
import { cholesky } from '../matrix.ts';
import type { Spell } from '../survival/spell.ts';
import { fitsOf } from './curves.ts';
import { fitAt, openAfter, shareBy, type LagFit } from './fit.ts';
import { weighed, type Chosen } from './interval.ts';

export type LandingLeads = { readonly channel: number; readonly place: number; readonly weeks: number; readonly n: number };
export type LandingDeals = LandingLeads & {
  readonly won: boolean;
  readonly priced: number;
  readonly minor: number;
  readonly squares: number;
};
export type LandingInput = {
  readonly channels: readonly { readonly opens: readonly Spell[]; readonly wins: readonly Spell[] }[];
  readonly all: { readonly opens: readonly Spell[]; readonly wins: readonly Spell[] };
  readonly leads: readonly LandingLeads[];
  readonly deals: readonly LandingDeals[];
  readonly amounts: { readonly n: number; readonly minor: number; readonly squares: number };
  readonly ends: readonly number[];
  readonly confidence: number;
  readonly draws: number;
  readonly seed: string;
};
export type Landed = Estimate & { readonly deals: number };
export type Landing = {
  readonly lands: readonly Landed[];
  readonly landsAll: Landed;
  readonly starts: readonly Landed[];
  readonly startsAll: Landed;
  readonly closed: number;
};

/** Weeks over which a deal may still begin and be won; what lies beyond is "later". */
const WEEKS = 156;
const PLACES = 4;

export const landingOf = (input: LandingInput, fitted: typeof fitsOf = fitsOf): Landing | null => {
  const { channels, all, amounts, confidence, draws, seed } = input;
  if (amounts.n === 0 || amounts.minor <= 0) return null;
  const fits = (together: readonly Spell[], groups: readonly (readonly Spell[])[]): Fitted => {
    // Only channels that have any, so that the same days give the same fits wherever they are asked for.
    const some = groups.flatMap((spells, c) => (spells.length > 0 ? [c] : []));
    const { all: whole, groups: found } = fitted(
      together,
      some.map((c) => groups[c]!),
    );
    const own = new Map(some.map((c, i) => [c, found[i]!]));
    return { all: whole, groups: groups.map((_, c) => own.get(c) ?? whole) };
  };
  const opens = fits(
    all.opens,
    channels.map((c) => c.opens),
  );
  const wins = fits(
    all.wins,
    channels.map((c) => c.wins),
  );
  if (!wins.all || (!opens.all && input.leads.length > 0)) return null;
  const best = channels.map((_, c): Pair => ({ opens: opens.groups[c] ?? wins.all!, wins: wins.groups[c] ?? wins.all! }));
  const mean = expected(input, best);
  const r = random(seed);
  const ways = channels.map((_, c) => ({ opens: drawer(opens.groups[c] ?? null, r), wins: drawer(wins.groups[c] ?? null, r) }));
  const drawn = Array.from({ length: draws }, () => {
    const pairs = ways.map((way, c): Pair => ({ opens: way.opens?.() ?? best[c]!.opens, wins: way.wins?.() ?? best[c]!.wins }));
    return expected(input, pairs).map((row) => row.map(({ sure, money, variance }) => sure + gammaDraw(money, variance, r)));
  });
  const landed = (pick: (place: number, land: number) => boolean): Landed => {
    const sum = <T>(table: readonly (readonly T[])[], of: (cell: T) => number): number =>
      table.reduce((total, row, place) => total + row.reduce((t, cell, land) => t + (pick(place, land) ? of(cell) : 0), 0), 0);
    const value = sum(mean, ({ sure, money }) => sure + money);
    const sorted = drawn.map((table) => sum(table, (x) => x)).toSorted((a, b) => a - b);
    const at = (p: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(p * (sorted.length - 1))))] ?? value;
    const tail = (1 - confidence) / 2;
    return { value, low: Math.min(value, at(tail)), high: Math.max(value, at(1 - tail)), deals: sum(mean, ({ deals }) => deals) };
  };
  const last = PLACES - 1;
  return {
    lands: input.ends.concat(Infinity).map((_, k) => landed((place, land) => place === last && land === k)),
    landsAll: landed((place) => place === last),
    starts: Array.from({ length: PLACES }, (_, p) => landed((place, land) => place === p && land === 0)),
    startsAll: landed((_, land) => land === 0),
    closed: mean.reduce((total, row) => total + row[0]!.sure, 0),
  };
};

type Fitted = { readonly all: Chosen | null; readonly groups: readonly (Chosen | null)[] };
type Pair = { readonly opens: LagFit; readonly wins: LagFit };
type Cell = { sure: number; money: number; variance: number; deals: number };

/** Money by place of the start and by when it lands. */
const expected = ({ leads, deals, amounts, ends }: LandingInput, pairs: readonly Pair[]): Cell[][] => {
  const mean = amounts.minor / amounts.n;
  const square = amounts.squares / amounts.n;
  const lands = ends.length + 1;
  const table = Array.from({ length: PLACES }, () =>
    Array.from({ length: lands }, (): Cell => ({ sure: 0, money: 0, variance: 0, deals: 0 })),
  );
  for (const { channel, place, weeks, n, won, priced, minor, squares } of deals) {
    const row = table[place]!;
    if (won) {
      row[0]!.sure += minor + (n - priced) * mean;
      row[0]!.deals += n;
      continue;
    }
    const { wins } = pairs[channel]!;
    const age = weeks * 7 + 3;
    const open = openAfter(wins, age);
    if (!(open > 1e-9)) continue;
    const had = shareBy(wins, age);
    let before = 0;
    for (let k = 0; k < lands; k++) {
      const by = k < ends.length ? shareBy(wins, age + ends[k]!) : 1 - wins.never;
      const p = Math.min(1, Math.max(0, (by - had) / open));
      const part = p - before;
      before = p;
      row[k]!.money += part * (minor + (n - priced) * mean);
      row[k]!.variance += Math.max(0, part * (squares + (n - priced) * square) - part * part * (squares + (n - priced) * mean * mean));
      row[k]!.deals += part * n;
    }
  }
  const waits = pairs.map(({ wins }) => Array.from({ length: WEEKS }, (_, j) => ends.map((end) => shareBy(wins, end - j * 7 - 3.5))));
  for (const { channel, place, weeks, n } of leads) {
    const { opens, wins } = pairs[channel]!;
    const age = weeks * 7 + 3;
    const open = openAfter(opens, age);
    if (!(open > 1e-9)) continue;
    const within = ends.map(() => 0);
    let had = shareBy(opens, age);
    for (let j = 0; j < WEEKS && had < 1 - opens.never - 1e-6; j++) {
      const by = shareBy(opens, age + (j + 1) * 7);
      const begins = (by - had) / open;
      had = by;
      for (let k = 0; k < ends.length; k++) within[k]! += begins * waits[channel]![j]![k]!;
    }
    const ever = ((1 - opens.never - shareBy(opens, age)) / open) * (1 - wins.never);
    let before = 0;
    for (let k = 0; k < lands; k++) {
      const by = k < ends.length ? within[k]! : Math.max(before, ever);
      const part = by - before;
      before = by;
      const cell = table[place]![k]!;
      cell.money += n * part * mean;
      cell.variance += n * Math.max(0, part * square - part * part * mean * mean);
      cell.deals += n * part;
    }
  }
  return table;
};

/** Draws a fit: a family by its weight, its parameters from their sampling distribution. Null where there is no doubt to draw from. */
const drawer = (fit: Chosen | null, r: Random): (() => LagFit) | null => {
  const parts = fit
    ? weighed(fit).flatMap(({ maximum, weight }) => {
        const factor = maximum.covariance && cholesky(maximum.covariance);
        return factor ? [{ maximum, weight, factor }] : [];
      })
    : [];
  if (parts.length === 0) return null;
  return () => {
    let u = r.next() * parts.reduce((sum, { weight }) => sum + weight, 0);
    const { maximum, factor } = parts.find(({ weight }) => (u -= weight) < 0) ?? parts[0]!;
    const z = maximum.at.map(() => r.normal());
    return fitAt(
      maximum,
      maximum.at.map((p, i) => p + factor[i]!.reduce((sum, f, j) => sum + f * z[j]!, 0)),
    );
  };
};

/** A gamma variate by its mean and variance (Marsaglia & Tsang, ACM Trans. Math. Softw. 26 (2000) 363–372, doi:10.1145/358407.358414). */
const gammaDraw = (mean: number, variance: number, r: Random): number => {
  if (!(mean > 0) || !(variance > 0)) return Math.max(0, mean);
  const shape = (mean * mean) / variance;
  const boost = shape < 1 ? Math.pow(1 - r.next(), 1 / shape) : 1;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = r.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - r.next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return (boost * d * v * variance) / mean;
  }
};
