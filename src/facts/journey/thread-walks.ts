/**
 * The thread down, from kept journeys: what every node of the thread did, counted by one walk over who was met and one over the
 * counted touches of the deals of a period. The same numbers as sql/thread-down.sql gives, which says what they mean.
 *
 * The walks give way to whoever else waits after every few milliseconds.
 */
import { dayNumber } from '../../kernel/day.ts';
import type { Columns } from '../columns.ts';
import type { Engine, SqlRow } from '../engine.ts';
import { periodBound } from '../questions/journeys.ts';
import type { Head, Params } from '../questions/question.ts';
import { boundIn, fill, rowsOf, sqlOf } from '../questions/statement.ts';
import { wonCounted } from './credit-walks.ts';
import { metOf, type Met } from './met.ts';
import { walksOf, type Walks } from './walks.ts';

type Ints = Int32Array<SharedArrayBuffer>;
type Steps = { readonly c: Ints; readonly node: Ints; readonly nth: Ints };
type Bytes = Uint8Array<SharedArrayBuffer>;
type Moved = { readonly d: Ints; readonly opened: Bytes; readonly won: Bytes; readonly minor: Float64Array<SharedArrayBuffer> };

/** Rows as thread-down.sql and the columns of credit-deals.sql that an answer about the thread names. */
export const threadFromWalks = async (
  engine: Engine,
  head: Head,
  params: Params,
): Promise<{ readonly nodes: readonly SqlRow[]; readonly won: readonly SqlRow[] }> => {
  const bound = periodBound(head, params);
  const slots = { links: sqlOf('thread-links'), cost: sqlOf('thread-cost') };
  const read = <T extends Columns>(statement: string): Promise<T> => {
    const sql = fill(sqlOf(statement), slots);
    return engine.columns<T>(sql, boundIn(sql, bound));
  };
  const [walks, met] = [await walksOf(engine, head), await metOf(engine)];
  const [moving, winning] = [read<Moved>('thread-moved'), wonCounted(engine, head, params, walks)];
  for (const later of [moving, winning]) later.catch(() => undefined);
  const [nodes, steps, units] = await Promise.all([
    rowsOf(engine, fill(sqlOf('thread-nodes'), slots), bound),
    read<Steps>('thread-steps'),
    read<{ readonly c: Ints }>('thread-units'),
  ]);
  const at = whereTo(steps, nodes.length);
  // While the engine still looks up the deals.
  const reached = await reachedBy(met, units.c, at, [
    params['since'] === undefined ? 0 : dayNumber(params['since'] as string),
    Math.min(dayNumber(head.asOf), params['until'] === undefined ? Infinity : dayNumber(params['until'] as string) - 1),
  ]);
  const earned = await earnedBy(walks, await moving, units.c, at);
  const won = await winning;
  return {
    nodes: nodes.map(({ level, id, name, ref, spend_minor, days }, i) => ({
      level,
      id,
      name,
      ref,
      touches: reached.touches[i]!,
      accounts: reached.accounts[i]!,
      opened: earned.opened[i]!,
      won: earned.won[i]!,
      first_minor: earned.first[i]!,
      last_minor: earned.last[i]!,
      linear_minor: earned.linear[i]!,
      influenced_minor: earned.influenced[i]!,
      sourced_minor: earned.sourced[i]!,
      spend_minor,
      days,
    })),
    won: [won],
  };
};

/** Where each campaign leads: its nodes each once, and its steps with the outcome they go by; slices of one list for each campaign. */
type WhereTo = {
  readonly nodes: number;
  readonly campaigns: number;
  readonly from: Int32Array;
  readonly node: Int32Array;
  readonly nth: Int32Array;
  readonly onceFrom: Int32Array;
  readonly once: Int32Array;
};

const whereTo = ({ c, node, nth }: Steps, nodes: number): WhereTo => {
  const campaigns = c.length === 0 ? 1 : c.at(-1)! + 1;
  const [from, onceFrom] = [new Int32Array(campaigns + 1), new Int32Array(campaigns + 1)];
  const once: number[] = [];
  c.forEach((one, i) => {
    from[one + 1]! += 1;
    if (i > 0 && c[i - 1] === one && node[i - 1] === node[i]) return;
    onceFrom[one + 1]! += 1;
    once.push(node[i]!);
  });
  for (let i = 0; i < campaigns; i += 1) {
    from[i + 1]! += from[i]!;
    onceFrom[i + 1]! += onceFrom[i]!;
  }
  return { nodes, campaigns, from, node, nth, onceFrom, once: Int32Array.from(once) };
};

/** So many touches are walked over in a few milliseconds. */
const AT_ONCE = 20_000;
const giveWay = (): Promise<void> => new Promise((done) => setImmediate(done));

const reachedBy = async (
  { a, u, day }: Met,
  unit: Int32Array,
  { nodes, campaigns, onceFrom, once }: WhereTo,
  [first, last]: readonly [number, number],
): Promise<{ readonly touches: Float64Array; readonly accounts: Int32Array }> => {
  const [touches, accounts] = [new Float64Array(nodes), new Int32Array(nodes)];
  const met = new Float64Array(campaigns);
  const [lastOfCampaign, lastOfNode] = [new Int32Array(campaigns).fill(-1), new Int32Array(nodes).fill(-1)];
  const count = (begin: number, end: number): void => {
    for (let i = begin; i < end; i += 1) {
      if (day[i]! < first || day[i]! > last) continue;
      const campaign = unit[u[i]!]!;
      const account = a[i]!;
      met[campaign]! += 1;
      if (lastOfCampaign[campaign] === account) continue; // also where no account is known: -1
      lastOfCampaign[campaign] = account;
      for (let s = onceFrom[campaign]!; s < onceFrom[campaign + 1]!; s += 1) {
        const node = once[s]!;
        if (lastOfNode[node] === account) continue;
        lastOfNode[node] = account;
        accounts[node]! += 1;
      }
    }
  };
  for (let begin = 0; begin < a.length; begin += AT_ONCE) {
    count(begin, Math.min(a.length, begin + AT_ONCE));
    await giveWay();
  }
  for (let campaign = 0; campaign < campaigns; campaign += 1)
    for (let s = onceFrom[campaign]!; s < onceFrom[campaign + 1]!; s += 1) touches[once[s]!]! += met[campaign]!;
  return { touches, accounts };
};

type Earned = { readonly [of in 'opened' | 'won' | 'first' | 'last' | 'linear' | 'influenced' | 'sourced']: Float64Array };

const earnedBy = async (walks: Walks, moved: Moved, campaignOf: Int32Array, at: WhereTo): Promise<Earned> => {
  const none = (): Float64Array => new Float64Array(at.nodes);
  const sum = { opened: none(), won: none(), first: none(), last: none(), linear: none(), influenced: none(), sourced: none() };
  const among = outcomesBy(at, campaignOf, walks.outcomes);
  const got = { linear: sharesOf(among), first: sharesOf(among), last: sharesOf(among) };
  const [seen, seenBy] = [new Int32Array(at.nodes).fill(-1), new Int32Array(at.campaigns).fill(-1)];
  for (let i = 0; i < moved.d.length;) {
    i = earn(walks, moved, campaignOf, at, among, got, sum, seen, seenBy, i);
    await giveWay();
  }
  for (let campaign = 0; campaign < at.campaigns; campaign += 1)
    for (let s = at.from[campaign]!; s < at.from[campaign + 1]!; s += 1)
      for (const model of ['linear', 'first', 'last'] as const) sum[model][at.node[s]!]! += partOf(got[model], among, campaign, at.nth[s]!);
  return sum;
};

/** Adds up deals from the i-th on until enough touches are walked over; gives the next one. A loop of its own, without a wait in it, runs several times as fast. */
const earn = (
  { start, unit }: Walks,
  { d, opened, won, minor }: Moved,
  campaignOf: Int32Array,
  { onceFrom, once }: WhereTo,
  among: Among,
  got: { readonly [of in 'linear' | 'first' | 'last']: Shares },
  sum: Earned,
  seen: Int32Array,
  seenBy: Int32Array,
  begin: number,
): number => {
  let i = begin;
  for (let walked = 0; i < d.length && walked < AT_ONCE; i += 1) {
    const from = start[d[i]!]!;
    const n = start[d[i]! + 1]! - from;
    walked += n + 1;
    const money = Number.isNaN(minor[i]!) ? 0 : minor[i]!;
    const sign = money < 0 ? -1 : 1;
    const part = Math.floor(Math.abs(money) / n);
    const over = Math.abs(money) % n;
    for (let place = 0; place < n; place += 1) {
      const campaign = campaignOf[unit[from + place]!]!;
      give(got.linear, among, campaign, sign * (place < over ? part + 1 : part), place);
      if (place === 0) give(got.first, among, campaign, money, place);
      if (place === n - 1) give(got.last, among, campaign, money, place);
      if (seenBy[campaign] === i) continue;
      seenBy[campaign] = i;
      const last = onceFrom[campaign + 1]!;
      for (let s = onceFrom[campaign]!; s < last; s += 1) {
        const node = once[s]!;
        if (seen[node] === i) continue;
        seen[node] = i;
        if (place === 0) sum.sourced[node]! += money;
        sum.opened[node]! += opened[i]!;
        sum.won[node]! += won[i]!;
        sum.influenced[node]! += money;
      }
    }
  }
  return i;
};

/** Per campaign, among how many outcomes its touches are shared, and where its outcomes stand in a list of all. */
type Among = { readonly of: Int32Array; readonly from: Int32Array };

const outcomesBy = ({ campaigns }: WhereTo, campaignOf: Int32Array, outcomes: Int32Array): Among => {
  const [of, from] = [new Int32Array(campaigns).fill(1), new Int32Array(campaigns + 1)];
  campaignOf.forEach((campaign, u) => (of[campaign] = outcomes[u]!));
  of.forEach((n, campaign) => (from[campaign + 1] = from[campaign]! + n));
  return { of, from };
};

/**
 * Money of campaigns, shared among the outcomes they serve in equal parts; what is left over goes to the outcomes by turns, from the
 * touch's place on (sql/tracked.sql). `even`: what each outcome of a campaign has alike; `over`: what was left over, by outcome.
 */
type Shares = { readonly even: Float64Array; readonly over: Float64Array };

const sharesOf = ({ of, from }: Among): Shares => ({ even: new Float64Array(of.length), over: new Float64Array(from.at(-1)!) });

const give = ({ even, over }: Shares, { of, from }: Among, campaign: number, money: number, place: number): void => {
  const n = of[campaign]!;
  if (n === 1) {
    even[campaign]! += money;
    return;
  }
  const sign = money < 0 ? -1 : 1;
  const each = Math.floor((sign * money) / n);
  even[campaign]! += sign * each;
  const left = sign * money - each * n;
  for (let k = 0; k < left; k += 1) over[from[campaign]! + ((place + k) % n)]! += sign;
};

/** What a campaign leads on to a node: all of it (nth below 0), or what its nth outcome has. */
const partOf = ({ even, over }: Shares, { of, from }: Among, campaign: number, nth: number): number => {
  const n = of[campaign]!;
  if (nth >= 0) return even[campaign]! + over[from[campaign]! + nth]!;
  let all = n * even[campaign]!;
  for (let k = 0; k < n; k += 1) all += over[from[campaign]! + k]!;
  return all;
};
