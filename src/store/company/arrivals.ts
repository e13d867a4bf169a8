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
/** Something sent that was not taken, and why. */
export type Refused = { readonly type: string; readonly event: string; readonly reason: string };
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
        for (const { type, event, reason } of refused) count.run(source, day, type, event, 'refused', reason, 1, at);
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
    forgetArrivals: (before) => {
      oldVisits.run(before);
      return Number(old.run(before).changes);
    },
  };
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
