/**
 * Walks: the kept journeys as columns of numbers in memory that threads share; read once for each state of the facts, each
 * version of the touch rules and each as-of, and the last two kept. Six bytes a touch.
 *
 * The columns mean what sql/walks.sql says; deals are numbered as in journeys.deal.
 */
import { dayNumber } from '../../kernel/day.ts';
import type { Column } from '../columns.ts';
import type { Engine } from '../engine.ts';
import { untilCommit } from '../until-commit.ts';
import { journeyOver, periodBound } from '../questions/journeys.ts';
import type { Head, Params } from '../questions/question.ts';
import { boundIn, fill, sqlOf } from '../questions/statement.ts';
import { directSql, leftOutSql, rulesBound, salesSql } from '../questions/touch-rules.ts';
import { keptColumns } from './column-files.ts';
import { keepJourneys } from './store.ts';

export type Walks = {
  /** One entry per deal and one more: where its touches begin. */
  readonly start: Int32Array<SharedArrayBuffer>;
  readonly unit: Int32Array<SharedArrayBuffer>;
  readonly age: Uint16Array<SharedArrayBuffer>;
  readonly bits: Uint8Array<SharedArrayBuffer>;
  /** Per deal, the first day (since 1970-01-01) on which sales did something with it, whether that touch counts or not; NEVER where it did not. */
  readonly sales: Int32Array<SharedArrayBuffer>;
  /** Per unit, among how many outcomes its touches are shared. */
  readonly outcomes: Int32Array<SharedArrayBuffer>;
};
/** The deals of a period: their numbers; 1 where won in it; amounts in minor units, NaN where there is none. */
export type WalkDeals = {
  readonly deal: Int32Array<SharedArrayBuffer>;
  readonly won: Uint8Array<SharedArrayBuffer>;
  readonly minor: Float64Array<SharedArrayBuffer>;
};

/** A day that does not come. */
export const NEVER = 2_147_483_647;

const kept = untilCommit<Walks>(2);

/** The walks as of a day, under the rules of the head. Builds the journeys first where they are not right. */
export const walksOf = async (engine: Engine, head: Head): Promise<Walks> => {
  await keepJourneys(engine);
  return kept(engine, JSON.stringify([head.asOf, head.zone, head.rules]), () => read(engine, head));
};

const keptOutcomes = untilCommit<Ints>(1);
/** Per unit, among how many outcomes its touches are shared: of journeys that are right. */
export const outcomesOf = (engine: Engine): Promise<Ints> =>
  keptOutcomes(engine, '', async () => (await engine.columns<{ readonly outcomes: Ints }>(sqlOf('unit-outcomes'))).outcomes);

const COUNT_DAYS = 65_535;
/** So many touches are walked over in a few milliseconds. */
const AT_ONCE = 100_000;
/** Of the bits of journeys.walk: it was loaded late; it is dated after the close; it is the deal's by a likely link. */
const [LATE, AFTER, LIKELY] = [16, 32, 64];
/** Of the bits of a unit: sales' own. */
const SALES = 8;

/** Reads the numbers as they are kept and leaves out what does not count: the same conditions as sql/journey.sql. */
const read = async (engine: Engine, head: Head): Promise<Walks> => {
  if (head.rules.repeats.keep !== 'all') return readSlowly(engine, head);
  const units = `select t.u, (${leftOutSql(head.rules, 't')})::utinyint as out, (4 * (${directSql('t')})::utinyint + 8 * (${salesSql('t')})::utinyint)::utinyint as bits from journeys.unit t order by t.u`;
  const [walk, deal, unit, outcomes] = await Promise.all([
    keptColumns<{ readonly d: Ints; readonly u: Ints; readonly day: Shorts; readonly known: Shorts; readonly bits: Bytes }>(engine, 'walk'),
    engine.columns<{ readonly ended: Ints }>('select ended from journeys.deal order by d'),
    engine.columns<{ readonly out: Bytes; readonly bits: Bytes }>(units, boundIn(units, rulesBound(head.rules))),
    outcomesOf(engine),
  ]);
  const asOf = dayNumber(head.asOf);
  const { d, u, day, known, bits } = walk;
  const { ended } = deal;
  const start = new Int32Array(new SharedArrayBuffer(4 * (ended.length + 1)));
  const age = new Uint16Array(new SharedArrayBuffer(2 * d.length));
  const sales = new Int32Array(new SharedArrayBuffer(4 * ended.length)).fill(NEVER);
  const { lookBackDays } = head.rules;
  let n = 0;
  // A loop of its own, without a wait in it, runs several times as fast.
  const count = (begin: number, finish: number): void => {
    for (let i = begin; i < finish; i += 1) {
      if (known[i]! > asOf) continue;
      const at = d[i]!;
      const of = u[i]!;
      if ((unit.bits[of]! & SALES) !== 0 && day[i]! < sales[at]!) sales[at] = day[i]!;
      const closed = ended[at]! <= asOf;
      const days = (closed ? ended[at]! : asOf) - day[i]!;
      if ((closed && (bits[i]! & AFTER) !== 0) || days > lookBackDays || unit.out[of] === 1) continue;
      start[at + 1]! += 1;
      age[n] = Math.min(COUNT_DAYS, Math.max(0, days));
      bits[n] = (bits[i]! & (closed ? LATE | LIKELY | 3 : LIKELY | 3)) | unit.bits[of]!;
      u[n] = of;
      n += 1;
    }
  };
  for (let begin = 0; begin < d.length; begin += AT_ONCE) {
    count(begin, Math.min(d.length, begin + AT_ONCE));
    await new Promise((done) => setImmediate(done));
  }
  for (let at = 0; at < ended.length; at += 1) start[at + 1]! += start[at]!;
  return {
    start,
    unit: u.subarray(0, n),
    age: age.subarray(0, n),
    bits: bits.subarray(0, n),
    sales,
    outcomes,
  };
};

type Ints = Int32Array<SharedArrayBuffer>;
type Shorts = Uint16Array<SharedArrayBuffer>;
type Bytes = Uint8Array<SharedArrayBuffer>;

type Read = {
  readonly d: Int32Array<SharedArrayBuffer>;
  readonly r: Int32Array<SharedArrayBuffer>;
  readonly u: Int32Array<SharedArrayBuffer>;
  readonly age: Uint16Array<SharedArrayBuffer>;
  readonly bits: Uint8Array<SharedArrayBuffer>;
};

/** The same by the statements that count touches for every question: where the rules look at neighbours of a touch. */
const readSlowly = async (engine: Engine, head: Head): Promise<Walks> => {
  const [size] = await engine.read<{ readonly deals: number; readonly touches: number }>(
    'select (select count(*) from journeys.deal) as deals, (select count(*) from journeys.touch) as touches',
  );
  const sql = fill(sqlOf('walks'), {
    journey: journeyOver('select *, rowid::integer as r from journeys.touch', head),
    made: sqlOf('lead-made'),
    direct: directSql('j'),
    sales: salesSql('j'),
  });
  const bound = { ...periodBound(head, {}), zone: head.zone };
  const firstSql = fill(sqlOf('sales-first'), { sales: salesSql('u') });
  const [{ d, r, u, age, bits }, first, outcomes] = await Promise.all([
    engine.columns<Read>(sql, boundIn(sql, bound), size!.touches),
    engine.columns<{ readonly d: Ints; readonly day: Shorts }>(firstSql, boundIn(firstSql, bound)),
    outcomesOf(engine),
  ]);
  const order = orderOf(r, size!.touches);
  const start = new Int32Array(new SharedArrayBuffer(4 * (size!.deals + 1)));
  for (const deal of d) start[deal + 1]! += 1;
  for (let deal = 0; deal < size!.deals; deal += 1) start[deal + 1]! += start[deal]!;
  const sales = new Int32Array(new SharedArrayBuffer(4 * size!.deals)).fill(NEVER);
  first.d.forEach((deal, i) => (sales[deal] = first.day[i]!));
  return { start, unit: inOrder(u, order), age: inOrder(age, order), bits: inOrder(bits, order), sales, outcomes };
};

/** Where each row belongs; null where they came in their order. A join may hand rows on in another than they stand in. */
const orderOf = (r: Int32Array, of: number): Int32Array | null => {
  let sorted = true;
  for (let i = 1; i < r.length && sorted; i += 1) sorted = r[i]! > r[i - 1]!;
  if (sorted) return null;
  const at = new Int32Array(of).fill(-1);
  r.forEach((row, i) => (at[row] = i));
  return at.filter((i) => i >= 0);
};

const inOrder = <T extends Column>(column: T, order: Int32Array | null): T => {
  if (order === null) return column;
  const moved = column.slice();
  order.forEach((from, i) => (column[i] = moved[from]!));
  return column;
};

/** The deals that were decided in a period, or were open at its end. */
export const walkDealsOf = async (engine: Engine, head: Head, params: Params): Promise<WalkDeals> => {
  const sql = sqlOf('walk-deals');
  const { d, won, minor } = await engine.columns<{
    readonly d: Int32Array<SharedArrayBuffer>;
    readonly won: Uint8Array<SharedArrayBuffer>;
    readonly minor: Float64Array<SharedArrayBuffer>;
  }>(sql, boundIn(sql, periodBound(head, params)));
  return { deal: d, won, minor };
};
