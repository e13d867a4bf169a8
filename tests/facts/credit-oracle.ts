/**
 * Credit, row by row: an oracle written out deal by deal over the rows of credit-walk.sql and credit-sources.sql; slow, and of no
 * code that the product sums with. What the walk over counted touches comes to, per key of a cut, under every model.
 *
 * minor      whole minor units by model; over all keys and deals without touches each model sums to closed revenue exactly
 *            (a touch under several outcomes of one priority is shared among them equally, leftover units going to the first
 *            outcomes by id, moved on by one with each place so that none gains by its id)
 * influenced whole amounts of deals with a counted touch under the key; a deal under several keys is in each
 * sourced    whole amounts of deals that marketing brought, by each of three definitions, under the key of their first
 *            touch that is not sales' own
 * moved      what touches that arrived after the close changed: money under the key now, less what it would be without them
 */
import { daysBetween, type Day } from '../../src/kernel/day.ts';
import type { Journey } from '../../src/models/attribution/journey.ts';
import { MODELS, type Model } from '../../src/models/attribution/models.ts';
import { creditMinor } from '../../src/models/attribution/weights.ts';

/** A row of credit-walk.sql. */
export type Walked = {
  readonly d: number;
  readonly place: number;
  readonly touches: number;
  readonly keys: readonly string[];
  readonly ids: readonly (string | null)[];
  readonly in: boolean;
  readonly nth: number;
  readonly outcomes: number;
  readonly age: number;
  readonly by_lead: boolean;
  readonly by_open: boolean;
  readonly direct: boolean;
  readonly sales: boolean;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly late: boolean;
};
/** A row of credit-sources.sql. */
export type Sourced = {
  readonly d: number;
  readonly src: string;
  readonly id: string;
  readonly minor: number | null;
  readonly closed_on: Day;
  readonly source: string | null;
  readonly sales_source: boolean | null;
  readonly said: string | null;
  readonly sales_on: Day | null;
};
export const SOURCES = ['lead-source', 'first-touch', 'before-sales'] as const;
export type Source = (typeof SOURCES)[number];
export type BySource = { readonly [S in Source]: number };
export type ByModel = { readonly [M in Model]: number };

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
  readonly moved: ByModel;
};
/** One deal, as the walk found it. */
export type DealSums = {
  readonly id: string;
  readonly minor: number | null;
  readonly touches: number;
  /** A counted touch that is not sales' own. */
  readonly influenced: boolean;
  /** null: not known (the deal names no lead, or its lead no source). */
  readonly sourced: { readonly [S in Source]: boolean | null };
  readonly said: string | null;
  readonly late: number;
  /** Channel and campaign of its first counted touch, as the file spells them; null where it has none. */
  readonly first: { readonly channel: string | null; readonly campaign: string | null } | null;
  /** Every channel and campaign that touched it. */
  readonly met: readonly string[];
  /** Every key it has a counted touch under. */
  readonly under: readonly string[];
};
export type CreditSums = { readonly keys: readonly KeySums[]; readonly deals: readonly DealSums[] };

/** `halfLife` in days, for time decay. Rows come by deal, then by place. */
export const creditSums = (walk: readonly Walked[], sources: readonly Sourced[], halfLife: number): CreditSums => {
  const sums = new Map<string, Open>();
  const byDeal = Map.groupBy(walk, ({ d }) => d);
  const deals = sources.map((deal) => walkDeal(deal, byDeal.get(deal.d) ?? [], halfLife, sums));
  return {
    keys: [...sums.values()].map(({ keys, ids, n, priced, touches, firsts, lasts, minor, influenced, sourced, moved }) => ({
      keys,
      ids,
      n,
      priced,
      touches,
      firsts,
      lasts,
      minor,
      influenced,
      sourced,
      moved,
    })),
    deals,
  };
};

type Open = {
  keys: readonly string[];
  ids: readonly (string | null)[];
  n: number;
  priced: number;
  touches: number;
  firsts: number;
  lasts: number;
  minor: { [M in Model]: number };
  influenced: number;
  sourced: { [S in Source]: number };
  moved: { [M in Model]: number };
  deal: number;
  place: number;
};
const nothing = (): { [M in Model]: number } => Object.fromEntries(MODELS.map((m) => [m, 0])) as { [M in Model]: number };
const opened = (row: Walked): Open => ({
  keys: row.keys,
  ids: row.ids,
  n: 0,
  priced: 0,
  touches: 0,
  firsts: 0,
  lasts: 0,
  minor: nothing(),
  influenced: 0,
  sourced: { 'lead-source': 0, 'first-touch': 0, 'before-sales': 0 },
  moved: nothing(),
  deal: -1,
  place: -1,
});
const nameOf = ({ keys, ids }: Pick<Walked, 'keys' | 'ids'>): string => JSON.stringify([keys, ids]);

const walkDeal = (deal: Sourced, rows: readonly Walked[], halfLife: number, sums: Map<string, Open>): DealSums => {
  const met = rows.filter((row, i) => i === 0 || row.place !== rows[i - 1]!.place);
  const opener = met.find((touch) => !touch.sales);
  const sourced = sourcesOf(deal, met, opener);
  const part = met.length > 0 && deal.minor !== null ? partsOf(deal.minor, met, halfLife) : null;
  const late = met.filter((touch) => touch.late).length;
  const without = late > 0 && deal.minor !== null ? met.filter((touch) => !touch.late) : null;
  const before = without && without.length > 0 ? partsOf(deal.minor!, without, halfLife) : null;
  for (const row of rows) {
    if (!row.in) continue;
    const name = nameOf(row);
    const at = sums.get(name) ?? opened(row);
    sums.set(name, at);
    if (at.deal !== deal.d) {
      at.deal = deal.d;
      at.place = -1;
      at.n += 1;
      if (deal.minor !== null) {
        at.priced += 1;
        at.influenced += deal.minor;
      }
    }
    if (at.place !== row.place) {
      at.place = row.place;
      at.touches += 1;
      if (row.place === 1) at.firsts += 1;
      if (row.place === row.touches) at.lasts += 1;
      if (row.place === opener?.place && deal.minor !== null)
        for (const source of SOURCES) if (sourced[source]) at.sourced[source] += deal.minor;
    }
    for (const model of MODELS) {
      const now = outcomePart(part?.[model].get(row.place) ?? 0, row);
      at.minor[model] += now;
      if (without) at.moved[model] += now - outcomePart(before?.[model].get(row.place) ?? 0, row);
    }
  }
  return {
    id: deal.id,
    minor: deal.minor,
    touches: met.length,
    influenced: opener !== undefined,
    sourced,
    said: deal.said,
    late,
    first: met[0] ? { channel: met[0].channel, campaign: met[0].campaign } : null,
    met: [...new Set(met.flatMap(({ channel, campaign }) => [channel, campaign].filter((name) => name !== null)))],
    under: [...new Set(rows.map((row) => row.keys.join(' · ')))],
  };
};

/** Money of each touch by its place, under every model. */
const partsOf = (minor: number, met: readonly Walked[], halfLife: number): { readonly [M in Model]: ReadonlyMap<number, number> } => {
  const journey: Journey = {
    n: met.length,
    lead: met.findLastIndex((touch) => touch.by_lead),
    opened: met.findLastIndex((touch) => touch.by_open),
    nonDirect: met.findLastIndex((touch) => !touch.direct),
    ages: met.map(({ age }) => age),
    from: 0,
  };
  return Object.fromEntries(
    MODELS.map((model) => {
      const parts = creditMinor(model, minor, journey, halfLife);
      return [model, new Map(met.map(({ place }, i) => [place, parts[i]!]))];
    }),
  ) as { [M in Model]: Map<number, number> };
};

/** What the nth of several outcomes gets of a touch's money. */
const outcomePart = (part: number, { nth, outcomes, place }: Walked): number => {
  if (outcomes === 1) return part;
  const whole = Math.abs(part);
  const turn = (nth + outcomes - ((place - 1) % outcomes)) % outcomes;
  const share = Math.floor(whole / outcomes) + (turn < whole % outcomes ? 1 : 0);
  return part < 0 && share !== 0 ? -share : share;
};

/** Whether marketing brought the deal, by each definition. A touch of the day on which sales began stands before it. */
const sourcesOf = (deal: Sourced, met: readonly Walked[], opener: Walked | undefined): DealSums['sourced'] => ({
  'lead-source': deal.sales_source === null ? null : !deal.sales_source,
  'first-touch': met.length > 0 && !met[0]!.sales,
  'before-sales': opener !== undefined && (deal.sales_on === null || opener.age >= daysBetween(deal.sales_on, deal.closed_on)),
});
