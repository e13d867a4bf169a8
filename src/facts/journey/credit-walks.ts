/**
 * Credit from kept journeys: the counted touches as numbers, read once for each state of the facts, the deals won in a period, and the
 * keys of a cut by unit of touches. No row of a touch is looked at again, whatever the cut, the model or the period.
 */
import type { Engine } from '../engine.ts';
import { untilCommit } from '../until-commit.ts';
import type { Credited, WonDeals } from '../questions/credit-found.ts';
import type { Cut } from '../questions/cut.ts';
import { creditParts, periodBound } from '../questions/journeys.ts';
import type { Asked, Head, Params } from '../questions/question.ts';
import { boundIn, fill, rowsOf, sqlOf } from '../questions/statement.ts';
import { salesSourceSql } from '../questions/touch-rules.ts';
import { journeysKept, keepJourneys } from './store.ts';
import { unitKeysOf } from './unit-keys.ts';
import { NEVER, outcomesOf, walksOf, type Walks } from './walks.ts';

/** Fewer touches than this are found about as quickly row by row. */
const WORTH = 10_000;
const [FIRST_IDS, LATE] = [100, 16];

/** True where walks answer soonest: they are kept already, or there is so much that making them takes no longer than doing without. */
export const walksWorth = async (engine: Engine): Promise<boolean> => {
  if (await journeysKept(engine)) return true;
  const [touch] = await engine.read<{ readonly n: number }>('select count(*) as n from touch');
  return touch!.n >= WORTH;
};

/** null where the cut looks at more of a touch than its unit holds. */
export const creditFromWalks = async (
  engine: Engine,
  head: Head,
  params: Params,
  cut: Cut,
): Promise<Asked<{ readonly credited: Credited; readonly deals: WonDeals } | null>> => {
  await keepJourneys(engine);
  // All at once: the engine looks up deals and keys while the touches are read.
  const [walks, keyed, period] = await Promise.all([
    walksOf(engine, head),
    outcomesOf(engine).then((outcomes) => unitKeysOf(engine, head, params, outcomes)),
    periodFor(engine, head, params, cut),
  ]);
  if (!keyed.ok) return keyed;
  if (keyed.value === null) return { ok: true, value: null };
  const { won, words, names, deals, late_ids } = period;
  const { keys, key } = keyed.value;
  return {
    ok: true,
    value: {
      credited: {
        company: true,
        walks,
        outcomes: walks.outcomes,
        names,
        won: { deal: won.d, minor: won.minor, source: won.source, salesAge: salesAgeOf(won, walks), said: won.said },
        words,
        keys,
        ...listed(key),
        late_ids,
      },
      deals,
    },
  };
};

type Period = {
  readonly won: WonColumns;
  readonly words: readonly string[];
  readonly names: Names;
  readonly deals: WonDeals;
  readonly late_ids: readonly string[];
};
const keptPeriods = untilCommit<Period>(24);

/** What does not depend on the cut, read once for each version of the rules, as-of and period. */
const periodFor = (engine: Engine, head: Head, params: Params, cut: Cut): Promise<Period> =>
  keptPeriods(
    engine,
    JSON.stringify([params['since'] ?? null, params['until'] ?? null, head.currency, head.asOf, head.zone, head.rules]),
    () => periodOf(engine, head, params, cut),
  );

const periodOf = async (engine: Engine, head: Head, params: Params, cut: Cut): Promise<Period> => {
  const [walks, won, words, names, ruled, undated] = await Promise.all([
    walksOf(engine, head),
    wonOf(engine, head, params),
    rowsOf<{ readonly said: string }>(engine, `${sqlOf('credit-said')} order by said`, periodBound(head, params)),
    namesOf(engine),
    ruledOut(engine, head, params, cut),
    rowsOf<{ readonly n: number }>(engine, sqlOf('credit-undated'), periodBound(head, params)),
  ]);
  const { deals, late_ids } = await countsOf(engine, walks, won);
  return { won, words: words.map(({ said }) => said), names, deals: { ...deals, ...ruled, undated: undated[0]!.n }, late_ids };
};

type WonColumns = {
  readonly d: Int32Array<SharedArrayBuffer>;
  readonly minor: Float64Array<SharedArrayBuffer>;
  readonly unpriced: Uint8Array<SharedArrayBuffer>;
  readonly by_account: Uint8Array<SharedArrayBuffer>;
  readonly source: Uint8Array<SharedArrayBuffer>;
  readonly closed: Int32Array<SharedArrayBuffer>;
  readonly opened: Int32Array<SharedArrayBuffer>;
  readonly said: Int32Array<SharedArrayBuffer>;
};

const wonOf = (engine: Engine, head: Head, params: Params): Promise<WonColumns> => {
  const slots = { sales_source: salesSourceSql('k.lead_channel'), said: sqlOf('credit-said') };
  const sql = fill(sqlOf('credit-won'), slots);
  return engine.columns<WonColumns>(sql, boundIn(sql, periodBound(head, params)));
};

/** Whole local days from sales' first activity, a touch of its own or the opening, to the close; the least number where there is none. */
const salesAgeOf = ({ d, closed, opened }: WonColumns, { sales }: Walks): Int32Array =>
  d.map((deal, i) => {
    const first = Math.min(sales[deal]!, opened[i]!);
    return first === NEVER ? -2_147_483_648 : closed[i]! - first;
  });

type Names = Credited['names'];
const keptNames = untilCommit<Names>(1);
/** Channel and campaign of every unit. */
const namesOf = (engine: Engine): Promise<Names> =>
  keptNames(engine, '', () => engine.read<Names[number]>('select channel, campaign from journeys.unit order by u'));

/** What the touch rules leave out; nothing is counted where they leave out nothing. */
const ruledOut = async (engine: Engine, head: Head, params: Params, cut: Cut): Promise<Pick<WonDeals, 'left_out' | 'repeats'>> => {
  const { leaveOut, repeats } = head.rules;
  if (leaveOut.channels.length + leaveOut.kinds.length === 0 && repeats.keep === 'all') return { left_out: 0, repeats: 0 };
  const sql = fill(sqlOf('credit-deals'), creditParts(head, cut));
  const [row] = await rowsOf<WonDeals>(engine, sql, periodBound(head, params));
  return { left_out: row!.left_out, repeats: row!.repeats };
};

/** One key or none per slot, as lists. */
const listed = (own: Int32Array): Pick<Credited, 'first' | 'key'> => {
  const first = new Int32Array(own.length + 1);
  own.forEach((k, s) => (first[s + 1] = first[s]! + (k < 0 ? 0 : 1)));
  return { first, key: own.filter((k) => k >= 0) };
};

/** How many deals were won in a period, and on what their credit rests: the columns of credit-deals.sql that hold for every cut. */
export const wonCounted = async (engine: Engine, head: Head, params: Params, walks: Walks): Promise<Counts['deals']> =>
  (await countsOf(engine, walks, await wonOf(engine, head, params))).deals;

type Counts = { readonly deals: Omit<WonDeals, 'left_out' | 'repeats' | 'undated'>; readonly late_ids: readonly string[] };

const countsOf = async (engine: Engine, { start, bits }: Walks, won: WonColumns): Promise<Counts> => {
  const sum = { n: won.d.length, minor: 0, priced: 0, no_amount: 0, dark: 0, dark_minor: 0, dark_any: 0, by_account: 0, touches: 0 };
  const [dark, late]: number[][] = [[], []];
  for (let i = 0; i < won.d.length; i += 1) {
    const [from, to] = [start[won.d[i]!]!, start[won.d[i]! + 1]!];
    const amount = won.minor[i]!;
    sum.touches += to - from;
    sum.no_amount += won.unpriced[i]!;
    if (to > from) sum.by_account += won.by_account[i]!;
    else {
      sum.dark_any += 1;
      dark!.push(i);
    }
    for (let t = from; t < to; t += 1)
      if ((bits[t]! & LATE) !== 0) {
        late!.push(won.d[i]!);
        break;
      }
    if (Number.isNaN(amount)) continue;
    sum.priced += 1;
    sum.minor += amount;
    if (to > from) continue;
    sum.dark += 1;
    sum.dark_minor += amount;
  }
  const size = (i: number): number => (Number.isNaN(won.minor[i]!) ? -1 : Math.abs(won.minor[i]!));
  const largest = dark!.toSorted((a, b) => size(b) - size(a));
  const least = largest.length > FIRST_IDS ? size(largest[FIRST_IDS - 1]!) : -1;
  // Those as large as the hundredth are told apart by their ids.
  const candidates = largest.filter((i) => size(i) >= least).slice(0, 50 * FIRST_IDS);
  const ids = await idsOf(engine, [...candidates.map((i) => won.d[i]!), ...late!.slice(0, 50 * FIRST_IDS)]);
  const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    deals: {
      ...sum,
      dark_ids: candidates
        .toSorted((a, b) => size(b) - size(a) || byId(ids.get(won.d[a]!)!, ids.get(won.d[b]!)!))
        .slice(0, FIRST_IDS)
        .map((i) => ids.get(won.d[i]!)!),
    },
    late_ids: late!
      .flatMap((d) => ids.get(d) ?? [])
      .toSorted(byId)
      .slice(0, FIRST_IDS),
  };
};

const idsOf = async (engine: Engine, deals: readonly number[]): Promise<ReadonlyMap<number, string>> => {
  if (deals.length === 0) return new Map();
  const rows = await engine.read<{ readonly d: number; readonly id: string }>(
    `select d, id from journeys.deal where d in (${[...new Set(deals)].join(', ')})`,
  );
  return new Map(rows.map(({ d, id }) => [d, id]));
};
