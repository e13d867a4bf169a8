/**
 * Credit learned from all deals together: exact Markov chains and Shapley values, off the event loop.
 *
 * Kept until the facts change, by question: whoever asks for the same waits for the same computing, and one who walks
 * away does not end it. A cut of more than 500 keys keeps the 500 most touched and gathers the others by channel, unless all
 * are asked for; that takes a minute for 3,000 campaigns, in the background, with progress.
 */
import type { Engine } from '../../../facts/engine.ts';
import { keepJourneys } from '../../../facts/journey/store.ts';
import { unitKeysOf, type UnitKeys } from '../../../facts/journey/unit-keys.ts';
import { outcomesOf, walkDealsOf, walksOf, type Walks } from '../../../facts/journey/walks.ts';
import { untilCommit } from '../../../facts/until-commit.ts';
import { headOf } from '../../../facts/questions/head.ts';
import type { Head, Params } from '../../../facts/questions/question.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { dayIn } from '../../../kernel/zone.ts';
import type { Bounds, Learned } from '../../../models/attribution/learned.ts';
import { dressLearned, type LearnedRow } from '../../../views/answers/credit-learned.ts';
import type { Answer } from '../../../kernel/answer.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Input, Run, World } from '../operation.ts';
import { asProblem } from './as-problem.ts';

const MOST = 500;
/**
 * Deals are drawn anew as often as this many touches walked and this many steps of solving allow (keys cubed each time), at least
 * a hundred times and at most four hundred. Beyond a thousand keys a hundred times would take hours: then there are no intervals.
 */
const [DRAWN, SOLVED, MOST_DRAWN] = [400_000_000, 20e9, 1000];
const timesOf = (touches: number, keys: number): number =>
  keys > MOST_DRAWN ? 0 : Math.max(100, Math.min(400, Math.floor(Math.min(DRAWN / Math.max(1, touches), SOLVED / Math.max(1, keys) ** 3))));

export const creditLearned: Run<'credit-learned'> = async (world, { company, ...said }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const { facts, room } = met.value;
  const today = dayIn(room.book().company.get('company')?.zone ?? 'UTC', world.now());
  return once(facts.engine, JSON.stringify([today, said]), () => answer(world, facts.engine, said, today));
};

type Asked = Omit<Input<'credit-learned'>, 'company'>;
type Answered = Result<Answer, Problem>;

const answer = async (world: World, engine: Engine, said: Asked, today: string): Promise<Answered> => {
  const { by, where, order = 1, full = false, intervals = false, rate = true } = said;
  const params: Params = {
    today,
    by: [by ?? 'channel'],
    ...(where !== undefined && { where: [where].flat() }),
    ...(said.since !== undefined && { since: said.since }),
    ...(said.until !== undefined && { until: said.until }),
    ...(said.asOf !== undefined && { asOf: said.asOf }),
  };
  if (said.since !== undefined && said.until !== undefined && said.since >= said.until)
    return problem('bad-parameter', `until (${said.until}) must lie after since (${said.since}); it is not included itself.`);
  world.progress({ phase: 'reading journeys', done: 0, of: null });
  const head = await headOf(engine, 'credit-learned', params);
  await keepJourneys(engine);
  const [walks, deals, keys] = await Promise.all([
    walksOf(engine, head),
    walkDealsOf(engine, head, params),
    outcomesOf(engine).then((outcomes) => unitKeysOf(engine, head, params, outcomes)),
  ]);
  if (!keys.ok) return asProblem(keys.refusal);
  if (keys.value === null || keys.value.splits)
    return problem(
      'unfit-cut',
      `A chain follows deals from one ${by ?? 'channel'} to the next, and a touch must then stand under one alone.`,
      'Cut by channel, campaign, item, priority, guidepoint, kind or offline.',
    );
  const grouped = await gathered(engine, head, keys.value, walks, full ? Infinity : MOST);
  if (order > 1 && grouped.names.length > 24)
    return problem(
      'too-many-keys',
      `A chain that remembers ${order} touches takes at most 24 keys; this cut has ${grouped.names.length}.`,
      'Ask by channel, or for order 1.',
    );
  const found = await world.house.offLoop.run(
    'learned',
    {
      walks: { start: walks.start, unit: walks.unit },
      deals,
      key: grouped.key,
      keys: grouped.names.length,
      order: order as 1 | 2 | 3,
      times: intervals ? timesOf(walks.unit.length, grouped.names.length) : 0,
      seed: head.asOf,
      rate,
    },
    { onProgress: world.progress, background: full || intervals },
  );
  const raw = { ...head, params, cuts: keys.value.cuts, where: keys.value.where, tables: {} };
  return ok(dressLearned(raw, rowsOf(grouped.names, found), { ...found, order, gathered: grouped.gathered, bounds: intervals }));
};

const rowsOf = (names: readonly Name[], { touched, markov, shapley, rate, interval }: Learned): LearnedRow[] =>
  names.map(({ key, id }, k) => ({
    key,
    id,
    n: touched[k]!,
    removal: markov.won?.removal[k] ?? null,
    share: markov.won?.share[k] ?? null,
    shareOfMoney: markov.value?.share[k] ?? null,
    interval: interval && {
      share: boundsAt(interval.share, k),
      money: boundsAt(interval.money, k),
      shapley: boundsAt(interval.shapley, k),
    },
    shapleyDeals: shapley.won[k]!,
    shapleyMinor: shapley.value[k]!,
    rate: rate?.phi[k] ?? null,
  }));

const boundsAt = ({ low, high }: Bounds, k: number): { readonly low: number; readonly high: number } => ({ low: low[k]!, high: high[k]! });

type Name = { readonly key: string; readonly id: string | null };
type Grouped = { readonly key: Int32Array; readonly names: readonly Name[]; readonly gathered: readonly Name[] };

/** One key per unit; where there are more than `most`, the least touched stand together by their channel. */
const gathered = async (engine: Engine, head: Head, { keys, key }: UnitKeys, { unit, outcomes }: Walks, most: number): Promise<Grouped> => {
  const slot = new Int32Array(outcomes.length + 1);
  outcomes.forEach((n, u) => (slot[u + 1] = slot[u]! + n));
  const names = keys.map(({ keys: parts, ids }): Name => ({ key: parts.join(' · '), id: ids[0] ?? null }));
  const own = Int32Array.from(outcomes, (_, u) => key[slot[u]!]!);
  if (names.length <= most) return { key: own, names, gathered: [] };
  const touches = new Float64Array(names.length);
  for (const u of unit) if (own[u]! >= 0) touches[own[u]!]! += 1;
  const order = [...names.keys()].toSorted((a, b) => touches[b]! - touches[a]! || a - b);
  const place = new Int32Array(names.length).fill(-1);
  order.slice(0, most).forEach((k, i) => (place[k] = i));
  const kept: Name[] = order.slice(0, most).map((k) => names[k]!);
  const channels = await unitKeysOf(engine, head, { by: ['channel'] }, outcomes);
  const byChannel = channels.ok ? channels.value : null;
  const rest = new Map<string, number>();
  const mine = own.map((k, u) => {
    if (k < 0 || place[k]! >= 0) return k < 0 ? -1 : place[k]!;
    const name = `rest of ${byChannel?.keys[byChannel.key[slot[u]!]!]?.keys[0] ?? 'all'}`;
    const at = rest.get(name) ?? kept.push({ key: name, id: null }) - 1;
    rest.set(name, at);
    return at;
  });
  return { key: mine, names: kept, gathered: order.slice(most).map((k) => names[k]!) };
};

/** The answer of that name, computed once while the facts stand. */
const once = untilCommit<Answered>(40);
