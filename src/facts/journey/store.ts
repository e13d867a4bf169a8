/**
 * Journeys, kept: the touches of every deal, found once for all deals and laid down in order of deal and time.
 *
 * Finding them (people, addresses, accounts) and putting them in order is most of the work of any question about
 * journeys, and it changes only when the facts do. They stand in a file of their own beside the facts (`journeys.duckdb`, or
 * in memory beside facts in memory), which may be thrown away at any time: it is built anew.
 *
 *   journeys.deal    d, src, id                      d numbers the deals in order of source and id
 *   journeys.unit    u, campaign, channel, kind, offline   every way in which these four come together in touches
 *   journeys.touch   d, u, rule, who, src, id, touched_on, touched_at and the touch's own columns; in order of d, then of time
 *   journeys.state   the stamp of the facts they were made from, and a digest of the statements that made them
 *
 * Which touches *count* is no part of it: look-back, rules, as-of and period are asked of these rows as they are of the
 * touches themselves (questions/sql/journey.sql), so every answer is the one that the facts alone would give.
 *
 * Right    while both stamps are one: a commit of any kind to the facts gives them a new one, whoever makes it, also across
 *          restarts, copies and restores. Not right, or not there: questions find the touches themselves, more slowly
 * Replaced whole, in one transaction, from one state of the facts
 */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Engine, Tx } from '../engine.ts';
import { lit } from '../quote.ts';
import { COLUMNS } from '../questions/journeys.ts';
import { fill, sqlOf } from '../questions/statement.ts';

const DEALS = `create or replace table journeys.deal as
  select (row_number() over (order by src, id) - 1)::integer as d, src, id, account_id from opportunity order by src, id`;
const UNITS = `create or replace table journeys.unit as
  select (row_number() over (order by campaign, channel, kind, offline) - 1)::integer as u, campaign, channel, kind, offline
  from (select distinct campaign, channel, kind, offline from touch) order by u`;
const touches = (): string => `create or replace table journeys.touch as
  with deal as (select d, src, id, account_id from journeys.deal),
  ${fill(sqlOf('journey-found'), { touch: 'touch', carry: COLUMNS })}
  select f.d, u.u, f.* exclude (d)
  from found f join journeys.unit u on u.campaign is not distinct from f.campaign and u.channel is not distinct from f.channel
    and u.kind is not distinct from f.kind and u.offline is not distinct from f.offline
  order by f.d, f.touched_on, f.touched_at nulls first, f.src, f.id`;

/** The statements that make them: made otherwise, kept ones are not right any more. */
const digest = (): string => createHash('sha256').update([DEALS, UNITS, touches()].join(';')).digest('hex');

type Known = {
  attached: Promise<void> | null;
  at: number;
  right: boolean;
  building: Promise<void> | null;
  closing: boolean;
  stop: () => void;
};
const knownBy = new WeakMap<Engine, Known>();
const known = (engine: Engine): Known => {
  const found = knownBy.get(engine) ?? { attached: null, at: -1, right: false, building: null, closing: false, stop: () => undefined };
  knownBy.set(engine, found);
  return found;
};

/** True while kept journeys are there and right. Costs nothing while the facts do not change. */
export const journeysKept = async (engine: Engine): Promise<boolean> => {
  const here = known(engine);
  const at = engine.commits();
  if (here.at === at) return here.right;
  // Those in memory are gone with their process; nobody opens a file only to find nothing in it.
  if (here.attached === null && engine.file === ':memory:') return false;
  const right = await isRight(engine, here);
  if (engine.commits() === at) {
    here.at = at;
    here.right = right;
  }
  return right;
};

const isRight = async (engine: Engine, here: Known): Promise<boolean> => {
  await attach(engine, here);
  const [table] = await engine.read("select 1 from duckdb_tables() where database_name = 'journeys' and table_name = 'state'");
  if (!table) return false;
  const [state] = await engine.read<{ readonly right: boolean }>(
    `select s.stamp = (select stamp from facts_stamp) and s.made_by = ${lit(digest())} as "right" from journeys.state s`,
  );
  return state?.right === true;
};

const attach = (engine: Engine, here: Known): Promise<void> =>
  (here.attached ??= (async () => {
    const file = engine.file === ':memory:' ? ':memory:' : join(dirname(engine.file), 'journeys.duckdb');
    const open = (): Promise<unknown> => engine.read(`attach if not exists ${lit(file)} as journeys`);
    try {
      await open();
    } catch {
      // A damaged file, or one of another version: what it held can be worked out again.
      await Promise.all([rm(file, { force: true }), rm(`${file}.wal`, { force: true })]);
      await open();
    }
  })());

/**
 * Makes them right where they are not; ends when they are. Whoever asks meanwhile waits for the same building; what is
 * committed to the facts meanwhile is taken in by building again. Readers see the old ones until the new ones are whole.
 */
export const keepJourneys = (engine: Engine): Promise<void> => {
  const here = known(engine);
  return (here.building ??= (async () => {
    try {
      await attach(engine, here);
      while (!here.closing && !(await isRight(engine, here))) await engine.aside((tx) => build(tx, here));
      here.at = -1;
    } finally {
      here.building = null;
    }
  })());
};

const build = async (tx: Tx, here: Known): Promise<void> => {
  here.stop = () => tx.connection.interrupt();
  await tx.run('begin transaction');
  const [facts] = await tx.read<{ readonly stamp: string }>('select stamp from facts_stamp');
  for (const sql of [DEALS, UNITS, touches()]) await tx.run(sql);
  await tx.run(`create or replace table journeys.state as select ${lit(facts!.stamp)} as stamp, ${lit(digest())} as made_by`);
  await tx.run('commit');
};

/** Breaks off a building under way and begins none any more: an engine is closed after this. */
export const leaveJourneys = async (engine: Engine): Promise<void> => {
  const here = known(engine);
  here.closing = true;
  if (here.building) here.stop();
  await here.building?.catch(() => undefined);
};
