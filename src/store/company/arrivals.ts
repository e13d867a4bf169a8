/**
 * Arrivals: events that programs sent in, kept from the moment they are answered until they stand in the facts, and
 * for some weeks after, so that one sent again is known and one that did not count can be counted after all.
 */
import { DatabaseSync } from 'node:sqlite';
import { together } from '../sqlite.ts';

export type Became = 'waiting' | 'touch' | 'link' | 'kept';

/** An event to keep. `message`: its id, once in a source. Times are instants; `day` the company's when it was received. */
export type NewArrival = {
  readonly message: string;
  readonly occurredAt: string;
  readonly type: string;
  readonly event: string;
  readonly json: string;
};
export type Arrival = {
  readonly seq: number;
  readonly source: string;
  readonly message: string;
  readonly receivedAt: string;
  readonly day: string;
  readonly occurredAt: string;
  readonly json: string;
};
/** Something sent that was not taken, as it came, and why. */
export type Refused = { readonly type: string; readonly event: string; readonly reason: string; readonly json: string };
export type RefusedArrival = Refused & { readonly receivedAt: string };
/** Somebody who is to be forgotten, by what events call him: user and anonymous ids, and addresses. */
export type Forgotten = { readonly visitors: readonly string[]; readonly emails: readonly string[] };
export type Made = { readonly seq: number; readonly type: string; readonly event: string; readonly became: Exclude<Became, 'waiting'> };
export type ArrivalCount = {
  readonly source: string;
  readonly type: string;
  readonly event: string;
  readonly became: Became | 'refused';
  readonly reason: string;
  readonly n: number;
  readonly lastAt: string;
};

export type Arrivals = {
  /** Keeps what came in one request, durably; answers with how many were new. One that came before is not kept again. */
  readonly takeIn: (
    source: string,
    received: { readonly at: string; readonly day: string },
    events: readonly NewArrival[],
    refused: readonly Refused[],
  ) => number;
  /** Events that stand nowhere yet, oldest first. */
  readonly waiting: (limit: number) => readonly Arrival[];
  /** What was made of events, with the load that holds those of a day and when visitors were last seen. */
  readonly made: (
    source: string,
    day: string,
    events: readonly (Made & { readonly receivedAt: string })[],
    load: number | null,
    visits: ReadonlyMap<string, string>,
  ) => void;
  /** Lets events of these names that were kept without becoming anything wait again. */
  readonly again: (source: string, event: string) => number;
  readonly loadOfDay: (source: string, day: string) => number | null;
  readonly lastVisits: (source: string, visitors: readonly string[]) => ReadonlyMap<string, string>;
  /** By kind of event and what became of it, most recent first, since a day. */
  readonly arrivalCounts: (since: string) => readonly ArrivalCount[];
  /** Events of a source that were not taken, the latest first. */
  readonly refusedArrivals: (source: string, limit: number) => readonly RefusedArrival[];
  /**
   * Forgets somebody: events that name him by a visitor or an address, wherever in them it stands, and when he was seen. Those
   * that wait never land; only the message id is left of each, so that one sent again is known.
   * Answers with how many events.
   */
  readonly eraseArrivals: (somebody: Forgotten) => number;
  /** Forgets events received before an instant that stand in the facts, and visits that long ago. */
  readonly forgetArrivals: (before: string) => number;
};

type Row = {
  readonly seq: number;
  readonly source: string;
  readonly message: string;
  readonly received_at: string;
  readonly day: string;
  readonly occurred_at: string;
  readonly json: string;
};

/** The arrivals in an open `company.db`. */
export const arrivalsIn = (db: DatabaseSync): Arrivals => {
  const put = db.prepare(
    `insert into arrival (source, message, received_at, day, occurred_at, json, became) values (?, ?, ?, ?, ?, ?, 'waiting') on conflict (source, message) do nothing`,
  );
  const count = db.prepare(
    `insert into arrival_count (source, day, type, event, became, reason, n, last_at) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (source, day, type, event, became, reason) do update set n = n + excluded.n, last_at = max(last_at, excluded.last_at)`,
  );
  const wait = db.prepare(
    `select seq, source, message, received_at, day, occurred_at, json from arrival where became = 'waiting' order by seq limit ?`,
  );
  const become = db.prepare('update arrival set became = ? where seq = ?');
  const drop = db.prepare(`delete from arrival_count where n <= 0`);
  const load = db.prepare(
    'insert into arrival_load (source, day, load) values (?, ?, ?) on conflict (source, day) do update set load = excluded.load',
  );
  const loaded = db.prepare('select load from arrival_load where source = ? and day = ?');
  const visit = db.prepare(
    'insert into visit (source, visitor, last_at) values (?, ?, ?) on conflict (source, visitor) do update set last_at = max(last_at, excluded.last_at)',
  );
  const visited = db.prepare('select last_at from visit where source = ? and visitor = ?');
  const kept = db.prepare(
    `select seq, day, received_at from arrival where source = ? and became = 'kept' and coalesce(json_extract(json, '$.event'), json_extract(json, '$.name'), '') = ?`,
  );
  const counts = db.prepare(
    `select source, type, event, became, reason, sum(n) as n, max(last_at) as lastAt from arrival_count where day >= ? group by source, type, event, became, reason order by lastAt desc`,
  );
  const old = db.prepare(`delete from arrival where received_at < ? and became <> 'waiting'`);
  const oldRefused = db.prepare('delete from arrival_refused where received_at < ?');
  const keep = db.prepare('insert into arrival_refused (source, received_at, type, event, reason, json) values (?, ?, ?, ?, ?, ?)');
  const tooMany = db.prepare(
    'delete from arrival_refused where source = ? and seq <= (select seq from arrival_refused where source = ? order by seq desc limit 1 offset ?)',
  );
  const refusedOf = db.prepare(
    'select received_at as receivedAt, type, event, reason, json from arrival_refused where source = ? order by seq desc limit ?',
  );
  const erase = erasing(db);
  const oldVisits = db.prepare('delete from visit where last_at < ?');

  return {
    takeIn: (source, { at, day }, events, refused) =>
      together(db, () => {
        let fresh = 0;
        for (const { message, occurredAt, type, event, json } of events) {
          if (Number(put.run(source, message, at, day, occurredAt, json).changes) === 0) continue;
          fresh += 1;
          count.run(source, day, type, event, 'waiting', '', 1, at);
        }
        for (const { type, event, reason, json } of refused) {
          count.run(source, day, type, event, 'refused', reason, 1, at);
          keep.run(source, at, type, event, reason, json);
        }
        if (refused.length > 0) tooMany.run(source, source, REFUSED_AT_MOST);
        return fresh;
      }),
    waiting: (limit) => (wait.all(limit) as Row[]).map(arrivalOf),
    made: (source, day, events, n, visits) =>
      together(db, () => {
        for (const { seq, type, event, became, receivedAt } of events) {
          become.run(became, seq);
          count.run(source, day, type, event, 'waiting', '', -1, receivedAt);
          count.run(source, day, type, event, became, '', 1, receivedAt);
        }
        drop.run();
        if (n !== null) load.run(source, day, n);
        for (const [visitor, at] of visits) visit.run(source, visitor, at);
      }),
    again: (source, event) =>
      together(db, () => {
        const rows = kept.all(source, event) as { seq: number; day: string; received_at: string }[];
        for (const { seq, day, received_at: at } of rows) {
          become.run('waiting', seq);
          count.run(source, day, 'track', event, 'kept', '', -1, at);
          count.run(source, day, 'track', event, 'waiting', '', 1, at);
        }
        drop.run();
        return rows.length;
      }),
    loadOfDay: (source, day) => (loaded.get(source, day) as { load: number } | undefined)?.load ?? null,
    lastVisits: (source, visitors) =>
      new Map(
        visitors.flatMap((visitor) => {
          const row = visited.get(source, visitor) as { last_at: string } | undefined;
          return row ? [[visitor, row.last_at] as const] : [];
        }),
      ),
    arrivalCounts: (since) => counts.all(since) as unknown as ArrivalCount[],
    refusedArrivals: (source, limit) => refusedOf.all(source, limit) as unknown as RefusedArrival[],
    eraseArrivals: erase,
    forgetArrivals: (before) => {
      oldVisits.run(before);
      oldRefused.run(before);
      return Number(old.run(before).changes);
    },
  };
};

/** Events that were not taken and are kept, of one source. */
const REFUSED_AT_MOST = 1000;

/**
 * Events that name somebody: ?1 his visitor ids, ?2 his addresses, as JSON lists in lower case. An id where it is a whole value,
 * wherever that stands; an address also within a text, as in a message that somebody typed.
 */
const NAMED = `(exists (select 1 from json_each(?2) e where instr(lower(a.json), e.value) > 0)
  or case when json_valid(a.json) then exists (select 1 from json_tree(a.json) j where j.atom is not null and lower(trim(cast(j.atom as text))) in (select value from json_each(?1)))
     else exists (select 1 from json_each(?1) v where instr(lower(a.json), v.value) > 0) end)`;

const erasing = (db: DatabaseSync): Arrivals['eraseArrivals'] => {
  const counted = db.prepare(
    `select source, day, json_extract(json, '$.type') as type, coalesce(json_extract(json, '$.event'), json_extract(json, '$.name'), '') as event, received_at as at from arrival a where became = 'waiting' and ${NAMED}`,
  );
  const less = db.prepare(
    `update arrival_count set n = n - 1 where source = ? and day = ? and type = ? and event = ? and became = 'waiting'`,
  );
  const drop = db.prepare('delete from arrival_count where n <= 0');
  const stands = db.prepare(`update arrival as a set json = '{}', became = 'kept' where json <> '{}' and ${NAMED}`);
  const refused = db.prepare(`delete from arrival_refused as a where ${NAMED}`);
  const seen = db.prepare('delete from visit where lower(visitor) in (select value from json_each(?))');
  return ({ visitors, emails }) =>
    together(db, () => {
      const listed = (names: readonly string[]): string =>
        JSON.stringify(names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ''));
      const his = [listed(visitors), listed(emails)] as const;
      for (const { source, day, type, event } of counted.all(...his) as { source: string; day: string; type: string; event: string }[])
        less.run(source, day, type, event);
      drop.run();
      seen.run(listed([...visitors, ...emails]));
      return [stands, refused].reduce((sum, one) => sum + Number(one.run(...his).changes), 0);
    });
};

const arrivalOf = (row: Row): Arrival => ({
  seq: row.seq,
  source: row.source,
  message: row.message,
  receivedAt: row.received_at,
  day: row.day,
  occurredAt: row.occurred_at,
  json: row.json,
});

/** Whether events wait in the `company.db` at `path`, found out without opening it as a store. */
export const arrivalsWait = (path: string): boolean => {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const known = db.prepare(`select 1 from sqlite_schema where name = 'arrival'`).get() !== undefined;
    return known && db.prepare(`select 1 from arrival where became = 'waiting' limit 1`).get() !== undefined;
  } finally {
    db.close();
  }
};
