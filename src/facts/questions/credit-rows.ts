/**
 * Credit from rows: where a cut looks at more of a touch than kept journeys hold by unit (its person, its account, its day), or
 * they are not kept. The rows of credit-walk.sql and credit-sources.sql become the numbers that the models walk over.
 */
import { dayNumber, type Day } from '../../kernel/day.ts';
import type { SqlRow } from '../engine.ts';
import type { Credited } from './credit-found.ts';

type Walked = {
  readonly d: number;
  readonly place: number;
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
  readonly likely: boolean;
};
type Sourced = {
  readonly d: number;
  readonly id: string;
  readonly minor: number | null;
  readonly closed_on: Day;
  readonly sales_source: boolean | null;
  readonly said: string | null;
  readonly sales_on: Day | null;
};

const [NEVER, LATE_IDS] = [-2_147_483_648, 100];

export const creditedOf = (walk: readonly SqlRow[], sources: readonly SqlRow[]): Credited => {
  const deals = sources as unknown as readonly Sourced[];
  const byDeal = Map.groupBy(walk as unknown as readonly Walked[], ({ d }) => d);
  const units = unitsOf();
  const start = new Int32Array(deals.length + 1);
  const touches: { unit: number; row: Walked }[] = [];
  const late: string[] = [];
  deals.forEach((deal, i) => {
    for (const rows of Map.groupBy(byDeal.get(deal.d) ?? [], ({ place }) => place).values())
      touches.push({ unit: units.of(rows), row: rows[0]! });
    start[i + 1] = touches.length;
    if (touches.slice(start[i]).some(({ row }) => row.late)) late.push(deal.id);
  });
  const words = [...new Set(deals.flatMap(({ said }) => (said === null ? [] : [said])))].toSorted();
  const place = new Map(words.map((text, i) => [text, i]));
  return {
    company: false,
    walks: {
      start,
      unit: Int32Array.from(touches, ({ unit }) => unit),
      age: Uint16Array.from(touches, ({ row }) => Math.min(65_535, Math.max(0, row.age))),
      bits: Uint8Array.from(touches, ({ row }) => bitsOf(row)),
    },
    won: {
      deal: Int32Array.from(deals, (_, i) => i),
      minor: Float64Array.from(deals, ({ minor }) => minor ?? Number.NaN),
      source: Uint8Array.from(deals, ({ sales_source: own }) => (own === null ? 2 : Number(own))),
      salesAge: Int32Array.from(deals, ({ sales_on: on, closed_on }) => (on === null ? NEVER : dayNumber(closed_on) - dayNumber(on))),
      said: Int32Array.from(deals, ({ said }) => (said === null ? -1 : place.get(said)!)),
    },
    words,
    ...units.all(),
    late_ids: late.toSorted().slice(0, LATE_IDS),
  };
};

const bitsOf = ({ by_lead, by_open, direct, sales, late, likely }: Walked): number =>
  Number(by_lead) + 2 * Number(by_open) + 4 * Number(direct) + 8 * Number(sales) + 16 * Number(late) + 64 * Number(likely);

type Units = {
  readonly of: (rows: readonly Walked[]) => number;
  readonly all: () => Pick<Credited, 'outcomes' | 'names' | 'keys' | 'first' | 'key'>;
};

/** Touches whose rows say the same are one unit. */
const unitsOf = (): Units => {
  const units = new Map<string, number>();
  const places = new Map<string, number>();
  const keys: Credited['keys'][number][] = [];
  const names: Credited['names'][number][] = [];
  const outcomes: number[] = [];
  const [first, key]: number[][] = [[0], []];
  const keyOf = ({ keys: parts, ids }: Walked): number => {
    const name = JSON.stringify([parts, ids]);
    const at = places.get(name) ?? keys.push({ keys: parts, ids }) - 1;
    places.set(name, at);
    return at;
  };
  const added = (rows: readonly Walked[]): number => {
    const { channel, campaign, outcomes: among } = rows[0]!;
    for (let nth = 0; nth < among; nth += 1) {
      for (const row of rows) if (row.in && row.nth === nth) key!.push(keyOf(row));
      first!.push(key!.length);
    }
    outcomes.push(among);
    return names.push({ channel, campaign }) - 1;
  };
  return {
    of: (rows) => {
      const { channel, campaign } = rows[0]!;
      const name = JSON.stringify([channel, campaign, rows.map((row) => [row.keys, row.ids, row.in, row.nth, row.outcomes])]);
      const at = units.get(name) ?? added(rows);
      units.set(name, at);
      return at;
    },
    all: () => ({ outcomes: Int32Array.from(outcomes), names, keys, first: Int32Array.from(first!), key: Int32Array.from(key!) }),
  };
};
