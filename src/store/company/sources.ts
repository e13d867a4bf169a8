/** Sources: programs that may send events in, each with a write key of which only the SHA-256 is kept. */
import type { DatabaseSync } from 'node:sqlite';
import { hashOfSecret } from '../house/secret.ts';

export type EventSource = {
  readonly id: string;
  readonly name: string;
  /** The source that ids of its rows belong to. */
  readonly src: string;
  /** Names of events that count as touches beside the written rule. */
  readonly touches: readonly string[];
  readonly madeBy: string;
  readonly madeAt: string;
  readonly revokedAt: string | null;
  /** Until when the write key before the last change still opens; null where it was never changed. */
  readonly beforeUntil: string | null;
};

export type Sources = {
  readonly addSource: (source: Omit<EventSource, 'revokedAt' | 'beforeUntil'>, key: string) => void;
  /** All of them, revoked ones too, oldest first. */
  readonly sources: () => readonly EventSource[];
  /** The source of this write key; null for an unknown or revoked one, and for one that was changed and is over. */
  readonly sourceOfKey: (key: string, at: string) => EventSource | null;
  /** Gives a source that is not revoked another write key; the one it had opens until `until`. False: there is no such source. */
  readonly changeKey: (id: string, key: string, until: string) => boolean;
  /** False where there is none, or it was revoked before. */
  readonly revokeSource: (id: string, at: string) => boolean;
  readonly setTouches: (id: string, touches: readonly string[]) => void;
};

type Row = {
  readonly id: string;
  readonly name: string;
  readonly src: string;
  readonly touches: string;
  readonly made_by: string;
  readonly made_at: string;
  readonly revoked_at: string | null;
  readonly before_until: string | null;
};

/** The sources in an open `company.db`. */
export const sourcesIn = (db: DatabaseSync): Sources => {
  const columns = 'id, name, src, touches, made_by, made_at, revoked_at, before_until';
  const put = db.prepare(`insert into source (key_hash, ${columns}) values (?, ?, ?, ?, ?, ?, ?, null, null)`);
  const all = db.prepare(`select ${columns} from source order by made_at, id`);
  const find = db.prepare(
    `select ${columns} from source where (key_hash = ? or (before_hash = ? and before_until > ?)) and revoked_at is null`,
  );
  const change = db.prepare('update source set before_hash = key_hash, before_until = ?, key_hash = ? where id = ? and revoked_at is null');
  const revoke = db.prepare('update source set revoked_at = ? where id = ? and revoked_at is null');
  const touches = db.prepare('update source set touches = ? where id = ?');
  return {
    addSource: ({ id, name, src, touches: names, madeBy, madeAt }, key) =>
      void put.run(hashOfSecret(key), id, name, src, JSON.stringify(names), madeBy, madeAt),
    sources: () => (all.all() as Row[]).map(sourceOf),
    sourceOfKey: (key, at) => {
      const hash = hashOfSecret(key);
      const row = find.get(hash, hash, at) as Row | undefined;
      return row ? sourceOf(row) : null;
    },
    changeKey: (id, key, until) => Number(change.run(until, hashOfSecret(key), id).changes) > 0,
    revokeSource: (id, at) => Number(revoke.run(at, id).changes) > 0,
    setTouches: (id, names) => void touches.run(JSON.stringify(names), id),
  };
};

const sourceOf = (row: Row): EventSource => ({
  id: row.id,
  name: row.name,
  src: row.src,
  touches: JSON.parse(row.touches) as string[],
  madeBy: row.made_by,
  madeAt: row.made_at,
  revokedAt: row.revoked_at,
  beforeUntil: row.before_until,
});
