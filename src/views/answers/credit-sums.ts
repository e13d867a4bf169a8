/**
 * Credit sums: what the walk over counted touches comes to, per key of a cut and of all, under every model.
 *
 * minor      whole minor units by model; over all keys and deals without touches each model sums to closed revenue exactly
 *            (a touch under several outcomes of one priority is shared among them equally, leftover units going to the first
 *            outcomes by id, moved on by one with each place so that none gains by its id)
 * influenced whole amounts of deals with a counted touch under the key; a deal under several keys is in each
 * sourced    whole amounts of deals that marketing brought, by each of three definitions, under the key of their first
 *            touch that is not sales' own
 * moved      what touches that arrived after the close changed: equal credit under the key now, less what it would be without them
 * likely     equal credit of touches that are the deal's by a likely link between people or accounts
 *
 * Three passes over typed arrays, which may be made anywhere: here, or off the loop (server/house/off-loop-jobs.ts). The first
 * depends on the period alone, so another cut of the same period needs the other two only.
 */
import { creditPass, slotsOf, type CreditPass } from '../../models/attribution/credit-pass.ts';
import { creditInterval, type CreditInterval } from '../../models/attribution/credit-interval.ts';
import { keyPass, type Keyed, type KeyPass } from '../../models/attribution/key-pass.ts';
import { linearPass, type LinearPass } from '../../models/attribution/linear-pass.ts';
import { MODELS, type Model } from '../../models/attribution/models.ts';
import { SOURCES, sourcedOf, UNKNOWN_SOURCE, type Brought, type BySource, type Source } from '../../models/attribution/sourced.ts';
import { LATE, LIKELY, type Walks } from '../../models/attribution/walks.ts';
import { agreementOf, type Agreement } from './agreement.ts';

export type ByModel = { readonly [M in Model]: number };

/** What facts found: counted touches of deals as walks, the deals won, and which keys each unit's outcomes stand under. */
export type Found = {
  readonly walks: Walks;
  readonly outcomes: Int32Array;
  readonly names: readonly { readonly channel: string | null; readonly campaign: string | null }[];
  readonly won: Brought & { readonly said: Int32Array };
  readonly words: readonly string[];
  readonly keys: readonly { readonly keys: readonly string[]; readonly ids: readonly (string | null)[] }[];
  /** Per slot (unit and outcome), where its keys begin in `key`. */
  readonly first: Int32Array;
  readonly key: Int32Array;
  /** Deals with a touch that came late; the first hundred. */
  readonly late_ids: readonly string[];
};

export type KeySums = {
  readonly keys: readonly string[];
  readonly ids: readonly (string | null)[];
  readonly n: number;
  readonly priced: number;
  readonly touches: number;
  /** Deals whose first, and whose last counted touch stands under the key. */
  readonly firsts: number;
  readonly lasts: number;
  readonly minor: ByModel;
  readonly influenced: number;
  readonly sourced: BySource;
  readonly moved: number;
  readonly likely: number;
  /** Under the models it was computed for; null where it was not asked for, or deals are too few. */
  readonly interval: { readonly [M in Model]?: { readonly low: number; readonly high: number } } | null;
};
export type SourceSums = { readonly minor: number; readonly deals: number; readonly unknown: number; readonly darkMinor: number };
/** All deals together. */
export type WholeSums = {
  readonly deals: number;
  readonly influenced: { readonly minor: number; readonly deals: number };
  readonly sourced: { readonly [S in Source]: SourceSums };
  readonly late: { readonly touches: number; readonly deals: number };
  readonly likely: { readonly touches: number; readonly deals: number; readonly minor: number };
  readonly agreement: Agreement;
};
/** What does not depend on the cut. */
export type PeriodSums = { readonly pass: CreditPass; readonly linear: LinearPass; readonly whole: WholeSums };
export type PeriodInput = Pick<Found, 'walks' | 'won' | 'outcomes' | 'words' | 'names'> & { readonly halfLife: number };

/** The two halves of it that can be worked out beside one another: the money of some models, and what no model changes. */
export type CreditJob = { readonly input: Omit<PeriodInput, 'words' | 'names'>; readonly models: readonly Model[] };
export type SharesInput = Omit<PeriodInput, 'halfLife'>;
export type Shares = Omit<PeriodSums, 'pass'>;
export const passOf = ({ walks, won, outcomes, halfLife }: CreditJob['input'], models: readonly Model[]): CreditPass =>
  creditPass(walks, won, outcomes, models, halfLife);
export const sharesOf = ({ walks, won, outcomes, words, names }: SharesInput): Shares => {
  const linear = linearPass(walks, won, slotsOf(outcomes));
  return { linear, whole: wholeOf({ walks, won, words, names }, linear) };
};
/** Passes over the same deals under different models, as one. */
export const passesTogether = (passes: readonly CreditPass[]): CreditPass => {
  const minor = new Float64Array(passes.reduce((sum, pass) => sum + pass.minor.length, 0));
  let at = 0;
  for (const pass of passes) {
    minor.set(pass.minor, at);
    at += pass.minor.length;
  }
  return { ...passes[0]!, models: passes.flatMap(({ models }) => models), minor };
};

export type CutInput = Pick<Found, 'walks' | 'won' | 'outcomes' | 'first' | 'key'> & { readonly keys: number; readonly broken: Uint8Array };
export const cutSums = ({ walks, won, outcomes, first, key, keys, broken }: CutInput): KeyPass =>
  keyPass(walks, won, sourcedOf(walks, won), slotsOf(outcomes), { first, key, keys }, broken);

/** Intervals are drawn for so many keys, those with most equal credit. */
export const MOST_INTERVALS = 60;

export type CreditSums = {
  readonly keys: readonly KeySums[];
  readonly whole: WholeSums;
  /** Deals with an amount and a touch under a key that says nothing. */
  readonly brokenPriced: number;
  readonly interval:
    | (CreditInterval & { readonly total: { readonly [M in Model]?: { readonly low: number; readonly high: number } } })
    | null;
};

/** Puts the passes together. `drawn`: for the keys `keep`, where intervals were asked for. */
export const sumsOf = (
  found: Pick<Found, 'keys' | 'first' | 'key'>,
  { pass, linear, whole }: PeriodSums,
  byKey: KeyPass,
  drawn: Drawn | null = null,
): CreditSums => {
  const keyed = { first: found.first, key: found.key, keys: found.keys.length };
  const slots = pass.slot[pass.slot.length - 1]!;
  const byModel = MODELS.map((_, m) => byKeyOf(keyed, pass.minor.subarray(m * slots, (m + 1) * slots)));
  const [moved, likely] = [byKeyOf(keyed, linear.moved), byKeyOf(keyed, linear.likely)];
  const place = new Map(drawn ? [...drawn.keep].map((k, i) => [k, i] as const) : []);
  const keys = found.keys.flatMap(({ keys: parts, ids }, k): KeySums[] =>
    byKey.deals[k] === 0
      ? []
      : [
          {
            keys: parts,
            ids,
            n: byKey.deals[k]!,
            priced: byKey.priced[k]!,
            touches: byKey.touches[k]!,
            firsts: byKey.firsts[k]!,
            lasts: byKey.lasts[k]!,
            minor: Object.fromEntries(MODELS.map((model, m) => [model, byModel[m]![k]! + 0])) as ByModel,
            influenced: byKey.influenced[k]!,
            sourced: Object.fromEntries(SOURCES.map((source) => [source, byKey.sourced[source][k]!])) as BySource,
            moved: moved[k]! + 0,
            likely: likely[k]! + 0,
            interval: drawn?.interval && place.has(k) ? intervalAt(drawn, drawn.interval, place.get(k)!) : null,
          },
        ],
  );
  const interval = drawn?.interval ?? null;
  return {
    keys,
    whole,
    brokenPriced: byKey.flagged,
    interval: drawn && interval ? { ...interval, total: intervalAt(drawn, interval, drawn.keep.length) } : null,
  };
};

export type Drawn = { readonly interval: CreditInterval | null; readonly keep: Int32Array; readonly models: readonly Model[] };

const intervalAt = ({ keep, models }: Drawn, { low, high }: CreditInterval, column: number): NonNullable<KeySums['interval']> =>
  Object.fromEntries(
    models.map((model, m) => {
      const at = m * (keep.length + 1) + column;
      return [model, { low: Math.round(low[at]!), high: Math.round(high[at]!) }];
    }),
  );

/** The keys with most money of equal credit. */
export const keptKeys = ({ first, key, keys }: Pick<Found, 'first' | 'key' | 'keys'>, { pass }: PeriodSums): Int32Array => {
  const slots = pass.slot[pass.slot.length - 1]!;
  const row = MODELS.indexOf('linear');
  const linear = byKeyOf({ first, key, keys: keys.length }, pass.minor.subarray(row * slots, (row + 1) * slots));
  return Int32Array.from(
    [...linear.keys()].toSorted((a, b) => Math.abs(linear[b]!) - Math.abs(linear[a]!) || a - b).slice(0, MOST_INTERVALS),
  );
};

/** All of it here, at once. `draw`: the models to draw intervals for. */
export const creditSums = (found: Found, halfLife: number, broken: Uint8Array, draw: readonly Model[] = [], seed = ''): CreditSums => {
  const period = { pass: passOf({ ...found, halfLife }, MODELS), ...sharesOf(found) };
  const byKey = cutSums({ ...found, keys: found.keys.length, broken });
  if (draw.length === 0) return sumsOf(found, period, byKey);
  const keep = keptKeys(found, period);
  const interval = creditInterval({
    walks: found.walks,
    won: found.won,
    slot: period.pass.slot,
    keyed: { first: found.first, key: found.key, keys: found.keys.length },
    keep,
    models: draw,
    halfLife,
    seed,
  });
  return sumsOf(found, period, byKey, { interval, keep, models: draw });
};

const byKeyOf = ({ first, key, keys }: Keyed, bySlot: Float64Array): Float64Array => {
  const sums = new Float64Array(keys);
  for (let s = 0; s < bySlot.length; s += 1) for (let at = first[s]!; at < first[s + 1]!; at += 1) sums[key[at]!]! += bySlot[s]!;
  return sums;
};

/** Each deal shared equally among its touches: how many deals every slot brought. Deals without a touch bring nothing. */
export type PointsInput = { readonly walks: Pick<Walks, 'start' | 'unit'>; readonly deal: Int32Array; readonly outcomes: Int32Array };
export const pointsBySlot = ({ walks: { start, unit }, deal, outcomes }: PointsInput): Float64Array => {
  const slot = slotsOf(outcomes);
  const points = new Float64Array(slot[outcomes.length]!);
  for (const d of deal) {
    const [from, to] = [start[d]!, start[d + 1]!];
    for (let t = from; t < to; t += 1) {
      const u = unit[t]!;
      for (let s = slot[u]!; s < slot[u + 1]!; s += 1) points[s]! += 1 / (to - from) / outcomes[u]!;
    }
  }
  return points;
};
/** The same by key, as rows. */
export const pointsByKey = ({ keys, first, key }: Pick<Found, 'keys' | 'first' | 'key'>, bySlot: Float64Array): PointsRow[] => {
  const points = byKeyOf({ first, key, keys: keys.length }, bySlot);
  return keys.flatMap(({ keys: parts, ids }, k) => (points[k] === 0 ? [] : [{ keys: parts, ids, points: points[k]! }]));
};
export type PointsRow = { readonly keys: readonly string[]; readonly ids: readonly (string | null)[]; readonly points: number };

const wholeOf = ({ walks, won, words, names }: Omit<PeriodInput, 'outcomes' | 'halfLife'>, linear: LinearPass): WholeSums => {
  const { opener, by } = sourcedOf(walks, won);
  const influenced = { minor: 0, deals: 0 };
  const sourced = SOURCES.map(() => ({ minor: 0, deals: 0, unknown: 0, darkMinor: 0 }));
  const [late, likely] = [
    { touches: 0, deals: 0 },
    { touches: 0, deals: 0, minor: 0 },
  ];
  for (let i = 0; i < won.deal.length; i += 1) {
    const [from, to] = [walks.start[won.deal[i]!]!, walks.start[won.deal[i]! + 1]!];
    const amount = Number.isNaN(won.minor[i]!) ? 0 : won.minor[i]!;
    if (opener[i]! >= 0) {
      influenced.minor += amount;
      influenced.deals += 1;
    }
    for (let s = 0; s < SOURCES.length; s += 1) {
      if ((by[i]! & (1 << s)) === 0) continue;
      sourced[s]!.minor += amount;
      sourced[s]!.deals += 1;
      if (from === to) sourced[s]!.darkMinor += amount;
    }
    if (won.source[i] === UNKNOWN_SOURCE) sourced[0]!.unknown += 1;
    const before = [late.touches, likely.touches];
    for (let t = from; t < to; t += 1) {
      if ((walks.bits[t]! & LATE) !== 0) late.touches += 1;
      if ((walks.bits[t]! & LIKELY) !== 0) likely.touches += 1;
    }
    if (late.touches > before[0]!) late.deals += 1;
    if (likely.touches > before[1]!) likely.deals += 1;
  }
  likely.minor = linear.likely.reduce((sum, minor) => sum + minor, 0);
  return {
    deals: won.deal.length,
    influenced,
    sourced: Object.fromEntries(SOURCES.map((source, s) => [source, sourced[s]!])) as WholeSums['sourced'],
    late,
    likely,
    agreement: agreementOf({ walks, won, words, names }),
  };
};
