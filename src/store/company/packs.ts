/** Packs: the numbers that were published, byte for byte. Written with the event that names them; never changed, never removed. */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A pack to be kept: canonical JSON and its SHA-256. */
export type NewPack = { readonly sha256: string; readonly json: string };

export type Packs = {
  /** Keeps packs; one that stands already stays as it is. Throws RangeError where a pack is not what its name says. */
  readonly addPacks: (packs: readonly NewPack[], made: { readonly by: string; readonly at: string }) => void;
  /** The canonical JSON of a pack; null where there is none of this name. */
  readonly pack: (sha256: string) => string | null;
  /** Names of all packs, in order. */
  readonly packs: () => readonly string[];
};

/** SHA-256 of a pack's canonical JSON, in hexadecimal. */
export const packSha256 = (json: string): string => createHash('sha256').update(json).digest('hex');

/** The packs in an open `company.db`. */
export const packsIn = (db: DatabaseSync): Packs => {
  const put = db.prepare('insert into pack (sha256, json, bytes, made_by, made_at) values (?, ?, ?, ?, ?) on conflict (sha256) do nothing');
  const one = db.prepare('select json from pack where sha256 = ?');
  const all = db.prepare('select sha256 from pack order by sha256');
  return {
    addPacks: (packs, { by, at }) => {
      for (const { sha256, json } of packs) {
        if (packSha256(json) !== sha256) throw new RangeError(`a pack is not what its name says: ${sha256}`);
        put.run(sha256, gzipSync(json), Buffer.byteLength(json), by, at);
      }
    },
    pack: (sha256) => {
      const row = one.get(sha256) as { json: Uint8Array } | undefined;
      return row ? gunzipSync(row.json).toString('utf8') : null;
    },
    packs: () => (all.all() as { sha256: string }[]).map(({ sha256 }) => sha256),
  };
};

/** The first pack that no longer reads as its name says; undefined where all do. */
export const alteredPack = (db: DatabaseSync): string | undefined => {
  for (const { sha256, json } of db.prepare('select sha256, json from pack').iterate() as Iterable<{ sha256: string; json: Uint8Array }>)
    if (packSha256(gunzipSync(json).toString('utf8')) !== sha256) return sha256;
  return undefined;
};
