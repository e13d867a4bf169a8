/**
 * Journeys, kept: the touches of every deal, found once for all deals and laid down in order of deal and time.
 *
 * Finding them (people, addresses, accounts) and putting them in order is most of the work of any question about
 * journeys, and it changes only when the facts do. They stand in a file of their own beside the facts (`journeys.duckdb`, or
 * in memory beside facts in memory), which may be thrown away at any time: it is built anew.
 *
 *   journeys.deal    d, src, id, ended               d numbers the deals in order of source and id; ended: day number of the close, 2147483647
 *                    where there is none
 *   journeys.unit    u, campaign, channel, kind, offline   every way in which these four come together in touches
 *   journeys.touch   d, u, rule, who, src, id, touched_on, touched_at and the touch's own columns; in order of d, then of time
 *   journeys.walk    d, u, day, known, bits          the same touches, those with a day, as numbers: known is the day from which
 *                    one could know of it, bits as in walks.ts
 *   journeys.met     a, u, day                       every touch with a day, of a deal or not, as numbers; in order of accounts (met.ts)
 *   journeys.known   d and what sql/deal-known.sql says, in order of source and id
 *   journeys.name    h, d: where the deals of an id stand, in order of the hash of the id, so that one is found without reading all ids
 *   journeys.sign    what each deal showed of the stages it reached, and since when that counts (sql/deal-signs.sql)
 *   journeys.first_touch, journeys.first_met   the first touch of each account, of all sources together and of its own (sql of these names)
 *   journeys.person  person, kind, src, name, title  what each person goes by, in order of persons
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
import { dealSignsSql } from '../questions/stage-rules.ts';
import { fill, sqlOf } from '../questions/statement.ts';
import { dropColumns, saveColumns } from './column-files.ts';

const DEALS = `create or replace table journeys.deal as
  select (row_number() over (order by src, id) - 1)::integer as d, src, id, account_id,
    coalesce(if(status in ('won', 'lost'), closed_on - date '1970-01-01', null), 2147483647)::integer as ended
  from opportunity order by src, id`;
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

const KNOWN = (): string => `create or replace table journeys.known as
  select k.d, o.* from (${fill(sqlOf('deal-known'), { made: sqlOf('lead-made') })}) o join journeys.deal k on k.src = o.src and k.id = o.id order by o.src, o.id`;
const NAMES = `create or replace table journeys.name as select hash(id) as h, d from journeys.deal order by h`;
const PEOPLE = `create or replace table journeys.person as
  select w.person, w.kind, w.src, p.name, p.title
  from person_of w left join contact p on p.src = if(w.kind = 'contact', w.src, null) and p.id = w.id
  where w.speaks order by w.person`;
/** Moments are compared by the hour where both have one, else by the local day, when a touch of that day stands before. */
const WALK = (): string => `create or replace table journeys.walk as
  with ${sqlOf('lead-made')},
  deal as (
    select k.d, o.closed_on, o.closed_at, o.status in ('won', 'lost') and o.closed_on is not null as closed, o.opened_on, o.opened_at, o.load,
      if(l.created_on is null, a.made_on, l.created_on) as lead_on, if(l.created_on is null, a.made_at, l.created_at) as lead_at
    from journeys.deal k join opportunity o on o.src = k.src and o.id = k.id left join lead l on l.src = o.src and l.id = o.lead_id
      left join made a on a.src = o.src and a.id = o.id
  ),
  arrived as (select n, timezone(coalesce((select zone from company), 'UTC'), timezone('UTC', loaded_at))::date as day from load)
  select t.d, t.u, greatest(0, t.touched_on - date '1970-01-01')::usmallint as day,
    greatest(0, t.touched_on - date '1970-01-01', coalesce(t.known_on - date '1970-01-01', 0))::usmallint as known,
    (coalesce(t.touched_at <= d.lead_at, t.touched_on <= d.lead_on, false)::utinyint
      + 2 * coalesce(t.touched_at <= d.opened_at, t.touched_on <= d.opened_on, false)::utinyint
      + 16 * coalesce(d.closed and t.load > d.load and b.day > d.closed_on, false)::utinyint
      + 32 * coalesce(d.closed and coalesce(t.touched_at > d.closed_at, t.touched_on > d.closed_on), false)::utinyint
      + 64 * (not t.sure)::utinyint)::utinyint as bits
  from (select *, rowid as r from journeys.touch) t join deal d on d.d = t.d left join arrived b on b.n = t.load
  where t.touched_on is not null
  order by t.r`;

const SIGNS = (): string => `create or replace table journeys.sign as from ${dealSignsSql()} order by src, id`;
const FIRST = (): readonly string[] => [
  `create or replace table journeys.first_touch as ${sqlOf('first-touches')}`,
  `create or replace table journeys.first_met as ${sqlOf('first-met')}`,
];

const MET = `create or replace table journeys.met as
  with belongs as (
    select p.src, p.id, min(o.account) as account from person_of p join account_of o on o.person = p.person where p.kind = 'contact' group by p.src, p.id
  )
  select coalesce(b.account, k.account, -1)::integer as a, u.u, greatest(0, t.touched_on - date '1970-01-01')::usmallint as day
  from touch t
  join journeys.unit u on u.campaign is not distinct from t.campaign and u.channel is not distinct from t.channel
    and u.kind is not distinct from t.kind and u.offline is not distinct from t.offline
  left join belongs b on b.src = t.src and b.id = t.contact_id
  left join account_key k on k.src = t.src and k.id = t.account_id
  where t.touched_on is not null
  order by a, u.u`;

const statements = (): readonly string[] => [DEALS, UNITS, touches(), WALK(), MET, KNOWN(), NAMES, PEOPLE, SIGNS(), ...FIRST()];
/** The statements that make them: made otherwise, kept ones are not right any more. */
const digest = (): string => createHash('sha256').update(statements().join(';')).digest('hex');

type Known = {
  attached: Promise<void> | null;
  at: number;
  right: boolean;
  building: Promise<void> | null;
  closing: boolean;
  /** The commit for which a building in the background was last thought of. */
  soon: number;
  stop: () => void;
};
const knownBy = new WeakMap<Engine, Known>();
const known = (engine: Engine): Known => {
  const found = knownBy.get(engine) ?? {
    attached: null,
    at: -1,
    right: false,
    building: null,
    closing: false,
    soon: -1,
    stop: () => undefined,
  };
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
      while (!here.closing && !(await isRight(engine, here))) {
        await engine.aside((tx) => build(tx, here));
        // Without them the same is read from the tables, more slowly.
        if (!here.closing) await saveColumns(engine).catch(() => undefined);
      }
      here.at = -1;
    } finally {
      here.building = null;
    }
  })());
};

/** With fewer touches and stage entries, finding those of a question takes no longer than a person notices. */
const WORTH = 100_000;
/** Loads come one after another: building begins when none has for this long. */
const QUIET_MS = 2_000;

/**
 * Makes them right by and by, where there is so much that it is worth it. Costs nothing to say again and again, and
 * keeps no process alive. What goes wrong goes wrong for nobody: questions find the touches themselves.
 */
export const keepJourneysSoon = (engine: Engine): void => {
  const here = known(engine);
  const at = engine.commits();
  if (here.soon === at || here.closing) return;
  here.soon = at;
  const begin = async (): Promise<void> => {
    if (here.closing || engine.commits() !== at) return;
    if (engine.busy()) return later(); // a load under way would have it all done again
    if (await journeysKept(engine)) return;
    const [rows] = await engine.read<{ readonly n: number }>(
      'select (select count(*) from touch) + (select count(*) from stage_entry) as n',
    );
    if (rows!.n >= WORTH) await keepJourneys(engine);
  };
  const later = (): void => void setTimeout(() => void begin().catch(() => undefined), QUIET_MS).unref();
  later();
};

const build = async (tx: Tx, here: Known): Promise<void> => {
  here.stop = () => tx.connection.interrupt();
  await tx.run('begin transaction');
  const [facts] = await tx.read<{ readonly stamp: string }>('select stamp from facts_stamp');
  for (const sql of statements()) await tx.run(sql);
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

/** Throws away what is kept, and its bytes: for when somebody is erased from the facts. It is worked out anew when it is asked for. */
export const forgetJourneys = async (engine: Engine): Promise<void> => {
  const here = known(engine);
  if (here.attached === null && engine.file === ':memory:') return;
  await here.building?.catch(() => undefined);
  await attach(engine, here);
  await dropColumns(engine);
  await engine.aside(async (tx) => {
    const tables = await tx.read<{ readonly name: string }>(
      "select table_name as name from duckdb_tables() where database_name = 'journeys'",
    );
    for (const { name } of tables) await tx.run(`drop table journeys.${name}`);
    await tx.run('checkpoint journeys').catch(() => undefined);
  });
  here.at = -1;
};
